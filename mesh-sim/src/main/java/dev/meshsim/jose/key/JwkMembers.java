package dev.meshsim.jose.key;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of a JWK, read strictly. Every failure is a {@link JoseException.BadKey}. */
public final class JwkMembers {

  private final JsonNode object;

  private JwkMembers(JsonNode object) {
    this.object = object;
  }

  /** Requires a JSON object. */
  public static JwkMembers of(JsonNode node) {
    if (!node.isObject()) {
      throw bad("a JWK is a JSON object", "give an object such as {\"kty\":\"OKP\",...}");
    }
    return new JwkMembers(node);
  }

  /** A failure of a key, for the caller to throw. */
  public static JoseException.BadKey bad(String problem, String hint) {
    return new JoseException.BadKey(problem, hint);
  }

  /** True if the key has a member of this name. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** Requires that the key has no member besides {@code names}. */
  public void only(Collection<String> names) {
    for (String name : object.propertyNames()) {
      if (!names.contains(name)) {
        throw bad(
            "the key has a member "
                + Quote.text(name)
                + "; it may have "
                + String.join(", ", names),
            name.equals("d")
                ? "a private key was given where a public one belongs: keep it secret"
                : "leave the member out");
      }
    }
  }

  /** A string member, or null if it is absent. */
  public @Nullable String optionalText(String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw bad("member \"" + name + "\" of the key is not a string", "see RFC 7517");
    }
    return value.asString();
  }

  /** A string member that must be present. */
  public String text(String name) {
    String value = optionalText(name);
    if (value == null) {
      throw bad("the key has no member \"" + name + "\"", "see RFC 7517, RFC 7518 6, RFC 8037 2");
    }
    return value;
  }

  /** Requires that a string member has this value. */
  public void expect(String name, String value) {
    String found = text(name);
    if (!found.equals(value)) {
      throw bad(
          "member \""
              + name
              + "\" of the key is "
              + Quote.text(found)
              + "; expected \""
              + value
              + "\"",
          "use a key of the expected kind");
    }
  }

  /** Requires that an array member, if present, contains one of {@code values}. */
  public void expectOneOf(String name, Set<String> values) {
    JsonNode array = object.get(name);
    if (array == null) {
      return;
    }
    for (JsonNode value : array) {
      if (value.isString() && values.contains(value.asString())) {
        return;
      }
    }
    throw bad(
        "member \""
            + name
            + "\" of the key allows "
            + Quote.text(array.toString())
            + ", not one of "
            + values,
        "use a key that is for this");
  }

  /** The octets of a base64url member, of any length; the caller clears secret ones. */
  public byte[] octets(String name) {
    try {
      return Bytes.base64Url(text(name)).toArray();
    } catch (IllegalArgumentException e) {
      throw bad(
          "member \"" + name + "\" of the key is not base64url without padding",
          "encode it as RFC 4648 section 5 says");
    }
  }

  /** The octets of a base64url member, which must be exactly {@code length}. */
  public byte[] octets(String name, int length) {
    byte[] value = octets(name);
    if (value.length != length) {
      throw bad(
          "member \"" + name + "\" of the key has " + value.length + " octets, not " + length,
          "write leading zero octets too");
    }
    return value;
  }

  /** A positive number, big-endian without leading zero octets (RFC 7518 2: Base64urlUInt). */
  BigInteger integer(String name) {
    byte[] value = octets(name);
    if (value.length == 0 || value[0] == 0) {
      throw bad(
          "member \"" + name + "\" of the key is not a positive number in its shortest form",
          "leave leading zero octets out (RFC 7518 section 2)");
    }
    return new BigInteger(1, value);
  }
}
