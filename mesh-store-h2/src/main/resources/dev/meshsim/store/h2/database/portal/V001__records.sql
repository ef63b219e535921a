-- A portal's two logs. Text is kept as UTF-8 octets: a name may hold any Unicode text, NUL too,
-- and is compared octet by octet whatever the database's encoding and collation are.

-- What this database holds, and the number of the last change: one row.
CREATE TABLE store_state (
  id SMALLINT PRIMARY KEY CHECK (id = 1),
  content VARCHAR(20) NOT NULL,
  last_change BIGINT NOT NULL
);

-- A primary key of a log. Its id is the number of its first record; hash is the first 8 octets of
-- the SHA-256 of its name; life is the first record since the last Delete.
CREATE TABLE portal_key (
  id BIGINT PRIMARY KEY,
  log SMALLINT NOT NULL CHECK (log IN (0, 1)),
  hash BIGINT NOT NULL,
  name BYTEA NOT NULL,
  life BIGINT NOT NULL,
  latest BIGINT NOT NULL
);
CREATE INDEX portal_key_hash ON portal_key (hash);

-- A record of a log: 0 is mesh, 1 is portal. terms is a JSON array, text is JSON.
CREATE TABLE portal_record (
  number BIGINT PRIMARY KEY,
  log SMALLINT NOT NULL CHECK (log IN (0, 1)),
  key_id BIGINT NOT NULL,
  prior BIGINT,
  action VARCHAR(6) NOT NULL CHECK (action IN ('NEW', 'UPDATE', 'DELETE')),
  added_ms BIGINT NOT NULL,
  terms BYTEA NOT NULL,
  text BYTEA,
  CONSTRAINT portal_record_versions UNIQUE (key_id, number)
);
ALTER TABLE portal_record
  ADD CONSTRAINT portal_record_of_key FOREIGN KEY (key_id) REFERENCES portal_key (id);

-- A further name. changed is the last record that had it or took it from a key.
CREATE TABLE portal_term (
  id BIGINT PRIMARY KEY,
  log SMALLINT NOT NULL CHECK (log IN (0, 1)),
  hash BIGINT NOT NULL,
  type BYTEA NOT NULL,
  term BYTEA NOT NULL,
  changed BIGINT NOT NULL
);
CREATE INDEX portal_term_hash ON portal_term (hash);

-- The keys whose latest record has a term now.
CREATE TABLE portal_posting (
  term_id BIGINT NOT NULL,
  key_id BIGINT NOT NULL,
  PRIMARY KEY (term_id, key_id)
);

-- The logs as a person reads them.
CREATE VIEW portal_log AS
  SELECT r.number, CASE r.log WHEN 0 THEN 'mesh' ELSE 'portal' END AS log, r.action,
    TIMESTAMP '1970-01-01 00:00:00' + r.added_ms * INTERVAL '0.001' SECOND AS added,
    utf8tostring(k.name) AS primary_key, r.prior, utf8tostring(r.terms) AS terms,
    utf8tostring(r.text) AS text
  FROM portal_record r JOIN portal_key k ON k.id = r.key_id;
