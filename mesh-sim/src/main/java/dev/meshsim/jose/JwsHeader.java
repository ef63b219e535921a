package dev.meshsim.jose;

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

  /** The algorithm the message claims; verification goes by the key and only compares. */
  public String alg() {
    return alg;
  }

  /** The signer's key identifier, or null if the header has none. */
  public @Nullable String kid() {
    return kid;
  }

  /** A member by name, or null if there is none. */
  public @Nullable JsonNode member(String name) {
    JsonNode value = members.get(name);
    return value == null ? null : value.deepCopy();
  }

  /** All members, {@code alg} and {@code kid} included, in their order: a copy. */
  public ObjectNode members() {
    return members.deepCopy();
  }

  @Override
  public String toString() {
    return "JwsHeader[" + members + "]";
  }
}
