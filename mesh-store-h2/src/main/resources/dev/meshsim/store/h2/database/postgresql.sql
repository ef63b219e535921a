-- What H2 has built in and the views use: octets as text. Octets with a NUL, which PostgreSQL's
-- text cannot hold, are shown escaped.
CREATE OR REPLACE FUNCTION utf8tostring(octets BYTEA) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS
  $$ SELECT CASE WHEN position('\x00'::BYTEA IN octets) > 0 THEN encode(octets, 'escape')
     ELSE convert_from(octets, 'UTF8') END $$;
