package dev.meshsim.cli.portal;

import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * 64 clients that use a portal at the same time: the two machines of each of 32 people make
 * accounts, and change the passwords that they share. Each repeats what fails until it succeeds.
 */
final class Load implements AutoCloseable {

  static final int CLIENTS = 64;

  private static final int ATTEMPTS = 3000;
  private static final String USER = "user";

  private final MeshPortal portal;
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final LongAdder repeated = new LongAdder();
  private final List<Client> clients = new ArrayList<>();

  /** A load at a portal. */
  Load(MeshPortal portal) {
    this.portal = portal;
  }

  /**
   * A machine of a person.
   *
   * @param passwords which it shares with the person's other machine
   */
  private record Client(String name, PersonalSession person, ApplicationSession passwords) {

    static String site(String name, int round) {
      return name + "-" + round + ".example";
    }

    String password(int round) {
      return "secret of " + site(name, round);
    }
  }

  /** Makes the people: each has two machines, which share passwords. */
  void begin() throws Exception {
    List<Callable<List<Client>>> people = new ArrayList<>();
    for (int i = 0; i < CLIENTS / 2; i++) {
      String name = "p" + i;
      people.add(() -> person(name));
    }
    for (Future<List<Client>> one : threads.invokeAll(people)) {
      clients.addAll(one.get());
    }
  }

  private MeshSession session(String machine) {
    return new MeshSession(new MeshMachineCached(World.system(), machine), portal);
  }

  private static PersonalProfile profile(MeshSession session) {
    return new PersonalProfile(session.createDevice().deviceProfile());
  }

  private List<Client> person(String name) {
    MeshSession first = session(name + "-a");
    PersonalSession desktop = first.createAccount(name + "@example.com", profile(first));
    ApplicationSession passwords = desktop.add(new PasswordProfile(true));
    MeshSession second = session(name + "-b");
    ConnectionAttempt attempt = second.connect(second.createDevice(), name + "@example.com");
    String code = attempt.authenticator();
    desktop.connectClose(
        desktop.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    PersonalSession laptop = attempt.await(code);
    Udf device = laptop.thisDevice().identifier();
    desktop.addToApplications(device, List.of(ApplicationChoice.administering(passwords.udf())));
    passwords.refresh();
    laptop.refresh();
    return List.of(
        new Client(name + "-a", desktop, passwords),
        new Client(name + "-b", laptop, laptop.application(passwords.udf().text())));
  }

  /**
   * Runs the load, and {@code disturbance} when a third of it is done.
   *
   * @param rounds how many accounts each client makes
   * @param updates true if each also publishes so many versions of the passwords
   * @return the number of requests that failed and were repeated
   */
  long run(int rounds, boolean updates, Callable<Void> disturbance) throws Exception {
    CountDownLatch third = new CountDownLatch(CLIENTS * rounds / 3);
    repeated.reset();
    Instant begin = World.system().now();
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Client client = updates ? clients.get(i) : null;
      String prefix = "c" + i;
      done.add(
          threads.submit(
              () -> {
                for (int n = 0; n < rounds; n++) {
                  create(prefix + "-" + n);
                  if (client != null) {
                    update(client, n);
                  }
                  third.countDown();
                }
              }));
    }
    third.await();
    disturbance.call();
    for (Future<?> one : done) {
      one.get();
    }
    System.err.println(
        CLIENTS * rounds
            + " accounts"
            + (updates ? " and as many updates" : "")
            + " in "
            + Duration.between(begin, World.system().now()).toMillis()
            + " ms, "
            + repeated.sum()
            + " requests repeated");
    return repeated.sum();
  }

  private void create(String name) {
    MeshSession session = session(name);
    PersonalProfile profile = profile(session);
    untilDone(() -> session.createAccount(name + "@example.com", profile));
  }

  private void update(Client client, int round) {
    client
        .passwords()
        .passwordProfile()
        .put(Client.site(client.name(), round), USER, client.password(round));
    untilDone(client.passwords()::update);
  }

  private void untilDone(Runnable request) {
    for (int n = 0; ; n++) {
      try {
        request.run();
        return;
      } catch (MeshException e) {
        // A process or the server is gone; the same request again must not act twice.
        if (n == ATTEMPTS) {
          throw e;
        }
        repeated.increment();
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  /** The shared passwords' identifiers. */
  List<String> applications() {
    return clients.stream().map(client -> client.passwords().udf().text()).distinct().toList();
  }

  /**
   * The acknowledged passwords that the portal does not have; each client reads them again.
   *
   * @param rounds the updates that each client has made
   */
  List<String> lost(int rounds) {
    List<String> lost = new ArrayList<>();
    for (Client reader : clients) {
      ApplicationSession stored = reader.person().application(reader.passwords().udf().text());
      String person = reader.name().substring(0, reader.name().indexOf('-'));
      for (Client writer : clients) {
        if (!writer.name().startsWith(person + "-")) {
          continue;
        }
        for (int n = 0; n < rounds; n++) {
          String site = Client.site(writer.name(), n);
          String expected = writer.password(n);
          if (stored
              .passwordProfile()
              .get(site)
              .map(PasswordEntry::password)
              .filter(expected::equals)
              .isEmpty()) {
            lost.add(site + " for " + reader.name());
          }
        }
      }
    }
    return lost;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
