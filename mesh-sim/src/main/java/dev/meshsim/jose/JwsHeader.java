package dev.meshsim.jose;

import dev.meshsim.bytes.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The protected header of one signature (RFC 7515 4), parsed strictly. */
public final class JwsHeader {

  private final String alg;
  private final @Nullable String kid;
  private final ObjectNode members;

  JwsHeader(ObjectNode members) {
    this.alg = Headers.text(members, "alg");
    this.kid = members.has("kid") ? Headers.text(members, "kid") : null;
    this.members = members;
  }

  /** Reads a protected header; the unprotected one must not have a member of it. */
  static JwsHeader of(Bytes protectedHeader, @Nullable ObjectNode unprotected) {
    ObjectNode members = Headers.read(protectedHeader);
    Headers.refuseExtensions(members);
    if (unprotected != null) {
      Headers.refuseExtensions(unprotected);
      Headers.join(members.deepCopy(), unprotected);
    }
    return new JwsHeader(members);
  }

  /** The algorithm that the message claims; verification uses the key's and requires equality. */
  public String alg() {
    return alg;
  }

  /** The signer's key identifier, or null if the header has none. */
  public @Nullable String kid() {
    return kid;
  }

  /** A copy of a member, or null if it is absent. */
  public @Nullable JsonNode member(String name) {
    JsonNode value = members.get(name);
    return value == null ? null : value.deepCopy();
  }

  /** A copy of all members, {@code alg} and {@code kid} included, in their order. */
  public ObjectNode members() {
    return members.deepCopy();
  }

  @Override
  public String toString() {
    return "JwsHeader[" + members + "]";
  }
}
