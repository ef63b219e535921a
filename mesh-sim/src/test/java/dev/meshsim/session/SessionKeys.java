package dev.meshsim.session;

import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.protocol.RequestEnvelope;

/** The private keys of a profile that is on no machine yet, for tests outside this package. */
public final class SessionKeys {

  private SessionKeys() {}

  public static PrivateJwk online(PersonalProfile profile) {
    return profile.keys().online();
  }

  public static PrivateJwk master(PersonalProfile profile) {
    return profile.keys().escrowed().masterSignatureKey();
  }

  /** The signer of requests and profiles on the machine of a session. */
  public static RequestEnvelope.Signer administrator(PersonalSession session) {
    return session.administrator();
  }
}
