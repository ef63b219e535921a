package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.cli.Signals;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.testing.Once;
import dev.meshsim.world.World;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Once
class ServeCommandTest {

  private static final String ALICE = "alice@example.com";

  @TempDir Path place;

  private List<String> words() {
    return List.of(
        "--domain", "Example.COM", "--store", "jlog", "--root", "data", "--listen", "127.0.0.1:0");
  }

  private static MeshPortal portal(Served served, PortalConnections connections) {
    return MeshPortalRemote.at(
        PortalAddress.parse(served.address()), "example.com", Dialect.MESH, connections);
  }

  private static MeshSession session(Served served, PortalConnections connections) {
    return new MeshSession(
        new MeshMachineCached(World.system(), "desktop"), portal(served, connections));
  }

  /** A person who creates one account after another until the portal does not answer. */
  private static final class Person implements Runnable {

    private final String name;
    private final Served served;
    private final PortalConnections connections;
    private final CountDownLatch created;
    private final List<String> acknowledged = new ArrayList<>();
    private String last = "";
    private MeshMachine machine;
    private PersonalProfile profile;

    Person(String name, Served served, PortalConnections connections, CountDownLatch created) {
      this.name = name;
      this.served = served;
      this.connections = connections;
      this.created = created;
      this.machine = new MeshMachineCached(World.system(), name);
      this.profile = fresh(new MeshSession(machine, portal(served, connections)));
    }

    private static PersonalProfile fresh(MeshSession session) {
      return new PersonalProfile(session.createDevice().deviceProfile());
    }

    @Override
    public void run() {
      for (int i = 0; ; i++) {
        last = name + i + "@example.com";
        machine = new MeshMachineCached(World.system(), name);
        MeshSession session = new MeshSession(machine, portal(served, connections));
        profile = fresh(session);
        try {
          session.createAccount(last, profile);
        } catch (MeshException e) {
          return;
        }
        acknowledged.add(last);
        created.countDown();
      }
    }
  }

  @Test
  void whatWasAcknowledgedSurvivesAnInterruptAndAKillUnderLoad() throws Exception {
    try (PortalConnections connections = PortalConnections.open()) {
      try (Served first = new Served(place, words())) {
        MeshSession session = session(first, connections);
        session.createAccount(ALICE, Person.fresh(session));
        boolean interrupts = !Signals.isIgnored("INT");
        String signal = interrupts ? "-INT" : "-TERM";
        new ProcessBuilder("kill", signal, String.valueOf(first.id())).start().waitFor();
        assertEquals(interrupts ? 130 : 143, first.ended());
      }
      List<Person> people = new ArrayList<>();
      try (Served second = new Served(place, words())) {
        assertTrue(!session(second, connections).validate(ALICE).valid());
        CountDownLatch created = new CountDownLatch(20);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          people.add(new Person("p" + i + "-", second, connections, created));
          threads.add(new Thread(people.get(i)));
        }
        threads.forEach(Thread::start);
        created.await();
        second.kill();
        for (Thread thread : threads) {
          thread.join();
        }
      }
      try (Served third = new Served(place, words())) {
        for (Person person : people) {
          for (String account : person.acknowledged) {
            assertTrue(!session(third, connections).validate(account).valid(), account);
          }
          // The answer to the last is not known: the same request again must not act twice.
          new MeshSession(person.machine, portal(third, connections))
              .createAccount(person.last, person.profile);
        }
        third.kill();
      }
      requireOneRecordEach(people);
    }
    refused(
        "the store has accounts of example.com, none of other.example",
        "--domain",
        "other.example",
        "--store",
        "jlog",
        "--root",
        place.resolve("data").toString());
  }

  private void requireOneRecordEach(List<Person> people) throws Exception {
    assertEquals(
        List.of(), PortalStores.named("jlog").check(place.resolve("data"), World.system()));
    try (PortalStore store =
        PortalStores.named("jlog")
            .openForReading(place.resolve("data"), World.system(), line -> {})) {
      List<String> keys =
          store.scan(LogName.PORTAL, PageRequest.all()).items().stream()
              .map(DataItem::primaryKey)
              .toList();
      assertTrue(keys.contains("Account$" + ALICE));
      for (Person person : people) {
        List<String> all = new ArrayList<>(person.acknowledged);
        all.add(person.last);
        for (String account : all) {
          assertEquals(1, Collections.frequency(keys, "Account$" + account), account);
        }
      }
    }
  }

  private static void refused(String problem, String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "portal";
    all[1] = "serve";
    System.arraycopy(words, 0, all, 2, words.length);
    Cli run = Cli.run(all);
    assertEquals(2, run.code(), run.errors());
    assertTrue(run.errors().contains(problem), run.errors());
    assertEquals("", run.out());
  }

  @Test
  void wrongUsageIsRefusedBeforeItListens() throws Exception {
    String root = place.resolve("refused").toString();
    List<String> usual = List.of("--domain", "a.example", "--store", "memory", "--root", root);
    refusedWith(usual, "is not an address to listen on", "--listen", "8080");
    refusedWith(usual, "--idle-time takes a number", "--idle-time", "soon");
    refusedWith(usual, "a limit is out of range", "--max-in-flight", "0");
    refusedWith(usual, "do not fit together", "--tls-key", "x");
    refusedWith(usual, "there is no such file", "--tls-pkcs12", "/nonexistent");
    refusedWith(usual, "the access log cannot be written", "--access-log", "/nonexistent/x");
    refusedWith(usual, "dialect", "--dialect", "mush");
    try (ServerSocket taken = new ServerSocket(0)) {
      refusedWith(
          usual, "cannot listen on 127.0.0.1:", "--listen", "127.0.0.1:" + taken.getLocalPort());
    }
    Cli made = Cli.run("portal", "init", "--domain", "a.example", root);
    assertEquals(0, made.code(), made.errors());
    Cli again = Cli.run("portal", "init", "--domain", "a.example", root);
    assertEquals(2, again.code());
    assertTrue(again.errors().contains("portal.pem is there already"), again.errors());
  }

  private static void refusedWith(List<String> usual, String problem, String... more) {
    List<String> words = new ArrayList<>(usual);
    words.addAll(List.of(more));
    refused(problem, words.toArray(String[]::new));
  }
}
