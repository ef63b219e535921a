package dev.meshsim.portal;

import dev.meshsim.profile.trust.VerificationWork;

/** The work of a portal's service, for tests outside this package. */
public final class PortalWork {

  private PortalWork() {}

  public static VerificationWork of(MeshPortalDirect portal) {
    return portal.service().work();
  }
}
