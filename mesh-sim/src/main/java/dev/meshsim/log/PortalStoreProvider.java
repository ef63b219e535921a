package dev.meshsim.log;

import dev.meshsim.store.StoreProvider;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Opens portal stores of one kind; found by {@link java.util.ServiceLoader}. */
public interface PortalStoreProvider extends StoreProvider {

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
}
