package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.fuzz.Mutations;
import dev.meshsim.fuzz.PlainMessages;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.testing.Once;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Mutated requests and answers in both dialects: every request is answered, and no exception but
 * the project's own crosses a portal or a client. {@code -Dmeshsim.fuzz=60} runs longer.
 */
@Once
class MessageFuzzTest {

  private static final Duration TIME = Duration.ofMillis(600);
  private static final String ALICE = "alice@example.com";

  private final World world = World.seeded(1);

  /** The messages of a small session. */
  private List<Exchange> exchanges(MeshPortalDirect portal) {
    MeshSession session = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
    session.validate(ALICE);
    var alice =
        session.createAccount(ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
    alice.add(new PasswordProfile(true), false);
    MeshSession ring = new MeshSession(new MeshMachineCached(world, "ring"), portal);
    ring.connect(ring.createDevice(), ALICE);
    alice.connectPending();
    MeshClient client = new MeshClient(world, "m", portal, AccountName.parse(ALICE));
    client.personalProfile();
    client.hello();
    client.status();
    return portal.trace().exchanges();
  }

  private MeshPortalDirect portal(Dialect dialect) {
    return MeshPortalDirect.open(world, "example.com", dialect, new MemoryPortalStore());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyMutatedRequestIsAnswered(Dialect dialect) {
    MeshPortalDirect portal = portal(dialect);
    List<byte[]> samples =
        exchanges(portal).stream().map(exchange -> exchange.request().toArray()).toList();
    MeshPortalDirect target = portal(dialect);
    Mutations.of("requests of " + dialect, samples)
        .run(TIME, input -> answered(dialect, target, Bytes.of(input)));
  }

  private static void answered(Dialect dialect, MeshPortalDirect portal, Bytes request) {
    JsonNode answer = dialect.json().readTree(portal.exchange(request)).iterator().next();
    String description = answer.path("StatusDescription").asString("");
    PlainMessages.require(description);
    assertFalse(description.startsWith("the portal failed"), description);
    if (request.utf8Fault() != Utf8.NONE) {
      assertEquals(400, answer.path("Status").asInt(), description);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyMutatedAnswerIsReadOrRefused(Dialect dialect) {
    MeshPortalDirect portal = portal(dialect);
    List<byte[]> samples =
        exchanges(portal).stream().map(exchange -> exchange.response().toArray()).toList();
    Mutations.of("answers of " + dialect, samples)
        .run(TIME, input -> readOrRefused(new Answering(dialect, Bytes.of(input))));
  }

  private void readOrRefused(Answering portal) {
    MeshClient client = new MeshClient(world, "m", portal, AccountName.parse(ALICE));
    List<Runnable> calls =
        List.of(client::hello, client::validate, client::personalProfile, client::status);
    for (Runnable call : calls) {
      try {
        call.run();
      } catch (MeshException e) {
        PlainMessages.require(e);
      }
    }
  }

  /** A portal that gives one answer to every request. */
  private record Answering(Dialect dialect, Bytes answer) implements MeshPortal {

    @Override
    public String domain() {
      return "example.com";
    }

    @Override
    public Bytes exchange(Bytes request) {
      return answer;
    }
  }
}
