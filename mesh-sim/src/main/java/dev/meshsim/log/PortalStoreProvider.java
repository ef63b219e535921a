package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.files.FilesException;
import dev.meshsim.store.Finding;
import dev.meshsim.store.StoreException;
import dev.meshsim.store.StoreProvider;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens portal stores of one kind; found by {@link java.util.ServiceLoader}. */
public interface PortalStoreProvider extends StoreProvider {

  /**
   * This kind of store on other files, such as those of a simulated disk; empty if it reaches the
   * operating system in a way of its own, as a database does.
   */
  default Optional<PortalStoreProvider> over(DurableFiles files) {
    return Optional.empty();
  }

  /**
   * True if there is a store to open: complete, damaged, or cut short after something was put in
   * it. Looks only; makes and changes nothing. A store in memory is never there.
   *
   * @param root as for {@link #open}
   */
  boolean isThere(Path root);

  /**
   * Opens the store of one portal, and makes it if it is not there.
   *
   * @param root the portal's own directory, made if it is absent; a store that keeps no files uses
   *     it as a name or ignores it
   * @param world the portal's source of randomness
   * @param warnings receives one line for each thing that a person should know
   */
  PortalStore open(Path root, World world, Consumer<String> warnings);

  /**
   * Opens an existing store to read it. Makes and changes nothing: every file keeps its octets, its
   * dates and its mode, and no file is made, so a read-only medium will do. Reads give what {@link
   * #open} would find after its repairs, and {@link PortalStore#check} reports each repair that is
   * due. Every change is refused with {@link StoreException.Code#READ_ONLY}.
   *
   * @param root as for {@link #open}
   * @param world as for {@link #open}
   * @param warnings receives one line for each repair that is due
   * @throws StoreException {@code store.absent} if there is no such store
   * @throws FilesException.FileLocked if the store is open for changes
   * @throws MeshException as {@link #open} does
   */
  PortalStore openForReading(Path root, World world, Consumer<String> warnings);

  /**
   * Reports all that is wrong with an existing store, and each repair that {@link #open} would
   * make. Makes and changes nothing; see {@link #openForReading}.
   *
   * @throws StoreException {@code store.absent} if there is no such store
   * @throws FilesException.FileLocked if the store is open for changes
   */
  default List<Finding> check(Path root, World world) {
    try (PortalStore store = openForReading(root, world, line -> {})) {
      return store.check();
    } catch (StoreException | FilesException.FileLocked e) {
      throw e;
    } catch (MeshException e) {
      return List.of(Finding.of(root.toString(), e));
    }
  }
}
