package dev.meshsim.jose;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.AtLeastOne;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A payload with one or more signatures: the general JSON serialization of RFC 7515 7.2.1.
 * Immutable. The signatures are not verified: see {@link Jws#verify}.
 *
 * @param payload the signed octets
 * @param signatures the signatures, at least one
 */
public record JsonWebSignature(
    @JsonProperty("payload") Bytes payload,
    @JsonProperty("signatures") @AtLeastOne List<Signature> signatures) {

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

  /** One signature. Immutable; its protected header is parsed once, when it is first asked for. */
  @JsonPropertyOrder({"protected", "header", "signature"})
  public static final class Signature {

    private final Bytes protectedHeader;
    private final @Nullable ObjectNode header;
    private final Bytes signature;

    /** Parsed on demand; threads may parse it twice, with equal results. */
    private @Nullable JwsHeader parsed;

    /**
     * Copies the header.
     *
     * @param protectedHeader the header's exact UTF-8 octets, which are signed with the payload; if
     *     empty, the signature never verifies
     * @param header members that are not signed, or null; in the {@code mesh} dialect they are
     *     ignored
     * @param signature the octets of the signature; their number depends on the algorithm
     * @throws JoseException.Malformed if {@code signature} is missing
     */
    @JsonCreator
    public Signature(
        @JsonProperty("protected") @JsonSetter(nulls = Nulls.SET) @Nullable Bytes protectedHeader,
        @JsonProperty("header") @Nullable ObjectNode header,
        @JsonProperty("signature") Bytes signature) {
      this.protectedHeader = protectedHeader == null ? Bytes.EMPTY : protectedHeader;
      JoseException.Malformed.requirePresent("signature", signature);
      this.header = header == null ? null : header.deepCopy();
      this.signature = signature;
    }

    /** The exact UTF-8 octets of the signed header. */
    @JsonProperty("protected")
    public Bytes protectedHeader() {
      return protectedHeader;
    }

    /** A copy of the unsigned header members, or null. */
    @JsonProperty("header")
    public @Nullable ObjectNode header() {
      return header == null ? null : header.deepCopy();
    }

    /** The octets of the signature. */
    @JsonProperty("signature")
    public Bytes signature() {
      return signature;
    }

    /** The header, parsed; see {@link Jws#header}. */
    JwsHeader parsed() {
      JwsHeader known = parsed;
      if (known == null) {
        known = JwsHeader.of(protectedHeader, header);
        parsed = known;
      }
      return known;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Signature that
          && protectedHeader.equals(that.protectedHeader)
          && Objects.equals(header, that.header)
          && signature.equals(that.signature);
    }

    @Override
    public int hashCode() {
      return Objects.hash(protectedHeader, header, signature);
    }

    @Override
    public String toString() {
      return "Signature["
          + "protectedHeader="
          + protectedHeader
          + ", header="
          + header
          + ", signature="
          + signature
          + "]";
    }
  }
}
