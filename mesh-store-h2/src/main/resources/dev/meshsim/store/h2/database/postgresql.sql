-- What H2 has built in and the views use: octets as text. Octets with a NUL, which PostgreSQL's
-- text cannot hold, are shown escaped. No text here has a backslash: what it means is a setting of
-- the session that reads a view.
CREATE OR REPLACE FUNCTION utf8tostring(octets BYTEA) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS
  $$ SELECT CASE WHEN position(decode('00', 'hex') IN octets) > 0 THEN encode(octets, 'escape')
     ELSE convert_from(octets, 'UTF8') END $$;
