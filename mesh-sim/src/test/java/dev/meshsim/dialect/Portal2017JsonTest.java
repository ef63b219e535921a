package dev.meshsim.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class Portal2017JsonTest {

  private static final ObjectJson JSON = Dialect.PORTAL_2017.json();

  /** The tree from which the records are read. */
  private static JsonNode tree(String text) {
    return JSON.readTree(Bytes.utf8(text));
  }

  private static JsonNode strict(String text) {
    return MeshJson.readTree(Bytes.utf8(text));
  }

  @Test
  void aFoldedSignatureOf2017IsReadAsTheSameOctets() {
    assertEquals(
        strict(
            "{\"SignedData\":{\"payload\":\"e30\",\"signatures\":[{\"header\":{\"kid\":\"M\"},"
                + "\"protected\":\"e30\",\"signature\":\"AP__\"}]}}"),
        tree(
            "{\"SignedData\": {\"unprotected\": {\"dig\": \"S512\"}, \"payload\": \"\ne30=\","
                + " \"signatures\": [{\"header\": {\"kid\": \"M\"}, \"protected\": \"\ne3\n0\","
                + " \"signature\": \"\nAP//\"}]}}"));
  }

  @Test
  void aSignatureOf2016IsReadWithoutAnUnprotectedHeader() {
    assertEquals(
        strict(
            "{\"payload\":\"e30\",\"signatures\":[{\"protected\":\"AA\",\"signature\":\"AQ\"}]}"),
        tree("{\"header\": \"AA\", \"payload\": \"e30\", \"signature\": \"AQ\"}"));
  }

  @Test
  void anEncryptedMessageIsReadWithLowerCaseHeaderAndEmptyTag() {
    assertEquals(
        strict(
            "{\"protected\":\"AA\",\"iv\":\"AQ\",\"ciphertext\":\"Ag\",\"recipients\":"
                + "[{\"header\":{\"kid\":\"M\"},\"encrypted_key\":\"Aw\"}],\"tag\":\"\"}"),
        tree(
            "{\"protected\": \"AA\", \"iv\": \"AQ\", \"recipients\": [{\"Header\": {\"kid\": \"M\"},"
                + " \"encrypted_key\": \"Aw\"}], \"ciphertext\": \"Ag\"}"));
    assertEquals(
        strict("{\"protected\":\"AA\",\"ciphertext\":\"Ag\",\"recipients\":[{}],\"tag\":\"\"}"),
        tree("{\"protected\": \"AA\", \"ciphertext\": \"Ag\"}"));
  }

  @Test
  void theTagGivesAKeysTypeAndItsMemberTheUse() {
    String key = "\"PublicParameters\": {\"PublicKeyRSA\": {\"kid\": \"M\", \"n\": \"\nAQ\"}}}";
    JsonNode tree =
        tree(
            "{\"DeviceSignatureKey\": {\"UDF\": \"M\", \"X509Certificate\": \"AA\", "
                + key
                + ", \"DeviceEncryptiontionKey\": {\"UDF\": \"M\", "
                + key
                + ", \"MasterEscrowKeys\": [{\"UDF\": \"M\", "
                + key
                + "]}");
    assertEquals("RS512", alg(tree.get("DeviceSignatureKey")));
    assertEquals("RSA-OAEP", alg(tree.get("DeviceEncryptiontionKey")));
    assertEquals("RSA-OAEP", alg(tree.get("MasterEscrowKeys").get(0)));
    assertEquals(2, tree.get("DeviceSignatureKey").size());
  }

  private static String alg(JsonNode key) {
    return key.get("PublicParameters").get("PublicKeyRSA").get("alg").asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'SignID':['a'],'DecryptID':['b']}|{'AdminDeviceUDF':['a'],'DecryptDeviceUDF':['b']}",
        "{'PersonalProfile':{'Identifier':'a'}}"
            + "|{'PersonalProfile':{'Identifier':'a','Updated':'1970-01-01T00:00:00Z'}}",
        "{'PersonalProfile':{'Updated':'2017-01-01T00:00:00Z'}}"
            + "|{'PersonalProfile':{'Updated':'2017-01-01T00:00:00Z'}}",
        "{'ConnectionResult':{'Profile':{'SignedPersonalProfile':{'Identifier':'M'}}}}"
            + "|{'ConnectionResult':{'Profile':{'SignedPersonalProfile':{'Identifier':'M'}},"
            + "'ParentUDF':'M'}}",
        "{'Other':{'EncryptedData':'x'}}|{'Other':{'EncryptedData':'x'}}",
      })
  void memberNamesOf2016AreReadUnderTheirNewNames(String read, String meant) {
    assertEquals(strict(quoted(meant)), tree(quoted(read)));
  }

  @Test
  void theEncryptedDataOf2016IsReadAsSharedPrivate() {
    assertEquals(
        strict(
            "{\"PasswordProfile\":{\"SharedPrivate\":{\"JoseWebEncryption\":{\"ciphertext\":\"AA\","
                + "\"recipients\":[{}],\"tag\":\"\"}},\"Updated\":\"1970-01-01T00:00:00Z\"}}"),
        tree("{\"PasswordProfile\": {\"EncryptedData\": {\"ciphertext\": \"AA\"}}}"));
  }

  @Test
  void unknownMembersAreIgnoredHereAndRefusedByTheStrictReader() {
    Bytes text = Bytes.utf8("{\"Get\": {\"Account\": \"a@b.c\", \"Novelty\": {\"x\": [1]}}}");
    MeshRequest read = MessageCodec.readRequest(Dialect.PORTAL_2017, text);
    assertEquals(
        "{\n  \"Get\": {\n    \"Account\": \"a@b.c\"}}",
        MessageCodec.write(Dialect.PORTAL_2017, read).utf8());
    assertThrows(JsonException.class, () -> MessageCodec.readRequest(Dialect.MESH, text));
  }

  @ParameterizedTest
  @CsvSource({"{}", "[]", "1", "{'Get':1}", "{'Nothing':{}}", "{'Get':{}}x", "{'Get':{}", "''"})
  void aTextThatIsNotAMessageIsRefused(String text) {
    Bytes octets = Bytes.utf8(quoted(text));
    assertThrows(JsonException.class, () -> MessageCodec.readRequest(Dialect.PORTAL_2017, octets));
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
