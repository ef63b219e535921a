package dev.meshsim.session.application;

import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The keys that a version of an application is encrypted to. */
public final class RecipientKeys {

  private RecipientKeys() {}

  /** The fingerprints of the recipients' keys; those that are not fingerprints are left out. */
  public static Set<Udf> of(KnownApplicationProfile application) {
    return of(application.sharedPrivate().joseWebEncryption());
  }

  /**
   * The fingerprints of the recipients' keys of one part, as {@link #of(KnownApplicationProfile)}
   * has them.
   */
  static Set<Udf> of(JsonWebEncryption message) {
    Set<Udf> keys = new LinkedHashSet<>();
    for (JsonWebEncryption.WrappedKey recipient : message.recipients()) {
      ObjectNode header = recipient.header();
      try {
        keys.add(Udf.parse(header == null ? "" : header.path("kid").asString("")));
      } catch (UdfException.Syntax e) {
        continue;
      }
    }
    return keys;
  }

  /**
   * The first recipient's key that is on {@code machine} and is no master escrow key: an encryption
   * key of its device, present or former.
   */
  public static Optional<Udf> held(
      MeshMachine machine, KnownApplicationProfile application, VerifiedPersonalProfile profile) {
    Set<Udf> keys = of(application);
    profile.master().masterEscrowKeys().stream().map(PublicKey::udf).forEach(keys::remove);
    return keys.stream().filter(key -> machine.findPrivateKey(key).isPresent()).findFirst();
  }
}
