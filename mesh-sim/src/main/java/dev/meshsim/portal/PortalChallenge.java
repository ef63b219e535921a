package dev.meshsim.portal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The latest challenges that portals gave in their Hello, shared by the clients of one session. A
 * signed request names its portal's, and the portal accepts no other. Thread-safe.
 */
public final class PortalChallenge {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,128}");

  private final Map<MeshPortal, String> latest = new ConcurrentHashMap<>();

  /** Makes a holder that knows no challenge. */
  public PortalChallenge() {}

  /**
   * The challenge of {@code portal}.
   *
   * @param hello asks the portal, if its challenge is not known
   * @throws PortalException if the portal gives none
   */
  String of(MeshPortal portal, Supplier<@Nullable String> hello) {
    String known = latest.get(portal);
    if (known != null) {
      return known;
    }
    String given = checked(portal, hello.get());
    latest.put(portal, given);
    return given;
  }

  /**
   * Checks the challenge that a Hello gave.
   *
   * @throws PortalException if it gave none
   */
  static String checked(MeshPortal portal, @Nullable String given) {
    if (given == null || !FORM.matcher(given).matches()) {
      throw PortalException.noChallenge(portal.domain());
    }
    return given;
  }

  /** Forgets a challenge that was refused, unless another one is known already. */
  void forget(MeshPortal portal, String refused) {
    latest.remove(portal, refused);
  }
}
