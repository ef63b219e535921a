package dev.meshsim.profile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.JsonException;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Private keys read from a text, each with its member in that text. The text is an {@code
 * EscrowedKeySet}, complete or not (schema, developer-08 6.6; in 2016 its only member was {@code
 * PrivateKeys}), a {@code DevicePrivateProfile}, or a single key, as a JWK (RFC 7517) or in its
 * tag. Unlike {@link EscrowedKeySet}, it does not require all keys of a profile.
 */
public final class PrivateKeySet implements AutoCloseable {

  /** The role of a key that is the whole of its text. */
  public static final String ALONE = "Key";

  private static final String ESCROWED = "EscrowedKeySet";
  private static final String DEVICE = "DevicePrivateProfile";
  private static final String TAG = "PrivateKey";
  private static final Set<String> LISTS = Set.of("MasterEscrowKeys", "PrivateKeys");
  private static final Map<String, Set<String>> ROLES =
      Map.of(
          ESCROWED,
          Set.of("MasterSignatureKey", "MasterEscrowKeys", "PrivateKeys"),
          DEVICE,
          Set.of("DeviceSignatureKey", "DeviceAuthenticationKey", "DeviceEncryptiontionKey"));
  private static final Set<String> SIGNERS =
      Set.of("MasterSignatureKey", "DeviceSignatureKey", "DeviceAuthenticationKey");

  private final Dialect dialect;
  private final List<Item> items;

  private PrivateKeySet(Dialect dialect, List<Item> items) {
    this.dialect = dialect;
    this.items = List.copyOf(items);
  }

  /**
   * One key.
   *
   * @param role the name of its member, or {@link #ALONE}
   * @param udf its fingerprint in the set's dialect
   * @param key the pair
   */
  public record Item(String role, Udf udf, PrivateJwk key) {}

  /**
   * Reads keys.
   *
   * @param dialect the dialect of the text and of the fingerprints. In {@link Dialect#PORTAL_2017}
   *     a key does not state its use: the member does, and a single key is for decryption
   * @throws ProfileException with code {@link ProfileException.Code#BAD_KEYS} if it is not such a
   *     text, or if a key's {@code kid} is another key's fingerprint; no message repeats any of the
   *     text
   * @throws dev.meshsim.jose.key.JoseException.BadKey if a key is malformed or not a pair
   */
  public static PrivateKeySet read(SecretBytes json, Dialect dialect) {
    byte[] text = json.expose();
    List<Item> items = new ArrayList<>();
    try {
      collect(dialect, dialect.json().readTree(Bytes.of(text)), items);
      return new PrivateKeySet(dialect, items);
    } catch (JsonException e) {
      throw ProfileException.keys("the text is not JSON" + e.position());
    } catch (IllegalArgumentException e) {
      throw ProfileException.keys(
          "a key is neither in a tag of PrivateKey and its kty nor a JWK with a member d");
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  /** The keys in the order of the text. */
  public List<Item> items() {
    return items;
  }

  /**
   * The key that {@code udf} identifies, in any form of fingerprint that the dialect reads,
   * truncated or not.
   */
  public Optional<Item> named(Udf udf) {
    return items.stream()
        .filter(item -> dialect.identifies(udf, item.key().publicJwk()))
        .findFirst();
  }

  /**
   * The set as a tagged {@code EscrowedKeySet} with clean base64url, from whatever form it was
   * read.
   */
  public SecretBytes toJson() {
    Map<String, List<Item>> byRole = new LinkedHashMap<>();
    items.forEach(item -> byRole.computeIfAbsent(item.role(), r -> new ArrayList<>()).add(item));
    SecretBuilder out = new SecretBuilder().text("{\"" + ESCROWED + "\":{");
    String comma = "";
    for (Map.Entry<String, List<Item>> member : byRole.entrySet()) {
      boolean list = LISTS.contains(member.getKey());
      out.text(comma + "\"" + member.getKey() + "\":" + (list ? "[" : ""));
      comma = "";
      for (Item item : member.getValue()) {
        append(out.text(comma), dialect, item.key());
        comma = ",";
      }
      out.text(list ? "]" : "");
    }
    return out.text("}}").finish();
  }

  @Override
  public void close() {
    items.forEach(item -> item.key().close());
  }

  /** {@code PrivateKeySet[n keys]}. */
  @Override
  public String toString() {
    return "PrivateKeySet[" + items.size() + " keys]";
  }

  /** Writes a key in its tag, with the members that {@code dialect} gives it. */
  static void append(SecretBuilder out, Dialect dialect, PrivateJwk key) {
    String kid = dialect.fingerprint(key.publicJwk()).text();
    String tag = KeyTags.privateTag(key.publicJwk().toJson(kid));
    try (SecretBytes json =
        dialect == Dialect.PORTAL_2017 ? key.toUntypedJson(kid) : key.toJson(kid)) {
      out.text("{\"" + tag + "\":").secret(json).text("}");
    }
  }

  private static void collect(Dialect dialect, JsonNode tree, List<Item> items) {
    String tag = tree.size() == 1 ? tree.propertyNames().iterator().next() : "";
    Set<String> roles = ROLES.get(tag);
    if (roles == null) {
      items.add(item(dialect, ALONE, tree));
      return;
    }
    for (Map.Entry<String, JsonNode> member : tree.path(tag).properties()) {
      if (!roles.contains(member.getKey())) {
        throw ProfileException.keys("the " + tag + " has a member that is not of such an object");
      }
      if (LISTS.contains(member.getKey())) {
        member.getValue().forEach(key -> items.add(item(dialect, member.getKey(), key)));
      } else {
        items.add(item(dialect, member.getKey(), member.getValue()));
      }
    }
  }

  private static Item item(Dialect dialect, String role, JsonNode tree) {
    boolean tagged = tree.size() == 1 && tree.propertyNames().iterator().next().startsWith(TAG);
    JsonNode key = tagged ? KeyTags.untagPrivate(tree) : tree;
    if (!(key instanceof ObjectNode found) || !found.has("d")) {
      throw new IllegalArgumentException("no private key");
    }
    ObjectNode members = found.deepCopy();
    if (dialect == Dialect.PORTAL_2017 && (tagged || !members.has("alg"))) {
      members.put("kty", "RSA").put("alg", SIGNERS.contains(role) ? "RS512" : "RSA-OAEP");
    }
    PrivateJwk pair = PrivateJwk.fromJson(members);
    requireName(dialect, members.get("kid"), pair);
    return new Item(role, dialect.fingerprint(pair.publicJwk()), pair);
  }

  /**
   * Checks a key against its {@code kid}. The reference's encryption has no authentication, so that
   * a key pair may have been exchanged for another.
   */
  private static void requireName(Dialect dialect, @Nullable JsonNode kid, PrivateJwk key) {
    try {
      if (kid != null && kid.isString()) {
        Udf named = Udf.parse(kid.stringValue());
        if (Dialect.of(named) == dialect && !dialect.identifies(named, key.publicJwk())) {
          throw ProfileException.keys("a key is not the one that its kid names");
        }
      }
    } catch (UdfException.Syntax e) {
      // A JWK from elsewhere may have any name.
    }
  }
}
