package dev.meshsim.portal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The latest challenge that a portal gave in its Hello, shared by the clients of one session. A
 * signed request names it; the portal process that drew it accepts no other. Thread-safe.
 */
public final class PortalChallenge {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,128}");

  private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

  /** Makes a holder that knows no challenge. */
  public PortalChallenge() {}

  /**
   * The challenge of {@code portal}.
   *
   * @param hello asks the portal, if its challenge is not known
   * @throws PortalException if the portal gives none
   */
  String of(MeshPortal portal, Supplier<@Nullable String> hello) {
    Known known = latest.get();
    if (known != null && known.portal().equals(portal)) {
      return known.challenge();
    }
    String given = hello.get();
    if (given == null || !FORM.matcher(given).matches()) {
      throw PortalException.noChallenge(portal.domain());
    }
    latest.set(new Known(portal, given));
    return given;
  }

  /** Forgets a challenge that was refused, unless another one is known already. */
  void forget(MeshPortal portal, String refused) {
    Known known = latest.get();
    if (known != null && known.portal().equals(portal) && known.challenge().equals(refused)) {
      latest.compareAndSet(known, null);
    }
  }

  private record Known(MeshPortal portal, String challenge) {}
}
