package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Requests with null, foreign keys and odd texts: status 400 and a short reason, in each dialect.
 */
class BadRequestTest {

  private final List<MeshPortalDirect> portals = new ArrayList<>();

  BadRequestTest() {
    for (Dialect dialect : Dialect.values()) {
      portals.add(
          MeshPortalDirect.open(World.seeded(1), "example.com", dialect, new MemoryPortalStore()));
    }
  }

  private static void refused(int status, MeshPortalDirect portal, Bytes request) {
    JsonNode message = TolerantJson.read(portal.exchange(request)).iterator().next();
    String description = message.path("StatusDescription").asString("");
    assertEquals(status, message.path("Status").intValue(), description);
    assertTrue(description.length() <= 600, description);
    assertFalse(description.contains("NullPointer"), description);
    assertFalse(description.contains("java."), description);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[null]",
        "{\"Hello\":null}",
        "{\"HelloRequest\":null}",
        "{\"ValidateAccount\":null}",
        "{\"CreateAccount\":null}",
        "{\"Status\":null}",
        "{\"Transfer\":null}",
        "{\"Hello\":[]}",
        "{\"Hello\":7}",
        "{\"Hello\":\"x\"}",
        "{\"JoseWebSignature\":null}",
        "{\"JoseWebSignature\":[]}",
        "{\"JoseWebSignature\":{\"payload\":null,\"signatures\":null}}",
        "{\"JoseWebSignature\":{\"payload\":\"e30\",\"signatures\":[null]}}",
        "{\"JoseWebSignature\":{\"payload\":\"e30\",\"signatures\":null}}",
        "{\"ValidateAccount\":{\"Account\":null}}",
        "{\"ValidateAccount\":{\"Account\":\"a@example.com\",\"Language\":[null]}}",
        "{\"Get\":{\"KeyValues\":[null]}}",
        "{\"Get\":{\"KeyValues\":[{\"Key\":null,\"Value\":\"x\"}]}}",
        "{\"Publish\":{\"Entry\":null}}",
        "{\"Publish\":{\"Entry\":{\"SignedPersonalProfile\":null}}}",
        "{\"Publish\":{\"Entry\":{\"SignedPersonalProfile\":{\"Identifier\":null,\"SignedData\":null}}}}",
        "{\"Publish\":{\"Entry\":{\"SignedDeviceProfile\":{\"Identifier\":\"MAAA-BBBB\","
            + "\"SignedData\":{\"payload\":\"e30\",\"signatures\":[null]}}}}}",
        "{\"Publish\":{\"Entry\":{\"OfflineEscrowEntry\":{\"Identifier\":\"MAAA-BBBB\","
            + "\"EncryptedData\":{\"recipients\":[null],\"iv\":\"\",\"ciphertext\":\"\","
            + "\"tag\":\"\"}}}}}",
        "{\"ConnectStart\":{\"SignedRequest\":null,\"AccountID\":null}}",
        "{\"ConnectStatus\":{\"AccountID\":\"a@example.com\",\"DeviceID\":null}}",
      })
  void nullAndWrongKindsAreBadRequests(String text) {
    for (MeshPortalDirect portal : portals) {
      refused(400, portal, Bytes.utf8(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Identifier\":\"x\",\"Multiple\":true,\"SearchConstraints\":{\"PageKey\":\"x\"}}",
        "{\"Identifier\":\"x\",\"Multiple\":true,\"SearchConstraints\":{\"PageKey\":\"TID:1\"}}",
        "{\"Identifier\":\"x\",\"Multiple\":true,\"SearchConstraints\":{\"PageKey\":\"\"}}",
        "{\"Identifier\":\"x\",\"Multiple\":true,\"SearchConstraints\":{\"PageKey\":\"\\ud800\"}}",
        "{\"KeyValues\":[{\"Key\":\"a\",\"Value\":\"b\"}],\"SearchConstraints\":{\"PageKey\":\"-1\"}}",
        "{\"KeyValues\":[{\"Key\":\"a\",\"Value\":\"\\ud800\"}]}",
        "{\"KeyValues\":[{\"Key\":\"\\udc00\",\"Value\":\"b\"}]}",
        "{\"KeyValues\":[{\"Key\":\"a\",\"Value\":\"b\"},{\"Key\":\"a\",\"Value\":\"\\udc00\\ud800\"}]}",
        "{\"KeyValues\":[{\"Key\":\"a\",\"Value\":\"\\u0000\"}]}",
        "{\"Identifier\":\"\\ud800\"}",
        "{\"Identifier\":\"\\u0000\"}",
        "{\"Account\":\"\\ud800@example.com\"}",
        "{\"Account\":\"a@\\ud800.com\"}",
      })
  void foreignPageKeysAndOddTextsOfAGetAreBadRequests(String members) {
    for (MeshPortalDirect portal : portals) {
      refused(400, portal, Bytes.utf8("{\"Get\":" + members + "}"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Get, PageKey, '{\"Identifier\":\"x\",\"Multiple\":true,\"SearchConstraints\":{\"PageKey\":\"%s\"}}'",
    "Get, Identifier, '{\"Identifier\":\"%s\"}'",
    "Get, Account, '{\"Account\":\"%s\"}'",
    "Get, KeyValues, '{\"KeyValues\":[{\"Key\":\"%s\",\"Value\":\"b\"}]}'",
    "DeleteAccount, Account, '{\"Account\":\"%s@example.com\"}'",
    "ConnectStatus, DeviceID, '{\"AccountID\":\"a@example.com\",\"DeviceID\":\"%s\"}'",
  })
  void aQuoteOfARequestIsShort(String transaction, String member, String form) {
    String text = "{\"" + transaction + "\":" + form.formatted("x".repeat(500_000)) + "}";
    for (MeshPortalDirect portal : portals) {
      refused(400, portal, Bytes.utf8(text));
      refused(400, portal, Bytes.utf8(text.replace("xxxx", "\\u001b")));
    }
  }

  /** The tolerant reader ignores unknown members, whose name may be long too. */
  @Test
  void aLongTagAndDeepOrManyPartsAreRefusedShortly() {
    for (MeshPortalDirect portal : portals) {
      refused(400, portal, Bytes.utf8("{\"" + "t".repeat(250) + "\":{}}"));
      // The strict reader finds the wrong kind before it goes deeper.
      refused(
          portal.dialect() == Dialect.MESH ? 400 : 413,
          portal,
          Bytes.utf8("{\"Hello\":" + "[".repeat(100) + "]".repeat(100) + "}"));
      refused(413, portal, Bytes.utf8("{\"Hello\":[" + "{},".repeat(1_500_000) + "{}]}"));
      refused(413, portal, Bytes.utf8("{\"Hello\":{\"a\":" + "9".repeat(5_000_000) + "}}"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "create-1000-signatures.json, MESH",
    "get-bad-pagekey.json, MESH",
    "get-bad-pagekey.json, PORTAL_2017",
    "get-surrogate-term.json, MESH",
    "get-surrogate-term.json, PORTAL_2017",
    "portal2017-null.json, PORTAL_2017",
    "portal2017-null-envelope.json, PORTAL_2017",
  })
  void theCasesAreBadRequests(String file, Dialect dialect) throws IOException {
    String data = System.getenv("MESH_SIM_DATA");
    Path cases = Path.of(data == null ? "" : data).resolve("cases/requests");
    assumeTrue(data != null && Files.isDirectory(cases), "MESH_SIM_DATA has no cases");
    MeshPortalDirect portal = portals.get(dialect.ordinal());
    refused(400, portal, Bytes.of(Files.readAllBytes(cases.resolve(file))));
    assertEquals(0, portal.service().signaturesVerified());
  }
}
