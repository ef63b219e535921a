-- The numbers of the changes that deleted private keys whose octets may still be in the file. A file
-- that was written anew has none.
CREATE TABLE IF NOT EXISTS machine_erasure (
  number BIGINT PRIMARY KEY
);
