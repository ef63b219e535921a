package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting asks less and less often, ends in time, and ends at once on an interrupt. */
class PatienceTest {

  private final PortalScene scene = new PortalScene();
  private int polls;
  private int interruptAt;

  @AfterEach
  void endTheInterrupt() {
    Thread.interrupted();
  }

  /** A portal that counts the questions for an answer, and interrupts the thread at one of them. */
  private MeshPortal counting(MeshPortal portal) {
    return new MeshPortal() {
      @Override
      public String domain() {
        return portal.domain();
      }

      @Override
      public Bytes exchange(Bytes request) {
        Bytes response = portal.exchange(request);
        if (response.utf8().startsWith("{\"ConnectStatusResponse\"") && ++polls == interruptAt) {
          Thread.currentThread().interrupt();
        }
        return response;
      }
    };
  }

  private ConnectionAttempt attempt() {
    MeshSession ring =
        new MeshSession(new MeshMachineCached(scene.world, "ring"), counting(scene.portal));
    return ring.connect(ring.createDevice(), PortalScene.ALICE);
  }

  private void accept() {
    PendingConnection pending = scene.alice.connectPending().pending().get(0);
    scene.alice.connectClose(pending, ConnectionStatus.ACCEPTED, pending.authenticator());
  }

  private static List<Long> asked(Patience patience, SeededWorld world) {
    return asked(patience, world, Duration.ZERO);
  }

  /** The seconds at which a portal is asked that needs {@code slow} for each answer. */
  private static List<Long> asked(Patience patience, SeededWorld world, Duration slow) {
    List<Long> seconds = new ArrayList<>();
    assertThrows(
        ConnectionTimeoutException.class,
        () ->
            patience.await(
                world,
                () -> {
                  seconds.add(Duration.between(SeededWorld.EPOCH, world.now()).toSeconds());
                  world.advance(slow);
                  return Optional.empty();
                },
                (waited, count) -> new ConnectionTimeoutException(null, null, waited, count),
                (waited, count) -> new ConnectionRefusedException(null, null)));
    return seconds;
  }

  @Test
  void thePausesGrowAndTheLastOneEndsInTime() {
    assertEquals(
        List.of(0L, 1L, 3L, 7L, 15L, 31L, 61L, 91L, 121L, 151L, 181L, 211L, 241L, 271L, 300L),
        asked(Patience.DEFAULT, World.seeded(1)));
    Patience own =
        new Patience(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(4));
    assertEquals(List.of(0L, 3L, 7L, 10L), asked(own, World.seeded(1)));
    Patience once = new Patience(Duration.ZERO, Duration.ofSeconds(3), Duration.ofDays(4));
    assertEquals(List.of(0L), asked(once, World.seeded(1)));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1, 1", "60, 0, 1", "60, -1, 1", "60, 2, 1", "60, 1, 40000000", "40000000, 1, 1"})
  void timesThatMakeNoSenseAreRefused(long whole, long first, long longest) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Patience(
                Duration.ofSeconds(whole), Duration.ofSeconds(first), Duration.ofSeconds(longest)));
  }

  @Test
  void theTimeThatAnswersNeedCountsToo() {
    Patience own =
        new Patience(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(4));
    assertEquals(List.of(0L, 5L, 10L), asked(own, World.seeded(1), Duration.ofSeconds(2)));
  }

  @Test
  void aYearIsTheLongestTime() {
    Duration year = Duration.ofDays(366);
    Patience longest = new Patience(year, year, year);
    assertEquals(List.of(0L, year.toSeconds()), asked(longest, World.seeded(1)));
  }

  @Test
  void theFailureSaysHowLongWasWaitedAndHowOftenWasAsked() {
    ConnectionAttempt attempt = attempt();
    ConnectionTimeoutException e =
        assertThrows(ConnectionTimeoutException.class, attempt::awaitUncompared);
    assertEquals(15, polls);
    assertEquals(15, e.asked());
    assertEquals(Duration.ofMinutes(5), e.waited());
    assertTrue(e.problem().endsWith("within 300 s, in which the portal was asked 15 times"));
    Patience none = new Patience(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1));
    ConnectionTimeoutException once =
        assertThrows(
            ConnectionTimeoutException.class, () -> attempt.await(attempt.authenticator(), none));
    assertTrue(once.problem().endsWith("within 0 s, in which the portal was asked 1 time"));
    assertEquals("1500 ms", Patience.shown(Duration.ofMillis(1500)));
  }

  @Test
  void anInterruptEndsTheWaitAtOnceAndTheRequestStaysOpen() {
    ConnectionAttempt attempt = attempt();
    interruptAt = 3;
    SessionException e = assertThrows(SessionException.class, attempt::awaitUncompared);
    assertEquals(SessionException.Code.INTERRUPTED, e.errorCode());
    assertEquals(3, polls);
    assertTrue(e.problem().endsWith("was interrupted after 3 s; the request stays open"));
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    accept();
    assertEquals(scene.profile.udf(), attempt.await(attempt.authenticator()).udf());
  }

  @Test
  void anInterruptedThreadAsksNothing() {
    ConnectionAttempt attempt = attempt();
    Thread.currentThread().interrupt();
    Failing.with(SessionException.Code.INTERRUPTED, attempt::awaitUncompared);
    assertEquals(0, polls);
  }

  @Test
  void anInterruptedThreadDoesNotPollInTheRealWorldEither() {
    World world = World.system();
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession desktop = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
    desktop.createAccount(
        PortalScene.ALICE, new PersonalProfile(desktop.createDevice().deviceProfile()));
    MeshSession ring = new MeshSession(new MeshMachineCached(world, "ring"), counting(portal));
    ConnectionAttempt attempt = ring.connect(ring.createDevice(), PortalScene.ALICE);
    interruptAt = 1;
    Failing.with(SessionException.Code.INTERRUPTED, attempt::awaitUncompared);
    assertEquals(1, polls);
    portal.close();
  }

  @Test
  void anAnswerThatIsThereIsTakenAlthoughTheThreadIsInterrupted() {
    ConnectionAttempt attempt = attempt();
    accept();
    interruptAt = 1;
    assertEquals(scene.profile.udf(), attempt.awaitUncompared().udf());
    assertTrue(Thread.interrupted());
  }
}
