package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several portals on one PostgreSQL database. */
class SharedPortalTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");
  private static final int PORTALS = 3;
  private static final int ROUNDS = 8;

  private final String schema = Postgresql.freshSchema();
  private final World world = World.seeded(3);
  private final ExecutorService threads = Executors.newFixedThreadPool(PORTALS);

  @AfterEach
  void cleanUp() {
    threads.shutdownNow();
    Postgresql.drop(schema);
  }

  private PortalStore open() {
    return RelationalStores.portal(Postgresql.url(), schema, world.stream("portal", "retry"));
  }

  @Test
  void ofManyWhoAskForOneNameExactlyOneGetsIt() throws Exception {
    Postgresql.url();
    List<MeshPortalDirect> portals = new ArrayList<>();
    for (int i = 0; i < PORTALS; i++) {
      portals.add(MeshPortalDirect.open(world, "example.com", open()));
    }
    for (int round = 0; round < ROUNDS; round++) {
      String account = "alice" + round + "@example.com";
      CyclicBarrier start = new CyclicBarrier(PORTALS);
      List<Callable<Boolean>> racers = new ArrayList<>();
      for (int i = 0; i < PORTALS; i++) {
        String machine = "machine-" + round + "-" + i;
        MeshSession session =
            new MeshSession(new MeshMachineCached(world, machine), portals.get(i));
        PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
        racers.add(
            () -> {
              start.await();
              return creates(session, account, profile);
            });
      }
      long winners = 0;
      for (Future<Boolean> won : threads.invokeAll(racers)) {
        winners += won.get() ? 1 : 0;
      }
      assertEquals(1, winners, account);
    }
    portals.forEach(MeshPortalDirect::close);
    requireSound(ROUNDS);
  }

  private static boolean creates(MeshSession session, String account, PersonalProfile profile) {
    try {
      session.createAccount(account, profile);
      return true;
    } catch (PortalRefusedException e) {
      assertEquals(409, e.status());
      return false;
    }
  }

  private void requireSound(int accounts) {
    try (PortalStore store = open()) {
      assertEquals(List.of(), store.check());
      List<DataItem> items = store.scan(LogName.PORTAL, PageRequest.all()).items();
      assertEquals(
          accounts, items.stream().filter(i -> i.primaryKey().startsWith("Account$")).count());
    }
  }

  @Test
  void aCounterThatAllIncrementLosesNothing() throws Exception {
    int times = 40;
    List<PortalStore> stores = new ArrayList<>();
    for (int i = 0; i < PORTALS; i++) {
      stores.add(open());
    }
    put(stores.get(0), "0");
    List<Callable<Void>> writers = new ArrayList<>();
    for (PortalStore store : stores) {
      writers.add(
          () -> {
            for (int n = 0; n < times; n++) {
              increment(store);
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }
    String expected = Integer.toString(PORTALS * times);
    for (PortalStore store : stores) {
      assertEquals(expected, store.transact(SharedPortalTest::value), "each sees all writes");
      store.close();
    }
    requireSound(0);
  }

  @Test
  void aCommitThatTheServerGivesUpIsMadeAgain() {
    Postgresql.url();
    try (PortalStore store = open()) {
      put(store, "0");
      giveUpFirstCommit();
      increment(store);
      assertEquals("1", store.transact(SharedPortalTest::value));
      increment(store);
      assertEquals("2", store.transact(SharedPortalTest::value), "it goes on");
    }
    requireSound(0);
  }

  /**
   * The next transaction that adds a record fails with 40001 when it commits; those after do not.
   */
  private void giveUpFirstCommit() {
    String attempts = schema + ".attempts";
    String giveUp = schema + ".give_up";
    Postgresql.execute("CREATE SEQUENCE " + attempts);
    Postgresql.execute(
        "CREATE FUNCTION "
            + giveUp
            + "() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN IF nextval('"
            + attempts
            + "') = 1 THEN RAISE EXCEPTION 'given up' USING ERRCODE = '40001'; END IF;"
            + " RETURN NULL; END $$");
    Postgresql.execute(
        "CREATE CONSTRAINT TRIGGER give_up AFTER INSERT ON "
            + schema
            + ".portal_record DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "
            + giveUp
            + "()");
  }

  private static String value(PortalStore.Transaction tx) {
    return tx.latest(LogName.PORTAL, "n").orElseThrow().text().utf8();
  }

  private static void increment(PortalStore store) {
    store.transact(
        tx -> {
          int n = Integer.parseInt(value(tx));
          Bytes next = Bytes.utf8(Integer.toString(n + 1));
          tx.put(Change.update(LogName.PORTAL, "n", List.of(), next, T0));
          return n;
        });
  }

  private static void put(PortalStore store, String text) {
    store.transact(
        tx -> {
          tx.put(Change.create(LogName.PORTAL, "n", List.of(), Bytes.utf8(text), T0));
          return text;
        });
  }

  @Test
  void aPortalThatIsDiscardedBeginsAnew() {
    String url = Postgresql.url();
    open().close();
    try (PortalStore store = open()) {
      put(store, "1");
    }
    RelationalStores.drop(url, schema);
    assertFalse(RelationalStores.isThere(url, schema));
    try (PortalStore store = open()) {
      assertEquals(List.of(), store.scan(LogName.PORTAL, PageRequest.all()).items());
    }
    RelationalStores.drop(url, schema);
    RelationalStores.drop(url, schema);
  }

  @Test
  void aFreshDatabaseMayBeOpenedByAllAtOnce() throws Exception {
    Postgresql.url();
    CyclicBarrier start = new CyclicBarrier(PORTALS);
    List<Callable<PortalStore>> openers = new ArrayList<>();
    for (int i = 0; i < PORTALS; i++) {
      openers.add(
          () -> {
            start.await();
            return open();
          });
    }
    for (Future<PortalStore> opened : threads.invokeAll(openers)) {
      try (PortalStore store = opened.get()) {
        assertTrue(store.check().isEmpty());
      }
    }
  }
}
