package dev.meshsim.jose;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.key.JoseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A payload with one or more signatures: the general JSON serialization of RFC 7515 7.2.1.
 * Immutable. The signatures are not verified: see {@link Jws#verify}.
 *
 * @param payload the signed octets
 * @param signatures at least one
 */
public record JsonWebSignature(
    @JsonProperty("payload") Bytes payload,
    @JsonProperty("signatures") List<Signature> signatures) {

  /**
   * Checks that the required members are present.
   *
   * @throws JoseException.Malformed if one is missing or {@code signatures} is empty
   */
  public JsonWebSignature {
    JoseException.Malformed.requirePresent("payload", payload);
    JoseException.Malformed.requirePresent("signatures", signatures);
    if (signatures.isEmpty()) {
      throw JoseException.Malformed.of("a signed object has at least one signature");
    }
    signatures = List.copyOf(signatures);
  }

  /**
   * One signature.
   *
   * @param protectedHeader the header's exact UTF-8 octets, which are signed with the payload; if
   *     empty, the signature never verifies
   * @param header members that are not signed, or null; in the {@code mesh} dialect they are
   *     ignored
   * @param signature the octets of the signature; their number depends on the algorithm
   */
  public record Signature(
      @JsonProperty("protected") @JsonSetter(nulls = Nulls.SET) Bytes protectedHeader,
      @JsonProperty("header") @Nullable ObjectNode header,
      @JsonProperty("signature") Bytes signature) {

    /**
     * Copies the header.
     *
     * @throws JoseException.Malformed if {@code signature} is missing
     */
    public Signature {
      protectedHeader = protectedHeader == null ? Bytes.EMPTY : protectedHeader;
      JoseException.Malformed.requirePresent("signature", signature);
      header = header == null ? null : header.deepCopy();
    }

    /** A copy of the unsigned header members, or null. */
    @Override
    public @Nullable ObjectNode header() {
      return header == null ? null : header.deepCopy();
    }
  }
}
