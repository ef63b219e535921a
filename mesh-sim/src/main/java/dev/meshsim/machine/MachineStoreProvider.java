package dev.meshsim.machine;

import dev.meshsim.store.StoreProvider;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.Optional;

/** Opens machine stores of one kind; found by {@link java.util.ServiceLoader}. */
public interface MachineStoreProvider extends StoreProvider {

  /** The usual place of a person's own machine, if this kind of store has one. */
  default Optional<Path> usualRoot() {
    return Optional.empty();
  }

  /**
   * True if there is a store to open: complete, damaged, or cut short after something was put in
   * it. Looks only; makes and changes nothing. A store in memory is never there.
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
   * @param random the machine's source of salts and nonces: equal streams give equal files
   * @throws dev.meshsim.error.MeshException if the data there cannot be opened; a {@link
   *     MachineStoreException} if the store can report more than one problem
   */
  MachineStore open(Path root, StoreMode mode, RandomStream random);
}
