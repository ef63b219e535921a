package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_THREE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Applications of a profile with accounts at several portals, some of which are away. */
class ManyPortalsApplicationTest {

  private static PersonalSession at(PersonalSession session, String account) {
    return session.on(AccountName.parse(account));
  }

  private static String password(PersonalSession session, Udf application, String site) {
    return session
        .application(application.text())
        .passwordProfile()
        .get(site)
        .orElseThrow()
        .password();
  }

  private static List<String> names(List<AccountBehind> behind) {
    return behind.stream().map(AccountBehind::account).toList();
  }

  private static void put(ApplicationSession application, String site, String password) {
    application.passwordProfile().put(site, "alice", password);
    application.update();
  }

  /** The desktop's application, which the laptop reads and changes too. */
  private static Udf shared(ManyPortals scene, PersonalSession laptop) {
    ApplicationSession session =
        scene.desktop.add(new PasswordProfile(true).put("bank.example", "alice", "first"), false);
    session.addDevice(laptop.thisDevice().identifier(), true).update();
    laptop.refresh();
    laptop.application(session.udf().text());
    laptop.publishAgain();
    scene.later();
    return session.udf();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anApplicationIsAtEveryPortal(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    ApplicationSession session =
        scene.desktop.add(new PasswordProfile(true).put("bank.example", "alice", "one"));
    assertEquals(List.of(), scene.desktop.accountsBehind());
    assertEquals("one", password(at(scene.desktop, AT_TWO), session.udf(), "bank.example"));
    scene.later();
    scene.away(AT_TWO, true);
    put(session, "bank.example", "two");
    assertEquals(List.of(AT_TWO), scene.desktop.accountsBehind());
    scene.away(AT_TWO, false);
    assertEquals(List.of(), scene.desktop.publishAgain());
    scene.away(AT_ONE, true);
    assertEquals("two", password(at(scene.desktop, AT_TWO), session.udf(), "bank.example"));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anotherAccountGetsTheApplications(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    Udf application =
        scene.desktop.add(new PasswordProfile(true).put("bank.example", "alice", "one")).udf();
    scene.later();
    PersonalSession atThree = scene.desktop.addAccount(AT_THREE);
    assertEquals(List.of(), scene.desktop.accountsBehind());
    scene.away(AT_ONE, true);
    scene.away(AT_TWO, true);
    assertEquals("one", password(atThree, application, "bank.example"));
    put(atThree.application(application.text()), "bank.example", "two");
    assertEquals(List.of(AT_ONE, AT_TWO), atThree.accountsBehind());
    scene.away(AT_ONE, false);
    assertEquals(List.of(AT_TWO), names(atThree.publishAgain()));
    assertEquals(List.of(AT_TWO), atThree.accountsBehind());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatTwoDevicesPutAtDifferentPortalsIsMerged(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    PersonalSession laptop = scene.laptop();
    Udf application = shared(scene, laptop);
    scene.away(AT_TWO, true);
    put(scene.desktop.application(application.text()), "shop.example", "from the desktop");
    scene.away(AT_TWO, false);
    scene.away(AT_ONE, true);
    scene.later();
    put(at(laptop, AT_TWO).application(application.text()), "mail.example", "from the laptop");
    scene.away(AT_ONE, false);
    scene.later();
    assertEquals(List.of(), scene.desktop.publishAgain());
    for (String account : List.of(AT_ONE, AT_TWO)) {
      PersonalSession desktop = at(scene.desktop, account);
      assertEquals("from the laptop", password(desktop, application, "mail.example"));
      assertEquals("from the desktop", password(desktop, application, "shop.example"));
    }
    assertEquals(List.of(), laptop.publishAgain());
    assertEquals("from the desktop", password(laptop, application, "shop.example"));
    assertEquals(List.of(), laptop.accountsBehind());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aSessionThroughAPortalThatWasBehindLosesNothing(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    PersonalSession laptop = scene.laptop();
    Udf application = shared(scene, laptop);
    ApplicationSession throughTwo = at(scene.desktop, AT_TWO).application(application.text());
    scene.away(AT_TWO, true);
    put(scene.desktop.application(application.text()), "shop.example", "through one");
    scene.away(AT_TWO, false);
    scene.later();
    put(throughTwo, "mail.example", "through two");
    assertEquals("through one", throughTwo.passwordProfile().get("shop.example").get().password());
    assertEquals("through two", password(scene.desktop, application, "mail.example"));
    assertEquals(List.of(), scene.desktop.accountsBehind());
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void whatCannotBeMergedStaysUntilSomebodyDecides(Side side) {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    PersonalSession laptop = scene.laptop();
    Udf application = shared(scene, laptop);
    scene.away(AT_TWO, true);
    put(scene.desktop.application(application.text()), "bank.example", "from the desktop");
    scene.away(AT_TWO, false);
    scene.away(AT_ONE, true);
    scene.later();
    put(at(laptop, AT_TWO).application(application.text()), "bank.example", "from the laptop");
    scene.away(AT_ONE, false);
    scene.later();
    List<AccountBehind> behind = scene.desktop.publishAgain();
    assertEquals(ConflictException.Code.DIFFERS, behind.get(0).reason().errorCode());
    assertEquals(AT_TWO, behind.get(0).account());
    MeshException open =
        assertThrows(
            MeshException.class, () -> at(scene.desktop, AT_TWO).application(application.text()));
    assertEquals(ConflictException.Code.DIFFERS, open.errorCode());
    assertEquals("from the desktop", password(scene.desktop, application, "bank.example"));
    assertEquals(List.of(), scene.desktop.publishAgain(side));
    String decided = side == Side.MINE ? "from the desktop" : "from the laptop";
    assertEquals(decided, password(scene.desktop, application, "bank.example"));
    assertEquals(decided, password(at(scene.desktop, AT_TWO), application, "bank.example"));
    // Where the laptop published, it sees that its version was replaced; then it is no conflict.
    assertEquals(decided, password(at(laptop, AT_TWO), application, "bank.example"));
    assertEquals(decided, password(laptop, application, "bank.example"));
  }

  @Test
  void anApplicationWithoutContentIsAtNoPortal() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    Udf unpublished = scene.session("phone").createDevice().udf();
    RawApplication.list(scene.desktop, unpublished, PasswordProfile.TYPE, scene.desktop);
    scene.desktop.addAccount(AT_THREE);
    assertEquals(List.of(), scene.desktop.accountsBehind());
    var other = new AtPortals(scene.desktopSession.machine(), unpublished);
    scene.away(AT_TWO, true);
    scene.later();
    scene.desktop.add(new PasswordProfile(true));
    assertEquals(List.of(AT_TWO), scene.desktop.accountsBehind());
    assertEquals(List.of(), other.lag(AccountName.parse(AT_TWO)).versions());
  }

  @Test
  void aDeviceThatMayNotPublishReadsWhatThePortalHas() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    PersonalSession phone = scene.connect(scene.session("phone"), "phone", AT_ONE);
    phone.bindAccount(AT_TWO);
    ApplicationSession session =
        scene.desktop.add(new PasswordProfile(true).put("bank.example", "alice", "one"), false);
    session.addDevice(phone.thisDevice().identifier(), false).update();
    phone.refresh();
    phone.application(session.udf().text());
    phone.publishAgain();
    scene.later();
    scene.away(AT_TWO, true);
    put(session, "bank.example", "two");
    scene.away(AT_TWO, false);
    assertEquals("two", password(phone, session.udf(), "bank.example"));
    assertEquals("one", password(at(phone, AT_TWO), session.udf(), "bank.example"));
    assertEquals("two", password(phone, session.udf(), "bank.example"));
    AccountBehind behind = phone.publishAgain().get(0);
    assertEquals(AccountsException.Code.APPLICATION_BEHIND, behind.reason().errorCode());
    scene.desktop.publishAgain();
    assertEquals(List.of(), phone.publishAgain());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRemovedDeviceReadsNothingThatComesLaterAtAnyPortal(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    PersonalSession laptop = scene.laptop();
    Udf application = shared(scene, laptop);
    put(laptop.application(application.text()), "shop.example", "by the laptop");
    scene.later();
    scene.desktop.application(application.text());
    scene.away(AT_TWO, true);
    Udf removed = laptop.thisDevice().identifier();
    scene.desktop.removeDevice(removed);
    scene.away(AT_TWO, false);
    assertEquals(List.of(AT_TWO), scene.desktop.accountsBehind());
    assertEquals(List.of(), scene.desktop.publishAgain());
    scene.later();
    put(at(scene.desktop, AT_TWO).application(application.text()), "bank.example", "later");
    for (String account : List.of(AT_ONE, AT_TWO)) {
      ApplicationSession read = at(scene.desktop, account).application(application.text());
      assertEquals(List.of(scene.desktop.thisDevice().identifier()), read.entry().decryptDevices());
      assertEquals("by the laptop", read.passwordProfile().get("shop.example").get().password());
    }
    assertTrue(scene.isEverywhere());
    assertThrows(MeshException.class, () -> at(laptop, AT_TWO).application(application.text()));
  }

  @Test
  void anApplicationThatIsRemovedLeavesEveryPortal() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    Udf application = scene.desktop.add(new PasswordProfile(true)).udf();
    scene.away(AT_TWO, true);
    scene.later();
    scene.desktop.removeApplication(application.text());
    scene.away(AT_TWO, false);
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertTrue(scene.isEverywhere());
    assertEquals(List.of(), scene.desktop.accountsBehind());
    assertThrows(
        MeshException.class,
        () -> at(scene.desktop, AT_TWO).client().applicationProfile(application));
  }

  @Test
  void aRemovalThroughAPortalThatWasBehindLosesNothing() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    PersonalSession laptop = scene.laptop();
    Udf application = shared(scene, laptop);
    put(laptop.application(application.text()), "mail.example", "by the laptop");
    scene.later();
    scene.desktop.application(application.text());
    scene.desktop.publishAgain();
    scene.away(AT_TWO, true);
    put(scene.desktop.application(application.text()), "shop.example", "through one");
    scene.away(AT_TWO, false);
    scene.later();
    PersonalSession atTwo = at(scene.desktop, AT_TWO);
    atTwo.removeDevice(laptop.thisDevice().identifier());
    assertEquals(List.of(), atTwo.accountsBehind());
    for (String account : List.of(AT_ONE, AT_TWO)) {
      PersonalSession desktop = at(scene.desktop, account);
      assertEquals("through one", password(desktop, application, "shop.example"));
      assertEquals("by the laptop", password(desktop, application, "mail.example"));
    }
  }
}
