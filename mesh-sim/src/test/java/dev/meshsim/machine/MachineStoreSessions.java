package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.ApplicationsFlow;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PortalsFlow;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of the contract that is about sessions: developer-08 section 6, restarts, threads. */
abstract class MachineStoreSessions extends MachineStoreNames {

  private static final int THREADS = 4;

  /** How often each thread commits: enough for threads to meet, few where a commit is slow. */
  protected int rounds() {
    return 6;
  }

  @Test
  void theListingsOfSectionSixRunOverTheStore() {
    MachineStore ring = open(RING, StoreMode.TEST);
    assertEquals("secret", DraftFlow.run(World.seeded(8), store(), ring));
    assertEquals(List.of(), store().check());
    assertEquals(List.of(), ring.check());
  }

  @Test
  void administratorsAndRemovalRunOverTheStore() {
    MachineStore phone = open(RING, StoreMode.TEST);
    assertEquals("secret", AdministratorFlow.run(World.seeded(8), store(), phone));
    MachineStore expected = new MemoryMachineStore(StoreMode.TEST);
    MachineStore expectedPhone = new MemoryMachineStore(StoreMode.TEST);
    AdministratorFlow.run(World.seeded(8), expected, expectedPhone);
    assertEquals(LogicalContent.of(expected), LogicalContent.of(reopenIfItKeeps()));
    assertEquals(LogicalContent.of(expectedPhone), LogicalContent.of(phone));
    assertEquals(List.of(), store().check());
    assertEquals(List.of(), phone.check());
  }

  @Test
  void devicesDisagreeOverTheStore() {
    ConflictFlow.run(store(), this::reopenIfItKeeps);
    MachineStore expected = new MemoryMachineStore(StoreMode.TEST);
    ConflictFlow.run(expected, () -> expected);
    assertEquals(LogicalContent.of(expected), LogicalContent.of(store()));
  }

  @Test
  void aPortalThatWasAwayIsMadeUpForOverTheStore() {
    PortalsFlow.run(store(), this::reopenIfItKeeps);
    MachineStore expected = new MemoryMachineStore(StoreMode.TEST);
    PortalsFlow.run(expected, () -> expected);
    assertEquals(LogicalContent.of(expected), LogicalContent.of(store()));
  }

  @ParameterizedTest
  @EnumSource
  void applicationsOfEveryTypeRunOverTheStore(Dialect dialect) {
    ApplicationsFlow.run(dialect, store(), this::reopenIfItKeeps);
    if (dialect == Dialect.MESH) {
      MachineStore expected = new MemoryMachineStore(StoreMode.TEST);
      ApplicationsFlow.run(dialect, expected, () -> expected);
      assertEquals(LogicalContent.of(expected), LogicalContent.of(store()));
    }
  }

  @Test
  void oneSeedGivesOneContentInEveryStore() {
    MachineStore ring = open(RING, StoreMode.TEST);
    DraftFlow.run(World.seeded(8), store(), ring);
    MachineStore expected = new MemoryMachineStore(StoreMode.TEST);
    MachineStore expectedRing = new MemoryMachineStore(StoreMode.TEST);
    DraftFlow.run(World.seeded(8), expected, expectedRing);
    assertEquals(LogicalContent.of(expected), LogicalContent.of(store()));
    assertEquals(LogicalContent.of(expectedRing), LogicalContent.of(ring));
    assertEquals(LogicalContent.of(expected), LogicalContent.of(reopenIfItKeeps()));
  }

  @Test
  void anotherSeedGivesAnotherContent() {
    DraftFlow.run(World.seeded(9), store(), open(RING, StoreMode.TEST));
    MachineStore other = new MemoryMachineStore(StoreMode.TEST);
    DraftFlow.run(World.seeded(8), other, new MemoryMachineStore(StoreMode.TEST));
    assertTrue(!LogicalContent.of(other).equals(LogicalContent.of(store())));
  }

