package dev.meshsim.portal;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The process's default portal. */
final class DefaultPortal {

  private static final AtomicReference<@Nullable MeshPortal> PORTAL = new AtomicReference<>();

  private DefaultPortal() {}

  static MeshPortal get() {
    MeshPortal portal = PORTAL.get();
    if (portal == null) {
      throw PortalException.noDefault();
    }
    return portal;
  }

  static void set(MeshPortal portal) {
    PORTAL.set(portal);
  }
}
