-- The Merkle tree over all records: the hash of the record's leaf, then those of the nodes that it
-- completes, 32 octets each. marks: 1 if the record's line has Pending, 2 if it has Commit, or both.
-- Records of earlier versions get their rows when the store is opened.
CREATE TABLE IF NOT EXISTS portal_tree (
  number BIGINT PRIMARY KEY,
  marks SMALLINT NOT NULL,
  hashes BYTEA NOT NULL
);