  @Test
  void aSessionGoesOnAfterARestart() {
    World world = World.seeded(10);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession before = new MeshSession(new MeshMachine(world, DESKTOP, store()), portal);
    var device = before.createDevice();
    before.createAccount("alice@example.com", new PersonalProfile(device.deviceProfile()));
    reopen();
    MeshSession after = new MeshSession(new MeshMachine(world, DESKTOP, store()), portal);
    var session = after.personalSession().orElseThrow();
    MeshSession ring =
        new MeshSession(new MeshMachine(world, RING, open(RING, StoreMode.TEST)), portal);
    var attempt = ring.connect(ring.createDevice(), "alice@example.com");
    session
        .connectPending()
        .pending()
        .forEach(
            request ->
                session.connectClose(request, ConnectionStatus.ACCEPTED, attempt.authenticator()));
    assertEquals(session.udf(), attempt.await(attempt.authenticator()).udf());
  }

  @Test
  void aConnectionAttemptSurvivesARestart() {
    World world = World.seeded(11);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MachineStore admin = open(RING, StoreMode.TEST);
    MeshSession alice = new MeshSession(new MeshMachine(world, RING, admin), portal);
    var session =
        alice.createAccount(
            "alice@example.com", new PersonalProfile(alice.createDevice().deviceProfile()));
    MeshSession before = new MeshSession(new MeshMachine(world, DESKTOP, store()), portal);
    String shown = before.connect(before.createDevice(), "alice@example.com").authenticator();
    reopen();
    session
        .connectPending()
        .pending()
        .forEach(request -> session.connectClose(request, ConnectionStatus.ACCEPTED, shown));
    MeshSession after = new MeshSession(new MeshMachine(world, DESKTOP, store()), portal);
    var attempt = after.connectionAttempt("alice@example.com").orElseThrow();
    assertEquals(shown, attempt.authenticator());
    assertEquals(session.udf(), attempt.await(shown).udf());
    assertEquals(List.of(), store().list(RecordKind.REQUEST));
  }

  @Test
  void concurrentCommitsAreAllThere() throws Exception {
    inThreads(
        thread -> {
          for (int round = 0; round < rounds(); round++) {
            put(store(), account(thread, round), SampleRecords.request(name(thread, round)));
            if (round % 2 == 1) {
              remove(store(), account(thread, round - 1));
            }
          }
        });
    List<MachineRecord> expected = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      for (int round = 0; round < rounds(); round++) {
        expected.add(SampleRecords.request(name(thread, round)));
        if (round % 2 == 1) {
          expected.add(account(thread, round));
        }
      }
    }
    assertHolds(expected);
  }

  @Test
  void noReaderSeesHalfACommit() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    inThreads(
        thread -> {
          if (thread > 0) {
            do {
              assertEquals(0, store().list(RecordKind.ACCOUNT).size() % 3);
            } while (!done.get());
            return;
          }
          try {
            for (int round = 0; round < rounds(); round++) {
              put(store(), account(round, 0), account(round, 1), account(round, 2));
            }
          } finally {
            done.set(true);
          }
        });
    assertEquals(3 * rounds(), store().list(RecordKind.ACCOUNT).size());
  }

  @Test
  void sessionsOnOneMachineRunSideBySide() throws Exception {
    World world = World.seeded(12);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshMachine machine = new MeshMachine(world, DESKTOP, store());
    inThreads(
        thread -> {
          MeshSession session = new MeshSession(machine, portal);
          var device = session.createDevice("device " + thread, "of thread " + thread);
          session.createAccount(
              "alice" + thread + "@example.com", new PersonalProfile(device.deviceProfile()));
        });
    Set<String> names =
        store().list(RecordKind.ACCOUNT).stream()
            .map(record -> record.key().name())
            .collect(Collectors.toSet());
    assertEquals(THREADS, names.size());
    assertEquals(THREADS, store().list(RecordKind.DEVICE).size());
    assertEquals(THREADS, store().list(RecordKind.PERSONAL).size());
    assertEquals(List.of(), store().check());
    String content = LogicalContent.of(store());
    assertEquals(content, LogicalContent.of(reopenIfItKeeps()));
  }

  private static String name(int thread, int round) {
    return "alice-" + thread + "-" + round + "@example.com";
  }

  private static MachineRecord account(int thread, int round) {
    return new MachineRecord.Account(name(thread, round), SampleRecords.profile());
  }

  private interface InThread {
    void run(int thread) throws Exception;
  }

  private static void inThreads(InThread body) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try {
      List<Callable<Void>> bodies = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        bodies.add(
            () -> {
              start.await();
              body.run(thread);
              return null;
            });
      }
      for (Future<Void> end : threads.invokeAll(bodies)) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
