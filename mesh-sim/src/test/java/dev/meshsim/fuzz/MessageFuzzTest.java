package dev.meshsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.RequestLimits;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.testing.Once;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every message of a whole flow, changed at random, in both dialects: a portal answers each changed
 * request, and a client reports each changed response by an exception of our own.
 */
@Once
class MessageFuzzTest {

  private static final String DOMAIN = "example.com";
  private static final Duration BRIEF = Duration.ofMillis(500);

  /** A portal after a flow, and what crossed. */
  private record Played(WholeFlow flow, SeededWorld world, MeshPortalDirect portal) {

    static Played of(Dialect dialect) {
      SeededWorld world = World.seeded(12);
      MeshPortalDirect portal =
          MeshPortalDirect.open(world, DOMAIN, dialect, new MemoryPortalStore());
      WholeFlow flow = new WholeFlow(world, portal);
      flow.run();
      return new Played(flow, world, portal);
    }

    List<Exchange> exchanges() {
      return portal.trace().exchanges();
    }
  }

  @Test
  void theFlowHasEveryTransaction() {
    Set<String> seen = new TreeSet<>();
    Played.of(Dialect.MESH).exchanges().forEach(e -> seen.add(e.transaction()));
    Set<String> all = new TreeSet<>();
    EnumSet.allOf(Transaction.class).forEach(t -> all.add(t.wireName()));
    assertEquals(all, seen);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPortalAnswersEveryChangedRequest(Dialect dialect) {
    Played played = Played.of(dialect);
    List<byte[]> sent = new ArrayList<>();
    List<byte[]> inside = new ArrayList<>();
    for (Exchange exchange : played.exchanges()) {
      Bytes envelope = exchange.signedEnvelope();
      sent.add((envelope == null ? exchange.request() : envelope).toArray());
      inside.add(exchange.request().toArray());
    }
    played.portal().trace().stop();
    MeshPortalDirect empty =
        MeshPortalDirect.open(played.world(), DOMAIN, dialect, new MemoryPortalStore());
    empty.trace().stop();
    Mutations.Check answered =
        input -> {
          requireAnswer(played.portal(), Bytes.of(input));
          requireAnswer(empty, Bytes.of(input));
        };
    Mutations.of("requests " + dialect, sent).run(BRIEF, answered);
    TreeMutations.of("request trees " + dialect, sent).run(BRIEF, answered);
    RequestEnvelope.Signer signer = signer(played);
    String challenge =
        new MeshClient(played.world(), "m", played.portal(), AccountName.parse(WholeFlow.ALICE))
            .hello()
            .challenge();
    int[] count = {0};
    TreeMutations.of("signed requests " + dialect, inside)
        .run(
            BRIEF,
            input ->
                requireAnswer(
                    played.portal(),
                    RequestEnvelope.seal(
                        dialect,
                        Bytes.of(input),
                        new RequestClaims(
                            WholeFlow.ALICE,
                            DOMAIN,
                            challenge,
                            played.world().now(),
                            "n" + count[0]++),
                        signer)));
  }

  /** The signer of the last request, an administrator. */
  private static RequestEnvelope.Signer signer(Played played) {
    List<Exchange> exchanges = played.exchanges();
    Bytes envelope = exchanges.get(exchanges.size() - 1).signedEnvelope();
    return played
        .flow()
        .signer(RequestEnvelope.open(played.flow().dialect(), envelope).key())
        .orElseThrow();
  }

  private static void requireAnswer(MeshPortal portal, Bytes request) {
    Bytes response = portal.exchange(request);
    JsonNode tree = TolerantJson.read(response);
    JsonNode message = tree.iterator().next();
    int status = message.path("Status").intValue();
    String description = message.path("StatusDescription").asString("");
    assertTrue(status != Status.SERVER_INTERNAL && status >= 200, status + " " + description);
    assertTrue(description.length() <= 7 * RequestLimits.DESCRIPTION_CHARS, description);
    assertFalse(description.contains("java.") || description.contains("Exception"), description);
    assertTrue(description.codePoints().noneMatch(Character::isISOControl), description);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aClientReportsEveryChangedResponse(Dialect dialect) {
    List<byte[]> answers = new ArrayList<>();
    Played played = Played.of(dialect);
    played.exchanges().forEach(e -> answers.add(e.response().toArray()));
    int[] turn = {0};
    List<Runnable> calls = new ArrayList<>();
    Bytes[] answer = {Bytes.EMPTY};
    RequestEnvelope.Signer signer = signer(played);
    for (Exchange exchange : played.exchanges()) {
      calls.add(ClientCall.of(played.flow(), exchange, signer, request -> answer[0]));
    }
    Mutations.Check reported =
        input -> {
          answer[0] = Bytes.of(input);
          reported(calls.get(turn[0]++ % calls.size()), answer[0].toArray());
        };
    Mutations.of("responses " + dialect, answers).run(BRIEF, reported);
    TreeMutations trees = TreeMutations.of("response trees " + dialect, answers);
    trees.run(
        BRIEF,
        input -> {
          answer[0] = Bytes.of(trees.next(turn[0] % answers.size()));
          reported(calls.get(turn[0]++ % calls.size()), answer[0].toArray());
        });
    TreeMutations flows = TreeMutations.of("flows " + dialect, answers);
    flows.run(
        BRIEF,
        input -> {
          int at = turn[0]++ % answers.size();
          byte[] changed = flows.next(at);
          reported(() -> play(dialect, at, changed), changed);
        });
  }

  private static void reported(Runnable call, byte[] answer) {
    try {
      call.run();
    } catch (MeshException e) {
      assertFalse(
          e.getMessage().contains("java."), () -> e.getMessage() + "\n" + Bytes.of(answer).utf8());
    } catch (IndexOutOfBoundsException e) {
      // The flow takes the first pending request; an altered list may have none.
      assertTrue(e.getStackTrace().length > 0 && calledByFlow(e), e.toString());
    }
  }

  /** Plays the flow, with {@code answer} in place of the response at {@code at}. */
  private static void play(Dialect dialect, int at, byte[] answer) {
    SeededWorld world = World.seeded(12);
    MeshPortalDirect honest =
        MeshPortalDirect.open(world, DOMAIN, dialect, new MemoryPortalStore());
    honest.trace().stop();
    int[] exchanges = {0};
    MeshPortal altered =
        new Saying(
            dialect,
            request -> {
              Bytes response = honest.exchange(request);
              return exchanges[0]++ == at ? Bytes.of(answer) : response;
            });
    new WholeFlow(world, altered).run();
  }

  /** True if the flow itself, not the product, asked for an element that is not there. */
  private static boolean calledByFlow(RuntimeException e) {
    for (StackTraceElement element : e.getStackTrace()) {
      if (element.getClassName().startsWith("dev.meshsim")) {
        return element.getClassName().equals(WholeFlow.class.getName());
      }
    }
    return false;
  }
}
