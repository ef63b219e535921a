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

/** The signature format of a dialect. */
public interface Signatures {

  /**
   * Signs {@code payload}.
   *
   * @param kid the key's fingerprint
   * @param extraProtected further header members that the signature covers, in this order
   * @param random the source of the salt, read by PS512 only
   * @throws dev.meshsim.jose.key.JoseException.BadKey if the dialect does not sign with such a key
   */
  JsonWebSignature sign(
      Bytes payload,
      PrivateJwk key,
      Udf kid,
      Map<String, Object> extraProtected,
      RandomStream random);

  /**
   * Appends a signature by another key over the payload.
   *
   * @param kid the key's fingerprint
   * @param extraProtected further header members that the signature covers, in this order
   * @throws dev.meshsim.jose.key.JoseException.BadKey if the dialect does not sign with such a key
   */
  JsonWebSignature add(
      JsonWebSignature signed,
      PrivateJwk key,
      Udf kid,
      Map<String, Object> extraProtected,
      RandomStream random);

  /**
   * The fingerprint of the key that claims to have made the signature at {@code index}; not
   * verified.
   *
   * @throws JoseException if the header is malformed or asks for an unsupported extension
   * @throws dev.meshsim.udf.UdfException.Syntax if the key identifier is not a fingerprint
   */
  Udf signer(JsonWebSignature signed, int index);

  /**
   * A header member that the signature at {@code index} covers, or null; not verified.
   *
   * @throws JoseException if the header is malformed or asks for an unsupported extension
   */
  @Nullable JsonNode member(JsonWebSignature signed, int index, String name);

  /** True unless the signature at {@code index} covers only the payload, as in 2016. */
  boolean coversHeader(JsonWebSignature signed, int index);

  /**
   * Verifies the signature at {@code index}. The key decides the algorithm, not the message.
   *
   * @throws JoseException if this key did not make the signature, or the header is refused
   */
  void verify(JsonWebSignature signed, int index, PublicJwk key);
}
