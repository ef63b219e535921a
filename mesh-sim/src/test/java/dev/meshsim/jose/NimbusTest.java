package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWEObjectJSON;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.MultiDecrypter;
import com.nimbusds.jose.crypto.MultiEncrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.crypto.X25519Decrypter;
import com.nimbusds.jose.crypto.X25519Encrypter;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Interoperability with Nimbus JOSE in both directions, for every algorithm that it supports. Ed448
 * and X448, which it does not, are in {@link SecondOpinionTest}.
 */
class NimbusTest {

  private static final Bytes PAYLOAD = Bytes.utf8("{\"Hello\":{}}");
  private static final String SECRET = "to be kept";

  private static JWK theirs(PrivateJwk key, String kid) throws Exception {
    byte[] json = key.toJson(kid).expose();
    return JWK.parse(new String(json, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ED448")
  void keysAreTheSame(Suite suite) throws Exception {
    for (KeySpec spec : new KeySpec[] {suite.signature(), suite.encryption()}) {
      PrivateJwk ours = TestKeys.of(spec);
      JWK theirs = theirs(ours, "k");
      PrivateJwk back = PrivateJwk.fromJson(Bytes.utf8(theirs.toJSONString()));
      assertEquals(ours.publicJwk(), back.publicJwk());
      assertEquals(ours.toJson("k"), back.toJson("k"));
      assertEquals(
          ours.publicJwk(),
          PublicJwk.fromJson(MeshJson.readTree(Bytes.utf8(theirs.toPublicJWK().toJSONString()))));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ED448")
  void theyVerifyOurs(Suite suite) throws Exception {
    PrivateJwk key = TestKeys.of(suite.signature());
    JWSVerifier verifier = verifier(theirs(key, "k"));
    JsonWebSignature signed = Jws.sign(PAYLOAD, key, "k", TestKeys.random());
    JsonWebSignature twice =
        Jws.addSignature(
            signed, TestKeys.of(KeySpec.ED25519), "other", Map.of(), TestKeys.random());
    JWSObjectJSON json = JWSObjectJSON.parse(MeshJson.write(twice).utf8());
    assertEquals(2, json.getSignatures().size());
    assertTrue(json.getSignatures().get(0).verify(verifier));
    JWSObject compact = JWSObject.parse(Jws.toCompact(signed));
    assertTrue(compact.verify(verifier));
    assertEquals("k", compact.getHeader().getKeyID());
    JWSObject changed =
        JWSObject.parse(Jws.toCompact(new JsonWebSignature(Bytes.utf8("x"), signed.signatures())));
    assertFalse(changed.verify(verifier));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ED448")
  void weVerifyTheirs(Suite suite) throws Exception {
    PrivateJwk key = TestKeys.of(suite.signature());
    JWK theirs = theirs(key, "k");
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.parse(suite.signature().algorithm().joseName()))
            .keyID("k")
            .build();
    JWSObject compact = new JWSObject(header, new Payload(PAYLOAD.toArray()));
    compact.sign(signer(theirs));
    Jws.verify(Jws.fromCompact(compact.serialize()), 0, key.publicJwk());
    JWSObjectJSON json = new JWSObjectJSON(new Payload(PAYLOAD.toArray()));
    json.sign(header, signer(theirs));
    Jws.verify(Jws.fromJson(Bytes.utf8(json.serializeGeneral())), 0, key.publicJwk());
    Jws.verify(Jws.fromJson(Bytes.utf8(json.serializeFlattened())), 0, key.publicJwk());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ED448", "RSA_2048_SHA1"})
  void theyDecryptOurs(Suite suite) throws Exception {
    PrivateJwk key = TestKeys.of(suite.encryption());
    PrivateJwk other = TestKeys.of(KeySpec.P256_AGREE);
    JWK theirs = theirs(key, "k");
    JsonWebEncryption message =
        Jwe.encrypt(
            TestKeys.secret(SECRET),
            List.of(
                new Jwe.Recipient("other", other.publicJwk()),
                new Jwe.Recipient("k", key.publicJwk())),
            TestKeys.random());
    JWEObjectJSON json = JWEObjectJSON.parse(MeshJson.write(message).utf8());
    json.decrypt(new MultiDecrypter(theirs));
    assertEquals(SECRET, json.getPayload().toString());
    JsonWebEncryption single =
        Jwe.encryptToOne(
            TestKeys.secret(SECRET), new Jwe.Recipient("k", key.publicJwk()), TestKeys.random());
    JWEObject compact = JWEObject.parse(Jwe.toCompact(single));
    compact.decrypt(decrypter(theirs));
    assertEquals(SECRET, compact.getPayload().toString());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ED448", "RSA_2048_SHA1"})
  void weDecryptTheirs(Suite suite) throws Exception {
    PrivateJwk key = TestKeys.of(suite.encryption());
    JWK theirs = theirs(key, "k").toPublicJWK();
    JWEHeader header =
        new JWEHeader.Builder(
                JWEAlgorithm.parse(suite.encryption().algorithm().joseName()),
                EncryptionMethod.A256GCM)
            .keyID("k")
            .build();
    JWEObject compact = new JWEObject(header, new Payload(SECRET));
    compact.encrypt(encrypter(theirs));
    assertEquals(
        TestKeys.secret(SECRET), Jwe.decrypt(Jwe.fromCompact(compact.serialize()), "k", key));
    JWEHeader shared = new JWEHeader.Builder(EncryptionMethod.A256GCM).build();
    JWEObjectJSON json = new JWEObjectJSON(shared, new Payload(SECRET));
    JWK other = theirs(TestKeys.of(KeySpec.P256_AGREE), "other").toPublicJWK();
    json.encrypt(new MultiEncrypter(new JWKSet(List.of(other, theirs))));
    assertEquals(
        TestKeys.secret(SECRET),
        Jwe.decrypt(Jwe.fromJson(Bytes.utf8(json.serializeGeneral())), "k", key));
  }

  private static JWSVerifier verifier(JWK key) throws Exception {
    return switch (key.getKeyType().getValue()) {
      case "OKP" -> new Ed25519Verifier(key.toOctetKeyPair().toPublicJWK());
      case "EC" -> new ECDSAVerifier(key.toECKey());
      default -> new RSASSAVerifier(key.toRSAKey());
    };
  }

  private static JWSSigner signer(JWK key) throws Exception {
    return switch (key.getKeyType().getValue()) {
      case "OKP" -> new Ed25519Signer(key.toOctetKeyPair());
      case "EC" -> new ECDSASigner(key.toECKey());
      default -> new RSASSASigner(key.toRSAKey());
    };
  }

  private static JWEDecrypter decrypter(JWK key) throws Exception {
    return switch (key.getKeyType().getValue()) {
      case "OKP" -> new X25519Decrypter(key.toOctetKeyPair());
      case "EC" -> new ECDHDecrypter(key.toECKey());
      default -> new RSADecrypter(key.toRSAKey());
    };
  }

  private static JWEEncrypter encrypter(JWK key) throws Exception {
    return switch (key.getKeyType().getValue()) {
      case "OKP" -> new X25519Encrypter(key.toOctetKeyPair());
      case "EC" -> new ECDHEncrypter(key.toECKey());
      default -> new RSAEncrypter(key.toRSAKey());
    };
  }
}
