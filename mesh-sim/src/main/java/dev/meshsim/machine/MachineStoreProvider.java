package dev.meshsim.machine;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FilesException;
import dev.meshsim.store.Failures;
import dev.meshsim.store.Finding;
import dev.meshsim.store.StoreException;
import dev.meshsim.store.StoreProvider;
import dev.meshsim.world.RandomStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens machine stores of one kind; found by {@link java.util.ServiceLoader}. */
public interface MachineStoreProvider extends StoreProvider {

  /**
   * The directory that programs give {@link #open} for the data of the person who runs them, if
   * this kind of store has one; see {@link MeshMachine#ofThisComputer()}. It need not exist.
   *
   * @throws MachineException {@code machine.no-home} if the person's home directory is not known
   */
  default Optional<Path> usualRoot() {
    return Optional.empty();
  }

  /**
   * This kind of store on other files, such as those of a simulated disk; empty if it reaches the
   * operating system in a way of its own, as a database does.
   */
  default Optional<MachineStoreProvider> over(DurableFiles files) {
    return Optional.empty();
  }

  /**
   * True if a store with one wrong bit in a file reports the file when it is opened, read or
   * checked, or gives every record as it was.
   */
  default boolean findsWrongBits() {
    return false;
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

  /**
   * Opens an existing store to read it. Makes and changes nothing: every file keeps its octets, its
   * dates and its mode, and no file is made, so a read-only medium will do. Reads give what {@link
   * #open} would find after its repairs, and {@link MachineStore#check} reports each repair that is
   * due. Every change is refused with {@link StoreException.Code#READ_ONLY}.
   *
   * @param root as for {@link #open}
   * @param mode as for {@link #open}
   * @param random the source of the pauses between retries of a database
   * @throws StoreException {@code store.absent} if there is no such store
   * @throws dev.meshsim.files.FilesException.FileLocked if the store is open for changes
   * @throws dev.meshsim.error.MeshException as {@link #open} does
   */
  MachineStore openForReading(Path root, StoreMode mode, RandomStream random);

  /**
   * Reports all that is wrong with an existing store, and each repair that {@link #open} would
   * make. Makes and changes nothing; see {@link #openForReading}.
   *
   * @throws StoreException {@code store.absent} if there is no such store
   * @throws dev.meshsim.files.FilesException.FileLocked if the store is open for changes
   */
  default List<Finding> check(Path root, StoreMode mode, RandomStream random) {
    try (MachineStore store = openForReading(root, mode, random)) {
      return store.check();
    } catch (StoreException | FilesException.FileLocked e) {
      throw e;
    } catch (MachineStoreException e) {
      return e.findings();
    } catch (MeshException e) {
      return MachineStoreException.findings(root.toString(), Failures.withSuppressed(e).toList());
    }
  }
}
