package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import java.util.List;

/** A source of a tree's stored hashes, for example a file, a table or a set of tiles. */
@FunctionalInterface
public interface HashReader {

  /**
   * Reads hashes.
   *
   * @param indexes their positions in the order of {@link StoredHashes}, any order, at most 128
   * @return a hash of 32 octets for each, in the order asked for
   * @throws TransparencyException {@code transparency.no-hash} if one is not there
   */
  List<Bytes> read(long[] indexes);
}
