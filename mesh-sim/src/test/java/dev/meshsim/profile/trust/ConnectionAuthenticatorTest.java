package dev.meshsim.profile.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of a connection, and the header members of requests and answers that it is made of. */
class ConnectionAuthenticatorTest {

  private static final Udf DEVICE = Udf.parse("MD3R-XZSE-ILL2-NIQ6-QULP-ZX25-QWL3");
  private static final Udf PROFILE = Udf.parse("MDCV-QMFV-OMLD-RKAM-SWKT-KGDU-574T");
  private static final Bytes MASTER = Bytes.hex("a1".repeat(32));
  private static final Bytes SALT = Bytes.hex("b2".repeat(16));

  private final RandomStream random = World.seeded(1).stream("test", "code");
  private final PrivateJwk key = PrivateJwk.generate(KeySpec.ED25519, random);

  @Test
  void theCodeHasSixteenLettersAndDependsOnEveryPart() {
    String code = ConnectionAuthenticator.of(DEVICE, PROFILE, MASTER, SALT).text();
    assertTrue(code.matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}"), code);
    Bytes other = Bytes.hex("a1".repeat(31) + "a2");
    Bytes otherSalt = Bytes.hex("b2".repeat(15) + "b3");
    for (Udf changed :
        List.of(
            ConnectionAuthenticator.of(PROFILE, PROFILE, MASTER, SALT),
            ConnectionAuthenticator.of(DEVICE, DEVICE, MASTER, SALT),
            ConnectionAuthenticator.of(DEVICE, PROFILE, other, SALT),
            ConnectionAuthenticator.of(DEVICE, PROFILE, MASTER, otherSalt))) {
      assertNotEquals(code, changed.text());
    }
  }

  /** Computed without the classes under test: SHA-512 twice, as mesh-udf-08 3.4 says. */
  @Test
  void theCodeIsTheBeginningOfAFingerprint() throws Exception {
    String text = DEVICE + ":" + PROFILE + ":" + MASTER.base64Url() + ":" + SALT.base64Url() + ":";
    MessageDigest sha = MessageDigest.getInstance("SHA-512");
    byte[] inner = sha.digest(text.getBytes(StandardCharsets.UTF_8));
    sha.update("application/udf:".getBytes(StandardCharsets.UTF_8));
    byte[] digest = sha.digest(inner);
    Udf code = ConnectionAuthenticator.of(DEVICE, PROFILE, MASTER, SALT);
    assertEquals(10, code.bytes().length());
    assertEquals(
        Bytes.of(digest, 0, 9), Bytes.of(code.bytes().toArray(), 1, 10), "72 bits of the digest");
  }

  @Test
  void aWrittenCodeIsComparedWhole() {
    String code = "MDDK-7N6A-727A-JZNO";
    assertTrue(ConnectionAuthenticator.matches(code, "mddk7n6a 727ajzno "));
    assertFalse(ConnectionAuthenticator.matches(code, "MDDK-7N6A-727A"));
    assertFalse(ConnectionAuthenticator.matches(code, "MDDK-7N6A-727A-JZNP"));
    assertFalse(ConnectionAuthenticator.matches(code, "MDDK-7N6A-727A-JZNOA"));
    assertFalse(ConnectionAuthenticator.matches(code, ""));
  }

  @Test
  void aDigestIsOverHeaderAndPayloadAndNotOverTheSignature() throws Exception {
    JsonWebSignature signed = signed(Map.of());
    var first = signed.signatures().get(0);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String input =
        base64.encodeToString(first.protectedHeader().toArray())
            + "."
            + base64.encodeToString(signed.payload().toArray());
    byte[] expected =
        MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.US_ASCII));
    assertEquals(Bytes.of(expected), SignedDigest.of(signed));
    var otherSignature =
        new JsonWebSignature.Signature(first.protectedHeader(), null, Bytes.utf8("other"));
    assertEquals(
        SignedDigest.of(signed),
        SignedDigest.of(new JsonWebSignature(signed.payload(), List.of(otherSignature))));
    assertNotEquals(
        SignedDigest.of(signed),
        SignedDigest.of(new JsonWebSignature(Bytes.utf8("other"), signed.signatures())));
  }

  @Test
  void aRequestHasSaltAndTimeOrNeither() {
    assertEquals(Optional.empty(), RequestSalt.of(request(Map.of())));
    RequestSalt salt = RequestSalt.fresh(random, Instant.ofEpochSecond(7, 123_456_789));
    assertEquals(Instant.ofEpochMilli(7123), salt.issued());
    assertEquals(Optional.of(salt), RequestSalt.of(request(salt.header())));
  }

  @ParameterizedTest
  @CsvSource({
    "salt, AAAAAAAAAAAAAAAAAAAAAA==",
    "salt, AAAAAAAAAAAAAAAAAAAA",
    "salt, AAAAAAAAAAAAAAAAAAAAAAAA",
    "salt, AAAAAAAAAAAAAAAAAAAAA%",
    "salt,",
    "iat, yesterday",
    "iat,"
  })
  void aMalformedSaltIsRefused(String member, String value) {
    Map<String, Object> header = new HashMap<>(RequestSalt.fresh(random, Instant.EPOCH).header());
    header.remove(member);
    if (value != null) {
      header.put(member, value);
    }
    ProfileException e =
        assertThrows(ProfileException.class, () -> RequestSalt.of(request(header)));
    assertTrue(e.problem().contains("salt of 16 octets"), e.problem());
  }

  @Test
  void aTimeIsAWholeNumberOfMilliseconds() {
    for (Object time : List.of(1.5, Double.MAX_VALUE, "1", true)) {
      Map<String, Object> header = new HashMap<>(RequestSalt.fresh(random, Instant.EPOCH).header());
      header.put("iat", time);
      assertThrows(ProfileException.class, () -> RequestSalt.of(request(header)), "" + time);
    }
  }

  @Test
  void anAnswerNamesADigestOrNothing() {
    assertEquals(Optional.empty(), AnsweredRequest.of(result(Map.of())));
    assertEquals(Optional.of(MASTER), AnsweredRequest.of(result(AnsweredRequest.header(MASTER))));
    for (Object bad : List.of(1, SALT.base64Url(), MASTER.base64Url() + "=", "")) {
      assertThrows(
          ProfileException.class, () -> AnsweredRequest.of(result(Map.of("answers", bad))));
    }
  }

  private SignedConnectionRequest request(Map<String, Object> header) {
    return new SignedConnectionRequest(DEVICE, signed(header));
  }

  private SignedConnectionResult result(Map<String, Object> header) {
    return new SignedConnectionResult(DEVICE, signed(header));
  }

  private JsonWebSignature signed(Map<String, Object> header) {
    return Dialect.MESH.signatures().sign(Bytes.utf8("{}"), key, DEVICE, header, random);
  }
}
