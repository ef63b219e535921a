package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Difference;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example in {@code docs/conflicts.md}, which quotes {@code publish}: a program that asks. */
class ConflictExampleTest {

  /** Answers for the laptop's side, and lets something happen before each answer. */
  private static final class Person {
    final List<String> shown = new ArrayList<>();
    final List<Runnable> meanwhile = new ArrayList<>();

    void show(Difference<?> difference) {
      shown.add(difference.toString());
    }

    Side choose() {
      if (!meanwhile.isEmpty()) {
        meanwhile.remove(0).run();
      }
      return Side.MINE;
    }
  }

  private final TwoDevices two = new TwoDevices(Dialect.MESH);
  private final Udf application = two.sharedApplication("bank.example", "shop.example");
  private final ApplicationSession laptop = two.onLaptop(application);
  private final Person person = new Person();

  void publish(ApplicationSession passwords, Person person) {
    while (true) {
      try {
        passwords.update();
        return;
      } catch (ConflictException e) {
        // Other devices were faster in every attempt: no difference, try again later.
        var conflict = passwords.conflict().orElseThrow(() -> e);
        conflict.differences().forEach(person::show);
        passwords.resolve(person.choose());
      }
    }
  }

  @Test
  void aChangeWithoutAConflictAsksNobody() {
    onDesktop("shop.example");
    laptop.passwordProfile().put("bank.example", "alice", "from the laptop");
    publish(laptop, person);
    assertEquals(List.of(), person.shown);
    assertEquals("from the laptop", stored("bank.example"));
    assertEquals("from the desktop", stored("shop.example"));
  }

  @Test
  void aConflictIsShownAndTheChoicePublished() {
    onDesktop("bank.example");
    laptop.passwordProfile().put("bank.example", "alice", "from the laptop");
    publish(laptop, person);
    assertEquals(
        List.of("the entry of bank.example (changed here, changed at the portal)"), person.shown);
    assertEquals("from the laptop", stored("bank.example"));
  }

  @Test
  void aChangeThatIsMadeWhileThePersonThinksIsKept() {
    onDesktop("bank.example");
    laptop.passwordProfile().put("bank.example", "alice", "from the laptop");
    person.meanwhile.add(() -> onDesktop("shop.example"));
    publish(laptop, person);
    assertEquals("from the laptop", stored("bank.example"));
    assertEquals("from the desktop", stored("shop.example"));
  }

  @Test
  void aSecondConflictAsksAgain() {
    onDesktop("bank.example");
    laptop.passwordProfile().put("bank.example", "alice", "from the laptop");
    laptop.passwordProfile().put("shop.example", "alice", "from the laptop");
    two.laptopsWay.pass(Transaction.PUBLISH);
    two.laptopsWay.before(Transaction.PUBLISH, () -> onDesktop("shop.example"));
    publish(laptop, person);
    assertEquals(2, person.shown.size(), person.shown.toString());
    assertEquals("from the laptop", stored("bank.example"));
    assertEquals("from the laptop", stored("shop.example"));
  }

  @Test
  void withoutADifferenceToDecideTheFailureIsReported() {
    ApplicationSession desktop = two.onDesktop(application);
    for (int i = 0; i < 8; i++) {
      two.laptopsWay.before(Transaction.PUBLISH, desktop::update);
    }
    laptop.passwordProfile().put("bank.example", "alice", "from the laptop");
    ConflictException e = assertThrows(ConflictException.class, () -> publish(laptop, person));
    assertEquals(ConflictException.Code.REPEATED, e.errorCode());
  }

  private void onDesktop(String site) {
    ApplicationSession desktop = two.onDesktop(application);
    desktop.passwordProfile().put(site, "alice", "from the desktop");
    desktop.update();
  }

  private String stored(String site) {
    return two.onDesktop(application).passwordProfile().get(site).orElseThrow().password();
  }
}
