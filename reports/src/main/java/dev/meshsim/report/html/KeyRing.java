package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.trust.VerifiedSignatures;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The public keys that the messages of a case show, and the names that the case has for keys. A key
 * is taken only if its fingerprint is its own, so a signature is verified by the key that it names.
 * Whether that key's owner was allowed to sign is not judged here.
 */
final class KeyRing {

  /** Signed objects in signed objects are unpacked so far. */
  static final int DEEPEST = 8;

  private final Dialect dialect;
  private final Map<String, String> names;
  private final Map<String, PublicKey> keys = new HashMap<>();
  private final Map<List<String>, List<Signature>> checked = new HashMap<>();

  private KeyRing(Dialect dialect, Map<String, String> names) {
    this.dialect = dialect;
    this.names = names;
  }

  /** The keys in all messages of a case. */
  static KeyRing of(ScenarioTrace trace) {
    KeyRing ring = new KeyRing(dialect(trace.dialect()), trace.cast().keyNames());
    for (TracedExchange exchange : trace.exchanges()) {
      Wire.tree(exchange.request()).ifPresent(json -> ring.collect(json, 0));
      Wire.tree(exchange.response()).ifPresent(json -> ring.collect(json, 0));
    }
    return ring;
  }

  private static Dialect dialect(String label) {
    return Dialect.labels().contains(label) ? Dialect.named(label) : Dialect.MESH;
  }

  private void collect(JsonNode json, int nesting) {
    if (Wire.isPublicKey(json)) {
      add(json);
    } else if (Wire.isSigned(json)) {
      if (nesting < DEEPEST) {
        Wire.unpacked(json.path("payload")).ifPresent(inner -> collect(inner, nesting + 1));
      }
    } else if (json.isContainer()) {
      json.forEach(member -> collect(member, nesting));
    }
  }

  private void add(JsonNode json) {
    if (keys.containsKey(json.path("UDF").asString(""))) {
      return;
    }
    try {
      Bytes tagged = Bytes.utf8("{\"PublicKey\":" + json + "}");
      PublicKey key =
          dialect.json().read(tagged, PublicKey.class, Map.of("PublicKey", PublicKey.class));
      keys.put(key.udf().text(), key);
    } catch (MeshException e) {
      // Not a key whose fingerprint is its own: its signatures are not checked.
    }
  }

  /** The name of a key in the scenario, if it has one. */
  Optional<String> name(String fingerprint) {
    return Optional.ofNullable(names.get(fingerprint));
  }

  /** The name of a key with its fingerprint, or the fingerprint of a key that has no name. */
  String described(String fingerprint) {
    return name(fingerprint).map(name -> name + " (" + fingerprint + ")").orElse(fingerprint);
  }

  /** The signatures of a signed object. */
  List<Signature> signatures(JsonNode signed) {
    List<String> octets =
        List.of(signed.path("payload").stringValue(), signed.path("signatures").toString());
    return checked.computeIfAbsent(octets, unused -> check(signed));
  }

  private List<Signature> check(JsonNode signed) {
    JsonWebSignature read;
    try {
      Bytes tagged = Bytes.utf8("{\"JoseWebSignature\":" + signed + "}");
      read =
          dialect
              .json()
              .read(
                  tagged,
                  JsonWebSignature.class,
                  Map.of("JoseWebSignature", JsonWebSignature.class));
    } catch (MeshException e) {
      return List.of(new Signature("a key that cannot be read", Signature.Check.UNREADABLE));
    }
    return new ArrayList<>(
        IntStream.range(0, read.signatures().size()).mapToObj(i -> check(read, i)).toList());
  }

  private Signature check(JsonWebSignature signed, int index) {
    Udf signer;
    try {
      signer = dialect.signatures().signer(signed, index);
    } catch (MeshException e) {
      return new Signature("a key that cannot be read", Signature.Check.UNREADABLE);
    }
    PublicKey key = keys.get(signer.text());
    if (key == null) {
      return new Signature(described(signer.text()), Signature.Check.KEY_UNKNOWN);
    }
    try {
      VerifiedSignatures.ofThisProcess()
          .unlessKnown(
              signed, index, key, () -> dialect.signatures().verify(signed, index, key.jwk()));
      return new Signature(described(signer.text()), Signature.Check.VERIFIED);
    } catch (MeshException e) {
      return new Signature(described(signer.text()), Signature.Check.WRONG);
    }
  }

  /** Those who can open an encrypted object, each in a few words; empty if the object says none. */
  List<String> readers(JsonNode encrypted) {
    List<String> readers = new ArrayList<>();
    Wire.unpacked(encrypted.path("protected")).flatMap(this::reader).ifPresent(readers::add);
    for (JsonNode recipient : encrypted.path("recipients")) {
      JsonNode header =
          recipient.has("Header") ? recipient.path("Header") : recipient.path("header");
      reader(header).ifPresent(readers::add);
    }
    return readers;
  }

  private Optional<String> reader(JsonNode header) {
    if (!header.path("kid").isString()) {
      return Optional.empty();
    }
    String key = described(header.path("kid").stringValue());
    boolean shared = header.path("alg").asString("").equals("dir");
    return Optional.of(shared ? "whoever has the shared secret " + key : key);
  }
}
