package dev.meshsim.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds portal stores by name: {@code memory}, {@code jlog}, and what the class path provides. */
public final class PortalStores {

  /** The stores of this module. */
  private static final List<String> FIRST = List.of("memory", "jlog");

  private PortalStores() {}

  /** The names of those that can be opened here: memory, jlog, the others alphabetically. */
  public static List<String> names() {
    return providers().values().stream()
        .filter(PortalStoreProvider::available)
        .map(PortalStoreProvider::name)
        .toList();
  }

  /**
   * The provider of that name, available or not.
   *
   * @throws PortalStoreException {@code log.unknown-store} if there is none; the message lists
   *     those there are
   */
  public static PortalStoreProvider named(String name) {
    Map<String, PortalStoreProvider> providers = providers();
    PortalStoreProvider provider = providers.get(name);
    if (provider == null) {
      throw PortalStoreException.unknownStore(name, List.copyOf(providers.keySet()));
    }
    return provider;
  }

  private static Map<String, PortalStoreProvider> providers() {
    Map<String, PortalStoreProvider> found = new TreeMap<>();
    ServiceLoader.load(PortalStoreProvider.class).forEach(p -> found.put(p.name(), p));
    Map<String, PortalStoreProvider> ordered = new LinkedHashMap<>();
    for (String first : FIRST) {
      ordered.put(first, found.remove(first));
    }
    ordered.putAll(found);
    return ordered;
  }
}
