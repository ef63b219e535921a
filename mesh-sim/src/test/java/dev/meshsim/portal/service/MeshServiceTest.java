package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.KeyValue;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.session.application.PasswordProfile;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshServiceTest {

  private final PortalScene scene = new PortalScene();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{}",
        "{\"Hello\":{}} trailing",
        "{\"Hello\":{},\"Status\":{}}",
        "{\"Unknown\":{}}",
        "{\"Hello\":{\"Extra\":1}}",
        "{\"ValidateAccount\":{}}",
        "{\"ValidateAccount\":{\"Account\":\"a@example.com\",\"Account\":\"b@example.com\"}}",
        "{\"ValidateAccount\":{\"Account\":7}}",
        "{\"Publish\":{\"Entry\":{\"DeviceProfile\":{}}}}",
        "{\"Publish\":{\"Entry\":{\"SignedPersonalProfile\":{\"Identifier\":\"?\"}}}}",
        "{\"JoseWebSignature\":{}}",
        "{\"JoseWebSignature\":{\"payload\":\"e30\",\"signatures\":[]}}",
      })
  void malformedRequestsGetAStatus(String text) {
    int before = scene.records();
    assertEquals(Status.BAD_REQUEST, status(Bytes.utf8(text)), text);
    assertEquals(before, scene.records());
  }

  /** A portal whose store throws an exception that no store should throw. */
  private MeshPortalDirect broken() {
    InvocationHandler failing =
        (proxy, method, arguments) -> {
          if (Set.of("lastWrite", "shared").contains(method.getName())) {
            return Optional.empty();
          }
          throw new IllegalStateException("broken");
        };
    Object store =
        Proxy.newProxyInstance(
            PortalStore.class.getClassLoader(), new Class<?>[] {PortalStore.class}, failing);
    return MeshPortalDirect.open(scene.world, "example.com", (PortalStore) store);
  }

  @Test
  void anUnexpectedFailureGetsAStatusAndIsLoggedWithItsStackTrace() {
    List<LogRecord> logged = new ArrayList<>();
    Handler keeper =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(record);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(MeshService.class.getName());
    logger.addHandler(keeper);
    logger.setUseParentHandlers(false);
    try {
      Bytes response = broken().exchange(Bytes.utf8("{\"Get\":{\"Account\":\"a@example.com\"}}"));
      assertTrue(response.utf8().contains("\"Status\":500"), response.utf8());
      String described = "the portal failed: IllegalStateException";
      assertTrue(response.utf8().contains(described), response.utf8());
    } finally {
      logger.removeHandler(keeper);
      logger.setUseParentHandlers(true);
    }
    assertEquals(1, logged.size());
    assertInstanceOf(IllegalStateException.class, logged.get(0).getThrown());
  }

  @Test
  void aRequestOfTooManyPartsIsRefusedBeforeItIsParsedAlsoInAnEnvelope() {
    Bytes many = Bytes.utf8("{\"Get\":{\"KeyValues\":[" + "{},".repeat(9000));
    assertEquals(Status.TOO_LARGE, status(many));
    Bytes sealed =
        RequestEnvelope.seal(
            Dialect.MESH,
            many,
            new RequestClaims("a@example.com", "example.com", null, scene.world.now(), "nonce"),
            scene.administrator());
    assertEquals(Status.TOO_LARGE, status(sealed));
  }

  @Test
  void tooLargeAndTooDeepRequestsGetAStatus() {
    assertEquals(Status.TOO_LARGE, status(Bytes.of(new byte[100_000_000])));
    assertEquals(
        Status.BAD_REQUEST, status(Bytes.utf8("{\"Get\":{\"KeyValues\":" + "[".repeat(10_000))));
    assertEquals(
        Status.TOO_LARGE,
        status(Bytes.utf8("{\"Get\":{\"Multiple\":" + "7".repeat(1_000_000) + "}}")));
  }

  @Test
  void aRequestUnderItsMessageNameIsReadToo() {
    assertEquals(
        scene.portal.exchange(Bytes.utf8("{\"Hello\":{}}")),
        scene.portal.exchange(Bytes.utf8("{\"HelloRequest\":{}}")));
  }

  @Test
  void helloReturnsVersionAndEncoding() {
    var version = scene.client.hello().version();
    assertEquals(0, version.major());
    assertEquals(8, version.minor());
    assertEquals(List.of("application/json"), version.encodings().get(0).ids());
  }

  @Test
  void statusReturnsTheTimeOfTheLastWrite() {
    assertEquals(scene.world.now(), scene.client.status().lastWriteTime());
  }

  @Test
  void missingEntriesAreNotFound() {
    assertEquals(404, scene.send(get(null, "nobody@example.com")).status());
    assertEquals(404, scene.send(get("MAAA-BBBB", null)).status());
    assertEquals(400, scene.send(get(null, null)).status());
  }

  @Test
  void entriesAreFoundByTheirTerms() {
    List<KeyValue> terms = List.of(new KeyValue("Device", scene.device.udf().text()));
    var found = scene.client.get(new GetRequest(null, null, terms, null, null, null));
    assertEquals(scene.profile.udf(), found.entries().get(0).identifier());
  }

  @Test
  void transferGivesTheRequestersOwnRecordsInPages() {
    scene.another("bob@example.com");
    scene.alice.add(new PasswordProfile(true));
    assertEquals(401, scene.send(new TransferRequest(null)).status());
    var all = scene.client.transfer(null, scene.administrator());
    assertEquals(3, all.dataItems().size());
    assertNull(all.pageKey());
    var two = new SearchConstraints(null, null, 2, null, null);
    var first = scene.client.transfer(two, scene.administrator());
    assertEquals(all.dataItems().subList(0, 2), first.dataItems());
    var rest = new SearchConstraints(null, null, 2, null, first.pageKey());
    var last = scene.client.transfer(rest, scene.administrator());
    assertEquals(all.dataItems().subList(2, 3), last.dataItems());
  }

  @Test
  void theTraceHoldsWhatCrossed() {
    scene.portal.label("Validate");
    scene.session.validate(ALICE);
    Exchange exchange = last();
    assertEquals("Validate", exchange.label());
    assertEquals("ValidateAccount", exchange.transaction());
    assertTrue(exchange.request().utf8().startsWith("{\"ValidateAccount\":"));
    assertTrue(exchange.response().utf8().startsWith("{\"ValidateResponse\":{\"Status\":201"));
    assertNull(exchange.signedEnvelope());
    scene.alice.connectPending();
    assertTrue(last().request().utf8().startsWith("{\"ConnectPending\":"));
    assertNotNull(last().signedEnvelope());
  }

  @Test
  void noResponseIsEverAnythingButJson() {
    for (Exchange exchange : scene.portal.trace().exchanges()) {
      assertFalse(MeshJson.readTree(exchange.response()).isEmpty());
    }
  }

  private Exchange last() {
    var exchanges = scene.portal.trace().exchanges();
    return exchanges.get(exchanges.size() - 1);
  }

  private int status(Bytes request) {
    return MeshJson.readTree(scene.portal.exchange(request))
        .path("MeshResponse")
        .path("Status")
        .asInt();
  }

  private static GetRequest get(String identifier, String account) {
    return new GetRequest(identifier, account, null, null, null, null);
  }
}
