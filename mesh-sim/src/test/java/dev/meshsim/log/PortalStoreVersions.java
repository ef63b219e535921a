package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.TwoDevices;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Two threads that replace one version of a profile or an application at the same time: the portal
 * takes one successor and refuses the other, which is then merged.
 */
abstract class PortalStoreVersions extends PortalStoreReading {

  private static final int ROUNDS = 3;

  @Test
  void oneOfTwoSuccessorsOfAProfileIsStored() throws Exception {
    TwoDevices two = twoDevices();
    List<Udf> added = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      two.desktop.refresh();
      two.laptop.refresh();
      added.addAll(atOnce(two, () -> add(two.desktop), () -> add(two.laptop)));
      two.later();
    }
    assertEquals(
        Set.copyOf(added),
        two.desktop.refresh().profile().applications().stream()
            .map(ApplicationProfileEntry::identifier)
            .collect(Collectors.toSet()));
  }

  @Test
  void oneOfTwoSuccessorsOfAnApplicationIsStored() throws Exception {
    TwoDevices two = twoDevices();
    Udf application = two.sharedApplication();
    Set<String> sites = new TreeSet<>();
    int before = versions(application);
    for (int round = 0; round < ROUNDS; round++) {
      ApplicationSession desktop = two.onDesktop(application);
      ApplicationSession laptop = two.onLaptop(application);
      sites.addAll(
          atOnce(
              two,
              put(desktop, "desktop" + round + ".example"),
              put(laptop, "l" + round + ".example")));
      two.later();
    }
    assertEquals(2 * ROUNDS, versions(application) - before);
    assertEquals(
        sites,
        two.onDesktop(application).passwordProfile().content().entries().stream()
            .flatMap(entry -> entry.sites().stream())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private TwoDevices twoDevices() {
    return new TwoDevices(Dialect.MESH, store(), new MemoryMachineStore(StoreMode.TEST));
  }

  private int versions(Udf application) {
    return store()
        .transact(tx -> tx.versions(LogName.MESH, application.text(), PageRequest.all()))
        .items()
        .size();
  }

  private static Udf add(PersonalSession session) {
    return session.add(new PasswordProfile(true)).udf();
  }

  private static Callable<String> put(ApplicationSession session, String site) {
    return () -> {
      session.passwordProfile().put(site, "alice", "secret");
      session.update();
      return site;
    };
  }

  /**
   * Runs the acts of both devices. Their first publications replace one version, the laptop's with
   * the later time, and are sent at the same time: one of them must be accepted and the other
   * refused with 409.
   */
  private static <T> List<T> atOnce(TwoDevices two, Callable<T> desktop, Callable<T> laptop)
      throws Exception {
    CountDownLatch signed = new CountDownLatch(1);
    Phaser start = new Phaser(2);
    int[] statuses = new int[2];
    Runnable desktopSends =
        () -> {
          two.later();
          signed.countDown();
          start.arriveAndAwaitAdvance();
        };
    first(two.desktopsWay, desktopSends, statuses, 0);
    first(two.laptopsWay, start::arriveAndAwaitAdvance, statuses, 1);
    Callable<T> laptopLater =
        () -> {
          signed.await();
          return laptop.call();
        };
    // A device that fails before it publishes does not keep the other one waiting.
    Runnable leave =
        () -> {
          signed.countDown();
          start.arriveAndDeregister();
        };
    List<T> results = inTwoThreads(andThen(desktop, leave), andThen(laptopLater, leave));
    Arrays.sort(statuses);
    assertTrue(Status.isSuccess(statuses[0]), Arrays.toString(statuses));
    assertEquals(Status.ALREADY_EXISTS, statuses[1], Arrays.toString(statuses));
    return results;
  }

  private static void first(InterposedPortal way, Runnable before, int[] statuses, int index) {
    way.next(
        Transaction.PUBLISH,
        (request, portal) -> {
          before.run();
          Bytes answer = portal.exchange(request);
          statuses[index] =
              MessageCodec.readResponse(Dialect.MESH, answer, Transaction.PUBLISH).status();
          return answer;
        });
  }

  private static <T> Callable<T> andThen(Callable<T> act, Runnable leave) {
    return () -> {
      try {
        return act.call();
      } finally {
        leave.run();
      }
    };
  }

  private static <T> List<T> inTwoThreads(Callable<T> one, Callable<T> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> end : threads.invokeAll(List.of(one, other))) {
        results.add(end.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
