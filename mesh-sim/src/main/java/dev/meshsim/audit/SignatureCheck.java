package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.audit.record.SignedForm;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.Jws2017;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.jose.key.JoseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verification of one signature with one key, which decides the algorithm. */
final class SignatureCheck {

  private SignatureCheck() {}

  /** The problem of a signature by one of the keys, or null if it is valid. */
  static @Nullable ProblemKind fault(
      List<KeyFact> keys, SignedForm form, int index, VerifyMeter work) {
    String kid = form.kids().get(index);
    List<KeyFact> named = new ArrayList<>(keys);
    named.removeIf(key -> !key.isNamed(kid));
    ProblemKind wrong = ProblemKind.WRONG_SIGNER;
    for (KeyFact key : named) {
      wrong = check(form, index, key, work);
      if (wrong == null) {
        work.verified(key, form);
        return null;
      }
    }
    return wrong;
  }

  /**
   * Verifies the signature at {@code index}.
   *
   * @param key a key that may sign
   * @return null if the key's fingerprint, the digest and the signature are right, otherwise the
   *     first problem in this order
   */
  static @Nullable ProblemKind check(SignedForm form, int index, KeyFact key, VerifyMeter work) {
    if (!key.matches()) {
      return ProblemKind.FINGERPRINT_MISMATCH;
    }
    PublicJwk jwk = key.key();
    if (jwk == null) {
      return ProblemKind.UNUSABLE_KEY;
    }
    work.signatures.increment();
    try {
      if (form.generation() == Generation.MESH) {
        Jws.verify(form.signed(), index, jwk);
      } else {
        Jws2017.verify(form.signed(), index, jwk);
      }
      return null;
    } catch (JoseException.AlgorithmMismatch e) {
      return ProblemKind.ALGORITHM_MISMATCH;
    } catch (JoseException.BadKey e) {
      return ProblemKind.UNUSABLE_KEY;
    } catch (MeshException e) {
      return form.generation() == Generation.Y2017 && !digestFits(form.signed(), index)
          ? ProblemKind.DIGEST_MISMATCH
          : ProblemKind.SIGNATURE_MISMATCH;
    }
  }

  private static boolean digestFits(JsonWebSignature signed, int index) {
    try {
      return Jws2017.bindsPayload(signed, index);
    } catch (MeshException e) {
      return false;
    }
  }
}
