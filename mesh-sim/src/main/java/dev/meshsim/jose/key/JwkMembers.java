package dev.meshsim.jose.key;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a JWK. Members that are not known are ignored (RFC 7517 4). Every failure is a
 * {@link JoseException.BadKey}.
 */
public final class JwkMembers {

  /** The members with private numbers of all kinds of keys (RFC 7518 6.2.2, 6.3.2 and 6.4.1). */
  private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "k");

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

  /** Refuses members that hold private numbers, except {@code allowed}. */
  public void refusePrivate(Collection<String> allowed) {
    refuseOtherPrimes();
    for (String name : PRIVATE) {
      if (object.has(name) && !allowed.contains(name)) {
        throw bad(
            "the key has a member \"" + name + "\", which this kind of key does not have",
            allowed.isEmpty()
                ? "a private key was given where a public one belongs: keep it secret"
                : "leave the member out");
      }
    }
  }

  /** Refuses an RSA key of more than two primes, as RFC 7518 6.3.2.7 asks of such a reader. */
  void refuseOtherPrimes() {
    if (has("oth")) {
      throw bad("the RSA key has more than two primes (\"oth\")", "use a key of two primes");
    }
  }

  /** A copy of the members besides {@code names}, in their order. */
  public ObjectNode without(Collection<String> names) {
    ObjectNode others = JsonNodeFactory.instance.objectNode();
    object.forEachEntry(
        (name, value) -> {
          if (!names.contains(name)) {
            others.set(name, value.deepCopy());
          }
        });
    return others;
  }

  /** Requires that {@code use} (RFC 7517 4.2), if present, is that of the algorithm. */
  public void expectUse(boolean signs, String alg) {
    String use = optionalText("use");
    if (use != null && !use.equals(signs ? "sig" : "enc")) {
      throw bad(
          "the key has use " + Quote.text(use) + " but alg \"" + alg + "\"",
          "leave \"use\" out, or make it agree with \"alg\"");
    }
  }

  /**
   * Requires that {@code key_ops} (RFC 7517 4.3), if present, has one of {@code operations}.
   *
   * @param mayBeEmpty true for a public key for key agreement: no operation needs it alone, so that
   *     browsers write it without any
   */
  public void expectOperation(Collection<String> operations, boolean mayBeEmpty, String alg) {
    JsonNode array = object.get("key_ops");
    if (array == null) {
      return;
    }
    Set<String> found = new LinkedHashSet<>();
    boolean strings = array.isArray();
    for (JsonNode value : array) {
      strings = strings && value.isString() && found.add(value.asString());
    }
    if (!strings) {
      throw bad(
          "member \"key_ops\" of the key is not an array of different strings",
          "see RFC 7517 section 4.3");
    }
    if (Collections.disjoint(found, operations) && !(mayBeEmpty && found.isEmpty())) {
      throw bad(
          "the key has key_ops " + Quote.text(found.toString()) + " but alg \"" + alg + "\"",
          "leave \"key_ops\" out, or give it one of " + String.join(", ", operations));
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
