package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.udf.Udf;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The choice after a conflict: it covers the differences that were shown, and loses no other. */
class ConflictResolutionTest {

  private static final String BANK = "bank.example";

  private final TwoDevices two = new TwoDevices(Dialect.MESH);
  private final Udf application = two.sharedApplication(BANK);
  private final ApplicationSession laptop = two.onLaptop(application);

  @BeforeEach
  void bothChangeOneEntry() {
    onDesktop(BANK, "desktop 1");
    laptop.passwordProfile().put(BANK, "alice", "laptop");
  }

  @ParameterizedTest
  @EnumSource
  void whatTheUpdateHasMergedBeforeTheConflictIsKept(Side side) {
    ApplicationSession late = two.onLaptop(application);
    late.passwordProfile().put(BANK, "alice", "late");
    two.laptopsWay.before(Transaction.PUBLISH, () -> onDesktop("mail.example", "new"));
    two.laptopsWay.before(Transaction.PUBLISH, () -> onDesktop(BANK, "desktop 2"));
    assertDiffers(late);
    late.resolve(side).update();
    String bank = side == Side.MINE ? "late" : "desktop 2";
    assertEquals("bank.example=" + bank + " mail.example=new", stored());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsChangedBetweenTheConflictAndTheChoiceIsKept(Side side) {
    assertDiffers(laptop);
    laptop.passwordProfile().put("news.example", "alice", "later");
    laptop.resolve(side).update();
    String bank = side == Side.MINE ? "laptop" : "desktop 1";
    assertEquals("bank.example=" + bank + " news.example=later", stored());
  }

  @Test
  void aVersionThatNobodyHasSeenIsNotOverwrittenByTheChoice() {
    assertDiffers(laptop);
    onDesktop(BANK, "desktop 2");
    laptop.resolve(Side.MINE);
    assertDiffers(laptop);
    assertEquals("bank.example=desktop 2", stored());
    var conflict = laptop.conflict(PasswordProfilePrivate.class).orElseThrow();
    assertEquals("desktop 1", password(conflict.base().orElseThrow()));
    assertEquals("laptop", password(conflict.mine()));
    assertEquals("desktop 2", password(conflict.theirs()));
    laptop.resolve(Side.MINE).update();
    assertEquals("bank.example=laptop", stored());
  }

  @Test
  void theChoiceOfThePortalsVersionTakesALaterOneToo() {
    assertDiffers(laptop);
    onDesktop(BANK, "desktop 2");
    laptop.resolve(Side.THEIRS).update();
    assertEquals("bank.example=desktop 2", stored());
    assertEquals("desktop 2", password(laptop.passwordProfile().content()));
  }

  @Test
  void anApplicationThatIsRemovedBeforeTheChoiceStaysRemoved() {
    assertDiffers(laptop);
    two.desktop.removeApplication(application.text());
    laptop.resolve(Side.MINE);
    var e = assertThrows(ApplicationException.class, laptop::update);
    assertEquals("session.application-removed", e.code());
    assertEquals("laptop", password(laptop.passwordProfile().content()));
    assertTrue(laptop.conflict().isEmpty());
  }

  @Test
  void afterAnotherFailureTheConflictComesAgainWithEveryChange() {
    assertDiffers(laptop);
    laptop.passwordProfile().put("news.example", "alice", "later");
    two.laptopsWay.loseRequest(Transaction.PUBLISH);
    assertThrows(RuntimeException.class, laptop::update);
    assertTrue(laptop.conflict().isEmpty());
    assertThrows(IllegalStateException.class, () -> laptop.resolve(Side.THEIRS));
    assertDiffers(laptop);
    laptop.resolve(Side.THEIRS).update();
    assertEquals("bank.example=desktop 1 news.example=later", stored());
  }

  private static void assertDiffers(ApplicationSession session) {
    var e = assertThrows(ConflictException.class, session::update);
    assertEquals(ConflictException.Code.DIFFERS, e.errorCode());
  }

  private void onDesktop(String site, String password) {
    ApplicationSession desktop = two.onDesktop(application);
    desktop.passwordProfile().put(site, "alice", password);
    desktop.update();
  }

  /** The portal's version, as the desktop reads it. */
  private String stored() {
    return two.onDesktop(application).passwordProfile().content().entries().stream()
        .map(entry -> entry.sites().get(0) + "=" + entry.password())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String password(PasswordProfilePrivate content) {
    return content.get(BANK).map(PasswordEntry::password).orElseThrow();
  }
}
