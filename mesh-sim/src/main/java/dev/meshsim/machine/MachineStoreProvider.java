package dev.meshsim.machine;

import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.Optional;

/** Opens machine stores of one kind; found by {@link java.util.ServiceLoader}. */
public interface MachineStoreProvider {

  /** The name that a person chooses the kind by: lower-case letters and digits. */
  String name();

  /** Where a person's own machine usually is, if this kind of store has such a place. */
  default Optional<Path> usualRoot() {
    return Optional.empty();
  }

  /**
   * False if this kind needs something that is not there, for example a database server; then
   * {@link #open} throws a {@link dev.meshsim.error.MeshException} that says what.
   */
  default boolean available() {
    return true;
  }

  /** False if the root is only a name to it, or nothing: then no directory need be there. */
  default boolean keepsFiles() {
    return true;
  }

  /**
   * True if there is a store to open: complete, damaged, or cut short after something was put in
   * it. Only looks; makes and changes nothing. A store that forgets is never there.
   *
   * @param root as for {@link #open}
   * @param mode as for {@link #open}; data of the other mode does not count
   */
  boolean isThere(Path root, StoreMode mode);

  /**
   * Opens the store of one machine, and makes it if it is not there.
   *
   * @param root the machine's own directory; a store that keeps no files ignores it
   * @param mode test or production data; the two never share a place
   * @param random the machine's source of salts and nonces: same stream, same files
   * @throws dev.meshsim.error.MeshException if what is there cannot be opened; a {@link
   *     MachineStoreException} if the store can tell more than one thing that is wrong
   */
  MachineStore open(Path root, StoreMode mode, RandomStream random);
}
