package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption.WrappedKey;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.json.JsonLimits;
import dev.meshsim.json.MeshJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Nothing is lost in the compact form: a message that has more than it holds is refused. */
class CompactTest {

  private static final Bytes A = Bytes.utf8("a");
  private static final Bytes B = Bytes.utf8("b");
  private static final WrappedKey KEY = new WrappedKey(null, B);

  private static ObjectNode header() {
    return (ObjectNode) MeshJson.readTree(Bytes.utf8("{\"kid\":\"x\"}"));
  }

  private static JsonWebEncryption message(ObjectNode unprotected, Bytes aad, WrappedKey... keys) {
    return new JsonWebEncryption(A, unprotected, List.of(keys), aad, B, A, B);
  }

  private static void refused(JsonWebEncryption message) {
    assertThrows(IllegalArgumentException.class, () -> Compact.write(message));
  }

  @Test
  void anEncryptionOfOneRecipientComesBack() {
    for (Bytes wrapped : new Bytes[] {B, null}) {
      JsonWebEncryption message = message(null, null, new WrappedKey(null, wrapped));
      String text = Compact.write(message);
      assertEquals(wrapped == null ? "YQ..Yg.YQ.Yg" : "YQ.Yg.Yg.YQ.Yg", text);
      JsonWebEncryption read = Compact.readEncryption(text);
      assertEquals(message, read);
      assertEquals(wrapped, read.recipients().get(0).encryptedKey());
      assertNull(read.aad());
    }
  }

  @Test
  void anEncryptionThatHasMoreIsRefused() {
    refused(message(null, null, KEY, KEY));
    refused(message(null, null, new WrappedKey(header(), B)));
    refused(message(header(), null, KEY));
    refused(message(null, A, KEY));
  }

  @Test
  void aSignatureThatHasMoreIsRefused() {
    Signature one = new Signature(A, null, B);
    assertEquals("YQ.Yg.Yg", Compact.write(new JsonWebSignature(B, List.of(one))));
    for (List<Signature> more :
        List.of(List.of(one, one), List.of(new Signature(A, header(), B)))) {
      assertThrows(
          IllegalArgumentException.class, () -> Compact.write(new JsonWebSignature(B, more)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "YQ", "YQ.Yg", "YQ.Yg.YQ.Yg", "YQ.Yg.Y!", "YQ.Yg.YQ=="})
  void aSignatureOfAnotherShapeIsRefused(String text) {
    assertThrows(MeshException.class, () -> Compact.readSignature(text));
  }

  @ParameterizedTest
  @CsvSource({"Y!.Yg.YQ, 1", "YQ.Yg=.YQ, 2", "YQ.Yg.Y!, 3"})
  void partsThatAreNotBase64UrlAreCountedFromOne(String text, int part) {
    MeshException e = assertThrows(MeshException.class, () -> Compact.readSignature(text));
    assertEquals("part " + part + " of the compact form is not base64url", e.problem());
  }

  @Test
  void aTextAsLongAsADocumentMayBeIsSplit() {
    String text = "A".repeat(JsonLimits.DOCUMENT_OCTETS);
    MeshException e = assertThrows(MeshException.class, () -> Compact.readSignature(text));
    assertEquals("the compact form must have 3 parts joined by dots", e.problem());
  }

  @Test
  void aTextLongerThanAnyDocumentIsRefused() {
    String text = "YQ.Yg." + "A".repeat(JsonLimits.DOCUMENT_OCTETS);
    MeshException e = assertThrows(MeshException.class, () -> Compact.readSignature(text));
    assertEquals(true, e.problem().contains("at most"), e.problem());
  }
}
