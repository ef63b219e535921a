-- What one machine keeps. Names and contents are UTF-8 octets: an account name is a person's text.

-- What this database holds, and the number of the last change: one row.
CREATE TABLE store_state (
  id SMALLINT PRIMARY KEY CHECK (id = 1),
  content VARCHAR(20) NOT NULL,
  last_change BIGINT NOT NULL
);

-- A record. Its id is the number of the change that put it; hash is the first 8 octets of the
-- SHA-256 of its name; content is JSON.
CREATE TABLE machine_record (
  id BIGINT PRIMARY KEY,
  kind VARCHAR(12) NOT NULL,
  hash BIGINT NOT NULL,
  name BYTEA NOT NULL,
  content BYTEA NOT NULL
);
CREATE INDEX machine_record_hash ON machine_record (hash);

-- The data as a person reads it; what is secret is left out.
CREATE VIEW machine_data AS
  SELECT id, kind, utf8tostring(name) AS name,
    CASE kind WHEN 'PRIVATE_KEY' THEN '(not shown)' ELSE utf8tostring(content) END AS content
  FROM machine_record;
