package dev.meshsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.TokenScan;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.EncodedPortal;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Once;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Every message of a whole flow in the binary encodings, whole, cut and changed. */
@Once
class BinaryMessagesTest {

  private static final Duration BRIEF = Duration.ofMillis(300);
  private static final List<Encoding> BINARY = List.of(Encoding.JSON_B, Encoding.JSON_C);

  private static final Map<Dialect, List<Exchange>> PLAYED = new EnumMap<>(Dialect.class);

  private static List<Exchange> exchanges(Dialect dialect) {
    return PLAYED.computeIfAbsent(dialect, each -> play(each, Encoding.JSON));
  }

  private static List<Exchange> play(Dialect dialect, Encoding encoding) {
    SeededWorld world = World.seeded(12);
    MeshPortalDirect portal =
        MeshPortalDirect.open(world, "example.com", dialect, new MemoryPortalStore());
    new WholeFlow(world, EncodedPortal.of(portal, encoding)).run();
    return portal.trace().exchanges();
  }

  private static List<Bytes> messages(Dialect dialect) {
    List<Bytes> messages = new ArrayList<>();
    for (Exchange exchange : exchanges(dialect)) {
      Bytes envelope = exchange.signedEnvelope();
      messages.add(envelope == null ? exchange.request() : envelope);
      messages.add(exchange.response());
    }
    return messages;
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyMessageComesBackOctetForOctet(Dialect dialect) {
    for (Bytes json : messages(dialect)) {
      Bytes b = BinaryJson.fromJson(Encoding.JSON_B, json);
      Bytes c = BinaryJson.fromJson(Encoding.JSON_C, BinaryJson.toJson(Encoding.JSON_B, b));
      assertTrue(c.length() <= b.length(), json.utf8());
      assertEquals(
          json.utf8(), dialect.json().fromTree(BinaryJson.readTree(Encoding.JSON_C, c)).utf8());
      assertTrue(b.length() < json.length(), json.utf8());
      int parts = TokenScan.count(json);
      BinaryJson.requireAtMost(parts, Encoding.JSON_B, b);
      if (b.length() >= parts) {
        assertThrows(
            JsonException.class, () -> BinaryJson.requireAtMost(parts - 1, Encoding.JSON_B, b));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anObjectIsWrittenAsItsJsonIsTranslated(Dialect dialect) {
    for (Exchange exchange : exchanges(dialect)) {
      for (Encoding encoding : BINARY) {
        Bytes request = BinaryJson.fromJson(encoding, exchange.request());
        assertEquals(
            request,
            MessageCodec.write(
                dialect, encoding, MessageCodec.readRequest(dialect, encoding, request)));
        Transaction transaction =
            Transaction.of(MessageCodec.readRequest(dialect, exchange.request()));
        Bytes response = BinaryJson.fromJson(encoding, exchange.response());
        assertEquals(
            MessageCodec.readResponse(dialect, exchange.response(), transaction),
            MessageCodec.readResponse(dialect, encoding, response, transaction));
        if (exchange.signedEnvelope() != null) {
          Bytes envelope = BinaryJson.fromJson(encoding, exchange.signedEnvelope());
          RequestEnvelope opened = RequestEnvelope.open(dialect, encoding, envelope);
          // The signed octets are those of the request in JSON, in every encoding.
          assertEquals(exchange.request(), opened.request());
        }
      }
    }
  }

  /** A flow goes the same way in every encoding: what is said is equal, octet for octet. */
  @ParameterizedTest
  @EnumSource(names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void aFlowSaysTheSameInEveryEncoding(Encoding encoding) {
    for (Dialect dialect : Dialect.values()) {
      List<Exchange> plain = exchanges(dialect);
      List<Exchange> encoded = play(dialect, encoding);
      assertEquals(plain.size(), encoded.size());
      for (int i = 0; i < plain.size(); i++) {
        assertEquals(encoding, encoded.get(i).wire().encoding());
        assertEquals(plain.get(i).request().utf8(), encoded.get(i).request().utf8());
        assertEquals(plain.get(i).response().utf8(), encoded.get(i).response().utf8());
        assertEquals(plain.get(i).signedEnvelope(), encoded.get(i).signedEnvelope());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void noPrefixIsAMessage(Encoding encoding) {
    for (Bytes json : messages(Dialect.MESH)) {
      byte[] octets = BinaryJson.fromJson(encoding, json).toArray();
      // Inside a long run of data every cut is alike; all are tried on demand.
      for (int length = 0;
          length < octets.length;
          length += length < 200 ? 1 : Exhaustive.step(211)) {
        Bytes prefix = Bytes.of(octets, 0, length);
        JsonException e =
            assertThrows(JsonException.class, () -> BinaryJson.readTree(encoding, prefix));
        assertTrue(length == 0 || e.position().startsWith(" at octet "), e.problem());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void changedOctetsAreReadOrRefused(Encoding encoding) {
    List<byte[]> samples =
        messages(Dialect.MESH).stream()
            .map(json -> BinaryJson.fromJson(encoding, json).toArray())
            .toList();
    Mutations.of("messages in " + encoding.label(), samples)
        .run(
            BRIEF,
            input -> {
              Bytes octets = Bytes.of(input);
              try {
                Bytes json = BinaryJson.toJson(encoding, octets);
                assertEquals(
                    json, BinaryJson.toJson(encoding, BinaryJson.fromJson(encoding, json)));
              } catch (MeshException e) {
                assertTrue(e.problem().contains(" at octet "), e.problem());
              }
              readsOrRefuses(encoding, octets);
            });
  }

  /**
   * A portal answers octets of every kind in their encoding, and stores nothing of them. Its
   * challenge is not that of the samples, so that it refuses a change that says nothing else, too.
   */
  @ParameterizedTest
  @EnumSource(names = "JSON", mode = EnumSource.Mode.EXCLUDE)
  void aPortalAnswersBadOctetsAndStoresNothing(Encoding encoding) {
    List<byte[]> requests = new ArrayList<>();
    for (Exchange exchange : exchanges(Dialect.MESH)) {
      Bytes envelope = exchange.signedEnvelope();
      Bytes sent = envelope == null ? exchange.request() : envelope;
      requests.add(BinaryJson.fromJson(encoding, sent).toArray());
    }
    MemoryPortalStore store = new MemoryPortalStore();
    try (MeshPortalDirect portal =
        MeshPortalDirect.open(World.seeded(13), "example.com", Dialect.MESH, store)) {
      portal.trace().stop();
      for (byte[] request : requests) {
        for (int length = 0; length < request.length; length += 1 + request.length / 16) {
          assertEquals(400, status(encoding, portal, Bytes.of(request, 0, length)));
        }
      }
      Mutations.of("requests in " + encoding.label(), requests)
          .run(BRIEF, input -> status(encoding, portal, Bytes.of(input)));
      assertEquals(0, store.counts().octetsWritten());
    }
  }

  private static int status(Encoding encoding, MeshPortalDirect portal, Bytes request) {
    JsonNode answer = BinaryJson.readTree(encoding, portal.exchange(encoding, request));
    int status = answer.iterator().next().path("Status").intValue();
    assertTrue(status >= 200 && status < 500, answer::toString);
    return status;
  }

  private static void readsOrRefuses(Encoding encoding, Bytes octets) {
    for (Dialect dialect : Dialect.values()) {
      try {
        MessageCodec.readRequest(dialect, encoding, octets);
      } catch (MeshException e) {
        assertTrue(!e.problem().isEmpty());
      }
    }
  }
}
