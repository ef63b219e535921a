package dev.meshsim.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No other signed object passes for a request: each member of the header is there and is so. */
class RequestEnvelopeTest {

  private static final Dialect MESH = Dialect.MESH;
  private static final Bytes REQUEST = Bytes.utf8("{\"Hello\":{}}");
  private static final RandomStream RANDOM = World.seeded(7).stream("envelope", "test");
  private static final PrivateJwk KEY = PrivateJwk.generate(KeySpec.ED25519, RANDOM);

  private static Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", RequestEnvelope.TYPE);
    header.put("sub", "alice@example.com");
    header.put("aud", "example.com");
    header.put("iat", 1_554_336_000_004L);
    header.put("jti", "once");
    header.put("challenge", "drawn");
    return header;
  }

  private static JsonWebSignature signed(Map<String, Object> header) {
    return MESH.signatures().sign(REQUEST, KEY, MESH.fingerprint(KEY.publicJwk()), header, RANDOM);
  }

  private static RequestEnvelope open(JsonWebSignature signed) {
    return RequestEnvelope.open(MESH, MESH.json().write(RequestEnvelope.TAG, signed));
  }

  private static void refused(String problem, JsonWebSignature signed) {
    MeshException e = assertThrows(MeshException.class, () -> open(signed));
    assertTrue(e.problem().contains(problem), e.getMessage());
  }

  private static void refused(String problem, String member, Object value) {
    Map<String, Object> header = header();
    if (value == null) {
      header.remove(member);
    } else {
      header.put(member, value);
    }
    refused(problem, signed(header));
  }

  @Test
  void whatWasSealedIsOpened() {
    RequestEnvelope envelope = open(signed(header()));
    assertEquals(REQUEST, envelope.request());
    assertEquals(MESH.fingerprint(KEY.publicJwk()), envelope.key());
    assertEquals("alice@example.com", envelope.claims().account());
    assertEquals("example.com", envelope.claims().domain());
    assertEquals(Instant.parse("2019-04-04T00:00:00.004Z"), envelope.claims().issued());
    assertEquals("once", envelope.claims().nonce());
    assertEquals("drawn", envelope.claims().challenge());
  }

  @Test
  void anotherSignedObjectIsNoRequest() {
    refused("its typ is not", "typ", "mesh-profile+jws");
    refused("the text typ", "typ", null);
    refused("the text typ", "typ", 1);
  }

  @Test
  void theTimeIsAWholeNumber() {
    for (Object bad : new Object[] {"1554336000004", 1.5, 2.0, Double.MAX_VALUE, true}) {
      refused("its iat is not a whole number", "iat", bad);
    }
    refused("its iat is not a whole number", "iat", null);
    refused("its iat is not a whole number", "iat", new BigInteger("9".repeat(30)));
  }

  @Test
  void eachTextIsThere() {
    for (String member : List.of("sub", "aud", "jti")) {
      refused("lacks the text " + member, member, null);
      refused("lacks the text " + member, member, List.of("example.com"));
    }
  }

  @Test
  void theChallengeMayBeAbsentButIsAText() {
    Map<String, Object> header = header();
    header.remove("challenge");
    assertNull(open(signed(header)).claims().challenge());
    refused("the text challenge", "challenge", 7);
  }

  @Test
  void theTextsThatAPortalRemembersAreShort() {
    for (String member : List.of("jti", "challenge")) {
      refused("not 1 to 128", member, "");
      refused("not 1 to 128", member, "x".repeat(129));
    }
  }

  @Test
  void twoSignaturesAreRefused() {
    JsonWebSignature one = signed(header());
    List<JsonWebSignature.Signature> two = new ArrayList<>(one.signatures());
    two.addAll(signed(header()).signatures());
    refused("one signature", new JsonWebSignature(one.payload(), two));
  }

  @Test
  void onlyTextThatBeginsWithTheTagIsAnEnvelope() {
    String envelope = " {\r\n\t\"JoseWebSignature\"";
    assertTrue(RequestEnvelope.isEnvelope(Bytes.utf8(envelope)));
    for (int length = 0; length < envelope.length(); length++) {
      assertFalse(RequestEnvelope.isEnvelope(Bytes.utf8(envelope.substring(0, length))));
    }
    assertFalse(RequestEnvelope.isEnvelope(Bytes.utf8("{\"JoseWebSignatures\":{}}")));
    assertFalse(RequestEnvelope.isEnvelope(Bytes.utf8("[\"JoseWebSignature\"]")));
  }
}
