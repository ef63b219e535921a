package dev.meshsim.jose;

import dev.meshsim.error.Quote;
import dev.meshsim.jose.cipher.ContentEncryption;
import dev.meshsim.jose.key.EcCurve;
import dev.meshsim.jose.key.EdwardsCurve;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.jose.key.JwkMembers;
import dev.meshsim.jose.key.KeyKind;
import dev.meshsim.jose.key.MontgomeryCurve;
import dev.meshsim.jose.key.PrivateMaterial;
import dev.meshsim.jose.key.RsaKind;
import dev.meshsim.jose.key.RsaUse;
import dev.meshsim.jose.key.Verifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The algorithms that are read from other software's messages, each with its key reader. Two are
 * excluded on purpose: RSA1_5, because its padding is an oracle for an attacker who sends variants
 * (RFC 8017 7.2), and PBES2, because the sender would decide how long the reader computes.
 */
final class ForeignAlgorithms {

  /** The longest HMAC key that is read. */
  private static final int MANY_OCTETS = 1024;

  private static final Map<String, ForSignatures> SIGNATURES = new HashMap<>();
  private static final Map<String, ForEncryption> ENCRYPTION = new HashMap<>();
  private static final Set<String> DIRECT = new HashSet<>();

  private ForeignAlgorithms() {}

  /** A reader of verification keys; it registers what has to be cleared with {@code secrets}. */
  interface ForSignatures {
    Verifier read(JwkMembers jwk, ForeignJwk.Secrets secrets);
  }

  /** A reader of decryption keys; it registers what has to be cleared with {@code secrets}. */
  interface ForEncryption {
    KeyOpener read(JwkMembers jwk, ForeignJwk.Secrets secrets);
  }

  static {
    SIGNATURES.put("EdDSA", (jwk, secrets) -> kind(jwk, EdwardsCurve.values()).readPublic(jwk));
    SIGNATURES.put("ES256", (jwk, secrets) -> EcCurve.P_256.readPublic(jwk));
    SIGNATURES.put("ES384", (jwk, secrets) -> EcCurve.P_384.readPublic(jwk));
    SIGNATURES.put("ES512", (jwk, secrets) -> EcCurve.P_521.readPublic(jwk));
    for (RsaUse use : RsaUse.values()) {
      if (use.signs()) {
        SIGNATURES.put(use.name(), (jwk, secrets) -> new RsaKind(use, 0).readPublic(jwk));
      }
    }
    hmac("HS256", "HmacSHA256", 32);
    hmac("HS384", "HmacSHA384", 48);
    hmac("HS512", "HmacSHA512", 64);

    rsa("RSA-OAEP", RsaUse.RSA_OAEP);
    rsa("RSA-OAEP-256", RsaUse.RSA_OAEP_256);
    ENCRYPTION.put(
        "ECDH-ES",
        (jwk, secrets) -> {
          PrivateMaterial key = secrets.keep(agreementKey(jwk));
          return (header, encryptedKey, content) ->
              KeyManagement.agreed(key, header, encryptedKey, content);
        });
    for (int octets : new int[] {16, 24, 32}) {
      String bits = Integer.toString(8 * octets);
      agreementAndWrap("ECDH-ES+A" + bits + "KW", octets);
      ENCRYPTION.put(
          "A" + bits + "KW",
          (jwk, secrets) -> {
            OctKey key = secrets.keep(OctKey.read(jwk).expectOctets(octets, octets));
            return (header, encryptedKey, content) -> key.unwrap(encryptedKey);
          });
      ENCRYPTION.put(
          "A" + bits + "GCMKW",
          (jwk, secrets) -> {
            OctKey key = secrets.keep(OctKey.read(jwk).expectOctets(octets, octets));
            return (header, encryptedKey, content) -> key.openGcm(header, encryptedKey);
          });
    }
    for (ContentEncryption content : ContentEncryption.values()) {
      direct(content);
    }
  }

  private static void hmac(String alg, String hmac, int octets) {
    SIGNATURES.put(
        alg,
        (jwk, secrets) -> {
          OctKey key = secrets.keep(OctKey.read(jwk).expectOctets(octets, MANY_OCTETS));
          return (input, code) -> key.verify(hmac, input, code);
        });
  }

  /** Adds a direct key: its {@code alg} names a content cipher, its messages have {@code dir}. */
  private static void direct(ContentEncryption only) {
    ENCRYPTION.put(
        only.joseName(),
        (jwk, secrets) -> {
          OctKey key =
              secrets.keep(OctKey.read(jwk).expectOctets(only.keyOctets(), only.keyOctets()));
          return (header, encryptedKey, content) -> {
            if (content != only) {
              throw new JoseException.AlgorithmMismatch(
                  "the content is encrypted with "
                      + content.joseName()
                      + "; the key is for "
                      + only,
                  "check that the right key was looked up");
            }
            return key.direct(encryptedKey);
          };
        });
    DIRECT.add(only.joseName());
  }

  /** The {@code alg} of messages for keys of algorithm {@code alg}: {@code dir} for direct keys. */
  static String inHeader(String alg) {
    return DIRECT.contains(alg) ? "dir" : alg;
  }

  private static void rsa(String alg, RsaUse use) {
    ENCRYPTION.put(
        alg,
        (jwk, secrets) -> {
          PrivateMaterial key = new RsaKind(use, 0).readPrivate(jwk);
          return (header, encryptedKey, content) -> key.decryptKey(encryptedKey);
        });
  }

  private static void agreementAndWrap(String alg, int octets) {
    ENCRYPTION.put(
        alg,
        (jwk, secrets) -> {
          PrivateMaterial key = secrets.keep(agreementKey(jwk));
          return (header, encryptedKey, content) ->
              KeyManagement.unwrap(key, alg, octets, header, encryptedKey);
        });
  }

  private static PrivateMaterial agreementKey(JwkMembers jwk) {
    return jwk.text("kty").equals(EcCurve.KTY)
        ? kind(jwk, EcCurve.values()).readPrivate(jwk)
        : kind(jwk, MontgomeryCurve.values()).readPrivate(jwk);
  }

  private static KeyKind kind(JwkMembers jwk, KeyKind... kinds) {
    for (KeyKind kind : kinds) {
      if (kind.kty().equals(jwk.text("kty")) && kind.matches(jwk)) {
        return kind;
      }
    }
    throw JwkMembers.bad(
        "the key's algorithm does not match crv " + Quote.text(jwk.optionalText("crv")),
        "check members \"alg\", \"kty\" and \"crv\"");
  }

  static boolean signs(String alg) {
    return SIGNATURES.containsKey(alg);
  }

  static ForSignatures signatures(String alg) {
    return known(alg, SIGNATURES);
  }

  static ForEncryption encryption(String alg) {
    return known(alg, ENCRYPTION);
  }

  private static <T> T known(String alg, Map<String, T> table) {
    T found = table.get(alg);
    if (found == null) {
      Set<String> all = new TreeSet<>(SIGNATURES.keySet());
      all.addAll(ENCRYPTION.keySet());
      throw new JoseException.UnsupportedAlgorithm(
          "the algorithm " + Quote.text(alg) + " is not supported",
          "supported are " + String.join(", ", all));
    }
    return found;
  }
}
