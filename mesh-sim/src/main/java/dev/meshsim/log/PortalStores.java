package dev.meshsim.log;

import dev.meshsim.store.StoreProviders;
import java.util.List;
import java.util.Optional;

/** Finds the portal stores of the class path by name. */
public final class PortalStores {

  private static final List<String> FIRST = List.of("memory", "jlog");

  private PortalStores() {}

  /** The names of the available stores: memory, jlog, the others alphabetically. */
  public static List<String> names() {
    return providers().names();
  }

  /** The provider of that name, available or not; empty if the name is unknown. */
  public static Optional<PortalStoreProvider> find(String name) {
    return providers().find(name);
  }

  /**
   * The provider of that name, available or not.
   *
   * @throws PortalStoreException {@code log.unknown-store} if there is none; the message lists
   *     those there are
   */
  public static PortalStoreProvider named(String name) {
    return providers().named(name, known -> PortalStoreException.unknownStore(name, known));
  }

  private static StoreProviders<PortalStoreProvider> providers() {
    return StoreProviders.load(PortalStoreProvider.class, FIRST);
  }
}
