-- The portal's own private keys, as JSON: at most one row. They are in no log.
CREATE TABLE IF NOT EXISTS portal_own_keys (
  id SMALLINT PRIMARY KEY CHECK (id = 1),
  content BYTEA NOT NULL
);
