package dev.meshsim.dialect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Signs and verifies. */
public interface Signatures {

  /**
   * Signs {@code payload}.
   *
   * @param kid the key's fingerprint
   * @param extraProtected further members that the signature covers, in this order
   * @param random for algorithms whose signatures are random
   * @throws dev.meshsim.jose.key.JoseException.BadKey if the dialect does not sign with such a key
   */
  JsonWebSignature sign(
      Bytes payload,
      PrivateJwk key,
      Udf kid,
      Map<String, Object> extraProtected,
      RandomStream random);

  /** Adds a signature by another key over the same payload, after those already there. */
  JsonWebSignature add(JsonWebSignature signed, PrivateJwk key, Udf kid, RandomStream random);

  /**
   * The fingerprint of the key that is said to have made the signature at {@code index}.
   *
   * @throws JoseException if the header is refused
   * @throws dev.meshsim.udf.UdfException.Syntax if it is not a fingerprint
   */
  Udf signer(JsonWebSignature signed, int index);

  /**
   * A member that the signature at {@code index} covers, or null; not verified.
   *
   * @throws JoseException if the header is refused
   */
  @Nullable JsonNode member(JsonWebSignature signed, int index, String name);

  /** True unless the signature at {@code index} is over the payload alone, as in 2016. */
  boolean coversHeader(JsonWebSignature signed, int index);

  /**
   * Returns if the signature at {@code index} is good. The algorithm is the key's.
   *
   * @throws JoseException if it is not
   */
  void verify(JsonWebSignature signed, int index, PublicJwk key);
}
