package dev.meshsim.session;

import static dev.meshsim.session.AdministratorTest.fails;
import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Administrators and devices come and go through a portal that has missed a version. */
class ManyPortalsAdministrationTest {

  /** A change that the first portal does not get. */
  private static void missedByTheFirst(ManyPortals home) {
    home.away(AT_ONE, true);
    home.desktopSession.personalSession(AT_TWO).add(new PasswordProfile(true));
    home.away(AT_ONE, false);
    home.later();
  }

  private static PersonalSession administrator(ManyPortals home, ConnectionAttempt attempt) {
    String code = attempt.authenticator();
    home.desktop.acceptAdministrator(home.desktop.connectPending().withAuthenticator(code), code);
    home.later();
    return attempt.await(code);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anAdministratorIsOneAtEveryPortal(Dialect dialect) {
    ManyPortals home = new ManyPortals(dialect);
    MeshSession phone = home.session("phone");
    ConnectionAttempt attempt = phone.connectAsAdministrator(phone.createDevice(), AT_ONE);
    missedByTheFirst(home);
    PersonalSession added = administrator(home, attempt);
    assertTrue(added.administers());
    assertEquals(2, home.desktop.administrators().size());
    assertEquals(1, home.desktop.personalProfile().profile().applications().size());
    assertTrue(home.isEverywhere());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anAdministratorIsAddedThoughAnotherDevicePublishesFirst(Dialect dialect) {
    ManyPortals home = new ManyPortals(dialect);
    PersonalSession laptop = home.laptop();
    MeshSession phone = home.session("phone");
    ConnectionAttempt attempt = phone.connectAsAdministrator(phone.createDevice(), AT_ONE);
    InterposedPortal way = home.ways.get("one.example");
    way.before(
        Transaction.PUBLISH,
        () -> {
          home.later();
          laptop.add(new PasswordProfile(true));
          home.later();
        });
    String code = attempt.authenticator();
    PendingConnection pending = home.desktop.connectPending().withAuthenticator(code);
    ConnectionResult result = home.desktop.acceptAdministrator(pending, code);
    assertEquals(ConnectionStatus.ACCEPTED, result.result());
    assertTrue(attempt.await(code).administers());
    assertEquals(1, home.desktop.personalProfile().profile().applications().size());
    assertTrue(home.isEverywhere());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anAdministratorThatLeavesLeavesEveryPortal(Dialect dialect) {
    ManyPortals home = new ManyPortals(dialect);
    MeshSession phone = home.session("phone");
    PersonalSession added =
        administrator(home, phone.connectAsAdministrator(phone.createDevice(), AT_ONE));
    Udf device = added.thisDevice().identifier();
    missedByTheFirst(home);
    home.desktop.removeDevice(device);
    assertEquals(1, home.desktop.administrators().size());
    assertFalse(home.desktop.personalProfile().devices().containsKey(device));
    assertTrue(home.isEverywhere());
  }

  @Test
  void anAccountIsBoundWhosePortalIsOneVersionAhead() {
    ManyPortals home = new ManyPortals(Dialect.MESH);
    PersonalSession laptop = home.connect(home.session("laptop"), "laptop", AT_ONE);
    home.later();
    home.desktop.add(new PasswordProfile(true));
    PersonalSession atTwo = laptop.bindAccount(AT_TWO);
    // The machine has not asked the first portal, which has that version too.
    assertEquals(List.of(AT_ONE), laptop.accountsBehind());
    assertEquals(1, atTwo.personalProfile().profile().applications().size());
    assertEquals(1, atTwo.refresh().profile().applications().size());
    assertEquals(1, laptop.refresh().profile().applications().size());
    assertEquals(List.of(), laptop.accountsBehind());
  }

  @Test
  void anAccountIsBoundWhosePortalIsTwoVersionsAhead() {
    ManyPortals home = new ManyPortals(Dialect.MESH);
    PersonalSession laptop = home.connect(home.session("laptop"), "laptop", AT_ONE);
    for (int i = 0; i < 2; i++) {
      home.later();
      home.desktop.add(new PasswordProfile(true));
    }
    PersonalSession atTwo = laptop.bindAccount(AT_TWO);
    assertEquals(2, atTwo.personalProfile().profile().applications().size());
    assertEquals(List.of(), laptop.accountsBehind());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anotherAccountAtAPortalLosesNothingThatItHas(Dialect dialect) {
    ManyPortals home = new ManyPortals(dialect);
    PersonalSession laptop = home.laptop();
    laptop.add(new PasswordProfile(true));
    home.desktop.addAccount("alicia@two.example");
    assertEquals(3, home.desktop.accounts().size());
    assertEquals(1, home.desktop.personalProfile().profile().applications().size());
    home.later();
    laptop.add(new PasswordProfile(true));
    home.later();
    laptop.add(new PasswordProfile(true));
    home.desktop.addAccount("ally@two.example");
    assertEquals(3, home.desktop.personalProfile().profile().applications().size());
    assertTrue(home.isEverywhere());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anotherAccountIsRefusedAtAPortalThatIsAheadOfTheSessions(Dialect dialect) {
    ManyPortals home = new ManyPortals(dialect);
    PersonalSession laptop = home.laptop().on(AccountName.parse(AT_TWO));
    home.away(AT_ONE, true);
    laptop.add(new PasswordProfile(true));
    home.later();
    laptop.add(new PasswordProfile(true));
    home.away(AT_ONE, false);
    fails(
        AccountsException.Code.VERSIONS_DIFFER, () -> home.desktop.addAccount("ally@two.example"));
    assertEquals(2, home.desktop.accounts().size());
    laptop.publishAgain();
    home.desktop.addAccount("ally@two.example");
    assertEquals(2, home.desktop.refresh().profile().applications().size());
    assertTrue(home.isEverywhere());
  }

  @Test
  void anAccountIsBoundWhosePortalIsOneVersionBehind() {
    ManyPortals home = new ManyPortals(Dialect.MESH);
    PersonalSession laptop = home.connect(home.session("laptop"), "laptop", AT_ONE);
    home.later();
    home.away(AT_TWO, true);
    home.desktop.add(new PasswordProfile(true));
    home.away(AT_TWO, false);
    laptop.refresh();
    PersonalSession atTwo = laptop.bindAccount(AT_TWO);
    assertEquals(1, atTwo.refresh().profile().applications().size());
    assertEquals(List.of(AT_TWO), laptop.accountsBehind());
  }

  @Test
  void newKeysOfAnAdministratorAreEverywhere() {
    ManyPortals home = new ManyPortals(Dialect.MESH);
    missedByTheFirst(home);
    home.desktop.changeDeviceKeys();
    assertEquals(List.of(), home.desktop.accountsBehind());
    assertEquals(1, home.desktop.personalProfile().profile().applications().size());
    assertTrue(home.isEverywhere());
  }
}
