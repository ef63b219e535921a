package dev.meshsim.protect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.X25519Decrypter;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.Jwe;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.PrivateJwk;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nimbus JOSE verifies, and opens, what is in the envelopes. */
class EnvelopeNimbusTest {

  private static final char RS = 0x1e;

  /** Cuts an envelope as its text says, without a class of ours. */
  private static String[] parts(Bytes envelope) {
    String text = new String(envelope.toArray(), StandardCharsets.ISO_8859_1);
    int first = text.indexOf(RS);
    int last = text.lastIndexOf(RS);
    return new String[] {
      text.substring(0, first), text.substring(first + 1, last), text.substring(last + 1)
    };
  }

  private static String base64(String octets) {
    return Base64URL.encode(octets.getBytes(StandardCharsets.ISO_8859_1)).toString();
  }

  private static OctetKeyPair key(PrivateJwk key) throws Exception {
    return OctetKeyPair.parse(new String(key.toJson(null).expose(), StandardCharsets.UTF_8));
  }

  private static JWSObject signed(Bytes envelope) throws Exception {
    String[] parts = parts(envelope);
    Map<String, Object> postscript = com.nimbusds.jose.util.JSONObjectUtils.parse(parts[2]);
    return JWSObject.parse(
        base64(parts[0]) + "." + base64(parts[1]) + "." + postscript.get("signature"));
  }

  private static JWEObject encrypted(Bytes envelope) throws Exception {
    String[] parts = parts(envelope);
    Map<String, Object> postscript = com.nimbusds.jose.util.JSONObjectUtils.parse(parts[2]);
    return JWEObject.parse(
        String.join(
            ".",
            base64(parts[0]),
            (String) postscript.get("encrypted_key"),
            (String) postscript.get("iv"),
            base64(parts[1]),
            (String) postscript.get("tag")));
  }

  @Test
  void theyVerifySignedRequestsAndAnswers() throws Exception {
    Both both = new Both(Protection.SIGN);
    ProtectedClient.Sent sent = both.sealed();
    JWSObject request = signed(sent.envelope());
    OctetKeyPair client =
        OctetKeyPair.parse((Map<String, Object>) request.getHeader().getJWK().toJSONObject());
    assertTrue(request.verify(new Ed25519Verifier(client)));
    assertArrayEquals(Both.REQUEST.toArray(), request.getPayload().toBytes());
    assertEquals("mesh-request+jwb", request.getHeader().getType().getType());
    JWSObject answer = signed(both.answer(sent.envelope()));
    OctetKeyPair portal = key(both.keyring.current().signature()).toPublicJWK();
    assertTrue(answer.verify(new Ed25519Verifier(portal)));
    assertArrayEquals(Both.RESPONSE.toArray(), answer.getPayload().toBytes());
    assertEquals(sent.digest().base64Url(), answer.getHeader().getCustomParam("request"));
  }

  @Test
  void theyOpenEncryptedRequests() throws Exception {
    Both both = new Both(Protection.ENCRYPT);
    JWEObject request = encrypted(both.sealed().envelope());
    request.decrypt(new X25519Decrypter(key(both.keyring.current().encryption())));
    JWSObject inner = signed(Bytes.of(request.getPayload().toBytes()));
    assertArrayEquals(Both.REQUEST.toArray(), inner.getPayload().toBytes());
    assertEquals("jose-jwb", request.getHeader().getContentType());
  }

  @Test
  void thePartsAreTheCompactFormsOfOurs() {
    Both both = new Both(Protection.ENCRYPT);
    Envelope outer = Envelope.read(both.sealed().envelope());
    assertEquals(Seal.encrypted(outer), Jwe.fromCompact(Jwe.toCompact(Seal.encrypted(outer))));
    Envelope inner = Envelope.read(new Both(Protection.SIGN).sealed().envelope());
    assertEquals(Seal.signed(inner), Jws.fromCompact(Jws.toCompact(Seal.signed(inner))));
  }

  @Test
  void theyVerifyBothSignaturesOfAStatement() throws Exception {
    Both both = new Both(Protection.SIGN);
    PortalKeys before = both.keyring.current();
    PortalKeys after = both.keyring.change(dev.meshsim.jose.Suite.ED25519);
    JWSObjectJSON statement = JWSObjectJSON.parse(after.newest().text().utf8());
    OctetKeyPair own = key(after.signature()).toPublicJWK();
    OctetKeyPair previous = key(before.signature()).toPublicJWK();
    assertEquals(2, statement.getSignatures().size());
    assertTrue(statement.getSignatures().get(0).verify(new Ed25519Verifier(own)));
    assertTrue(statement.getSignatures().get(1).verify(new Ed25519Verifier(previous)));
  }
}
