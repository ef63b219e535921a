package dev.meshsim.light;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The place of a machine's data, and the way to its portals.
 *
 * @param store the kind of store, {@code file} for example; empty for the platform's usual kind
 * @param root the machine's own directory; empty for the usual one of the kind, {@code ~/.mmm} for
 *     {@code file}
 * @param resolved texts {@code DOMAIN=HOST:PORT}: domains whose portal is not looked up in DNS
 * @param trusted a PEM file with the only certificates to trust; empty for those of the JDK
 */
public record LightPlace(
    Optional<String> store, Optional<Path> root, List<String> resolved, Optional<Path> trusted) {

  /** Checks that nothing is null. */
  public LightPlace {
    Objects.requireNonNull(store);
    Objects.requireNonNull(root);
    Objects.requireNonNull(trusted);
    resolved = List.copyOf(resolved);
  }

  /** The person's own data on this computer, and portals found by their domains. */
  public static LightPlace ofThisComputer() {
    return new LightPlace(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  /** The data in another directory. */
  public LightPlace in(Path directory) {
    return new LightPlace(store, Optional.of(directory), resolved, trusted);
  }

  /**
   * A domain's portal at a known host, for example of a test.
   *
   * @param pair {@code DOMAIN=HOST:PORT}
   */
  public LightPlace resolving(String pair) {
    List<String> more = new ArrayList<>(resolved);
    more.add(pair);
    return new LightPlace(store, root, more, trusted);
  }

  /** Portals with the certificates of a PEM file, and no others. */
  public LightPlace trusting(Path certificates) {
    return new LightPlace(store, root, resolved, Optional.of(certificates));
  }
}
