package dev.meshsim.store;

import dev.meshsim.error.MeshException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The providers of one type on the class path, by name. Immutable; {@link #load} reads the class
 * path anew.
 *
 * @param <P> the type of provider, which is the name of the service file too
 */
public final class StoreProviders<P extends StoreProvider> {

  private final Map<String, P> byName;

  private StoreProviders(Map<String, P> byName) {
    this.byName = byName;
  }

  /**
   * Finds all providers of a type with {@link ServiceLoader}.
   *
   * @param first the names that come first, in this order; all others follow alphabetically
   */
  public static <P extends StoreProvider> StoreProviders<P> load(
      Class<P> type, List<String> first) {
    Map<String, P> found = new TreeMap<>();
    ServiceLoader.load(type).forEach(provider -> found.put(provider.name(), provider));
    Map<String, P> ordered = new LinkedHashMap<>();
    for (String name : first) {
      P provider = found.remove(name);
      if (provider != null) {
        ordered.put(name, provider);
      }
    }
    ordered.putAll(found);
    return new StoreProviders<>(ordered);
  }

  /** The names of the available providers, in order. */
  public List<String> names() {
    return byName.values().stream()
        .filter(StoreProvider::available)
        .map(StoreProvider::name)
        .toList();
  }

  /** The provider of a name, available or not; empty if the name is unknown. */
  public Optional<P> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The provider of a name, available or not.
   *
   * @param unknown makes the exception for an unknown name from the names of all providers
   */
  public <X extends RuntimeException> P named(String name, Function<List<String>, X> unknown) {
    return find(name).orElseThrow(() -> unknown.apply(List.copyOf(byName.keySet())));
  }

  /**
   * The names of the unavailable providers, each with the reason.
   *
   * @param open opens a store of a provider and closes it; the failure of that is the reason
   */
  public Map<String, String> leftOut(Consumer<P> open) {
    Map<String, String> reasons = new TreeMap<>();
    for (P provider : byName.values()) {
      if (!provider.available()) {
        reasons.put(provider.name(), reason(provider, open));
      }
    }
    return reasons;
  }

  private static <P extends StoreProvider> String reason(P provider, Consumer<P> open) {
    try {
      open.accept(provider);
      return "it says that it is not available, although its data opens";
    } catch (MeshException e) {
      return Finding.of(provider.name(), e).problem();
    }
  }
}
