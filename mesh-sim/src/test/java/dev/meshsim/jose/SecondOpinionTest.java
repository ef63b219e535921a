package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.RawAgreement;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.agreement.X448Agreement;
import org.bouncycastle.crypto.agreement.kdf.ConcatenationKDFGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * A second implementation of the RFCs, step by step and only with Bouncy Castle's classes, that
 * reads messages on the curves of RFC 8032 and RFC 7748.
 */
class SecondOpinionTest {

  private static final String SECRET = "to be kept";

  private final World world = World.seeded(3);

  private RandomStream random() {
    return world.stream("alice-desktop", "test");
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "ED448"})
  void signatures(KeySpec spec) {
    PrivateJwk key = PrivateJwk.generate(spec, random());
    JsonWebSignature signed = Jws.sign(Bytes.utf8("payload"), key, "k", random());
    Signature signature = signed.signatures().get(0);
    byte[] x = octets(key.publicJwk().toJson(null), "x");
    Signer verifier = spec == KeySpec.ED448 ? new Ed448Signer(new byte[0]) : new Ed25519Signer();
    verifier.init(
        false,
        spec == KeySpec.ED448
            ? new Ed448PublicKeyParameters(x, 0)
            : new Ed25519PublicKeyParameters(x, 0));
    String input = signature.protectedHeader().base64Url() + "." + signed.payload().base64Url();
    byte[] octets = input.getBytes(StandardCharsets.US_ASCII);
    verifier.update(octets, 0, octets.length);
    assertTrue(verifier.verifySignature(signature.signature().toArray()));
    assertEquals("{\"alg\":\"EdDSA\",\"kid\":\"k\"}", signature.protectedHeader().utf8());
  }

  @ParameterizedTest
  @EnumSource(names = {"X25519", "X448"})
  void encryption(KeySpec spec) throws Exception {
    PrivateJwk key = PrivateJwk.generate(spec, random());
    JsonWebEncryption message =
        Jwe.encrypt(
            SecretBytes.moveFrom(SECRET.getBytes(StandardCharsets.UTF_8)),
            List.of(new Jwe.Recipient("k", key.publicJwk())),
            random());
    ObjectNode header = message.recipients().get(0).header();
    byte[] wrappingKey = concatKdf(agree(spec, key, octets(header.get("epk"), "x")));
    byte[] contentKey = unwrap(wrappingKey, message.recipients().get(0).encryptedKey().toArray());
    assertArrayEquals(SECRET.getBytes(StandardCharsets.UTF_8), open(message, contentKey));
    assertEquals("{\"enc\":\"A256GCM\"}", message.protectedHeader().utf8());
    assertEquals(List.of("alg", "kid", "epk"), List.copyOf(header.propertyNames()));
  }

  private static byte[] octets(tools.jackson.databind.JsonNode object, String member) {
    return Bytes.base64Url(object.get(member).asString()).toArray();
  }

  private static byte[] agree(KeySpec spec, PrivateJwk key, byte[] epk) throws Exception {
    RawAgreement agreement = spec == KeySpec.X448 ? new X448Agreement() : new X25519Agreement();
    CipherParameters own = PrivateKeyFactory.createKey(key.pkcs8().expose());
    agreement.init(own);
    byte[] shared = new byte[agreement.getAgreementSize()];
    agreement.calculateAgreement(
        spec == KeySpec.X448
            ? new X448PublicKeyParameters(epk, 0)
            : new X25519PublicKeyParameters(epk, 0),
        shared,
        0);
    return shared;
  }

  private static byte[] concatKdf(byte[] shared) {
    byte[] name = "ECDH-ES+A256KW".getBytes(StandardCharsets.US_ASCII);
    byte[] info =
        ByteBuffer.allocate(4 + name.length + 12)
            .putInt(name.length)
            .put(name)
            .putInt(0)
            .putInt(0)
            .putInt(256)
            .array();
    ConcatenationKDFGenerator generator = new ConcatenationKDFGenerator(new SHA256Digest());
    generator.init(new KDFParameters(shared, info));
    byte[] key = new byte[32];
    generator.generateBytes(key, 0, 32);
    return key;
  }

  private static byte[] unwrap(byte[] wrappingKey, byte[] wrapped)
      throws InvalidCipherTextException {
    AESWrapEngine engine = new AESWrapEngine();
    engine.init(false, new KeyParameter(wrappingKey));
    return engine.unwrap(wrapped, 0, wrapped.length);
  }

  private static byte[] open(JsonWebEncryption message, byte[] key)
      throws InvalidCipherTextException {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    byte[] aad = message.protectedHeader().base64Url().getBytes(StandardCharsets.US_ASCII);
    cipher.init(false, new AEADParameters(new KeyParameter(key), 128, message.iv().toArray(), aad));
    byte[] input =
        ByteBuffer.allocate(message.ciphertext().length() + message.tag().length())
            .put(message.ciphertext().toArray())
            .put(message.tag().toArray())
            .array();
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    int length = cipher.processBytes(input, 0, input.length, output, 0);
    cipher.doFinal(output, length);
    return output;
  }
}
