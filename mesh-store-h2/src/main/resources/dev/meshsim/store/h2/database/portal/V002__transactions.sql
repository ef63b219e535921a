-- A record that does not end its transaction: the one with the next number belongs to the same.
-- Records of version 1 have none: there each counts as a transaction of its own.
CREATE TABLE IF NOT EXISTS portal_pending (
  number BIGINT PRIMARY KEY
);
