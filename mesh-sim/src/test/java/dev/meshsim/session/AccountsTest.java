package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_THREE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.portal.PortalException;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.Transaction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The accounts and profiles of one machine: listed, chosen, added, forgotten, deleted. */
class AccountsTest {

  private static final String BOB = "bob@one.example";

  private final ManyPortals scene = new ManyPortals(Dialect.MESH);
  private final MeshSession session = scene.desktopSession;

  private static ErrorCode codeOf(Executable call) {
    return assertThrows(MeshException.class, call).errorCode();
  }

  private Optional<String> defaultAccount() {
    return session.machine().defaultOf(RecordKind.ACCOUNT);
  }

  private PersonalSession bob() {
    return session.createAccount(
        BOB, new PersonalProfile(session.createDevice("bob", null).deviceProfile()));
  }

  @Test
  void accountsAndProfilesAreListed() {
    assertEquals(List.of(AT_ONE, AT_TWO), session.accounts());
    assertEquals(List.of(scene.desktop.udf()), session.profiles());
    PersonalSession bob = bob();
    assertEquals(List.of(AT_ONE, AT_TWO, BOB), session.accounts());
    assertEquals(2, session.profiles().size());
    assertEquals(List.of(BOB), bob.accounts());
    assertEquals(List.of(AT_ONE, AT_TWO), scene.desktop.accounts());
  }

  @Test
  void theDefaultIsChosen() {
    assertEquals(AT_ONE, session.personalSession().orElseThrow().account());
    PersonalSession bob = bob();
    assertEquals(AT_ONE, session.personalSession().orElseThrow().account());
    bob.makeDefault();
    assertEquals(BOB, session.personalSession().orElseThrow().account());
    assertEquals(Optional.of(bob.udf().text()), session.machine().defaultOf(RecordKind.PERSONAL));
  }

  @Test
  void whenAProfileIsDeletedTheOthersWork() {
    PersonalSession bob = bob();
    scene.desktop.delete();
    assertEquals(List.of(BOB), session.accounts());
    assertEquals(List.of(bob.udf()), session.profiles());
    assertEquals(BOB, session.personalSession().orElseThrow().account());
    assertEquals(Optional.of(bob.udf().text()), session.machine().defaultOf(RecordKind.PERSONAL));
    assertEquals(1, bob.refresh().devices().size());
    bob.renewEscrow(2, 3);
    bob.delete();
    assertEquals(Optional.empty(), session.personalSession());
    assertEquals(Optional.empty(), session.machine().defaultOf(RecordKind.PERSONAL));
  }

  @Test
  void aDeletedProfileLeavesNothingBehind() {
    scene.away(AT_TWO, true);
    Published.device(scene, scene.desktop, "phone");
    assertTrue(session.machine().behind(AT_TWO).isPresent());
    scene.desktop.delete();
    assertEquals(Optional.empty(), session.machine().behind(AT_TWO));
  }

  @Test
  void whenTheDefaultAccountIsDeletedAnotherTakesItsPlace() {
    scene.desktop.deleteAccount();
    assertEquals(List.of(AT_TWO), session.accounts());
    assertEquals(Optional.of(AT_TWO), defaultAccount());
    PersonalSession two = session.personalSession(AT_TWO);
    assertEquals(1, two.refresh().devices().size());
    Published.device(scene, two, "phone");
    assertEquals(List.of(), two.accountsBehind());
  }

  @Test
  void anAccountIsForgottenWithoutItsPortal() {
    scene.away(AT_TWO, true);
    int asked = scene.ways.get("two.example").count(Transaction.DELETE_ACCOUNT);
    session.personalSession(AT_TWO).forgetAccount();
    assertEquals(asked, scene.ways.get("two.example").count(Transaction.DELETE_ACCOUNT));
    assertEquals(List.of(AT_ONE), session.accounts());
    assertEquals(AccountsException.Code.LAST_ACCOUNT, codeOf(scene.desktop::forgetAccount));
    assertEquals(List.of(AT_ONE), session.accounts());
  }

  @Test
  void anAccountThatExistsIsNotAddedAgain() {
    assertEquals(
        SessionException.Code.ALREADY_BOUND, codeOf(() -> scene.desktop.addAccount(AT_TWO)));
  }

  @Test
  void anAccountOfAnotherProfileIsNotBound() {
    MeshSession other = scene.session("other");
    other.createAccount(
        "carol@three.example", new PersonalProfile(other.createDevice().deviceProfile()));
    assertEquals(
        AccountsException.Code.ACCOUNT_OF_OTHER,
        codeOf(() -> scene.desktop.bindAccount("carol@three.example")));
    assertThrows(
        PortalRefusedException.class, () -> scene.desktop.addAccount("carol@three.example"));
    assertThrows(PortalRefusedException.class, () -> scene.desktop.bindAccount(AT_THREE));
    assertEquals(List.of(AT_ONE, AT_TWO), session.accounts());
  }

  @Test
  void anAccountWhosePortalHasAnotherHistoryIsNotBound() {
    PersonalSession phone = scene.connect(scene.session("phone"), "phone", AT_ONE);
    scene.away(AT_TWO, true);
    Published.device(scene, scene.desktop, "tablet");
    scene.later();
    Published.device(scene, scene.desktop, "watch");
    scene.away(AT_TWO, false);
    phone.refresh();
    assertEquals(AccountsException.Code.VERSIONS_DIFFER, codeOf(() -> phone.bindAccount(AT_TWO)));
    assertEquals(List.of(AT_ONE), phone.accounts());
    scene.desktop.publishAgain();
    phone.bindAccount(AT_TWO);
    assertEquals(List.of(AT_ONE, AT_TWO), phone.accounts());
  }

  @Test
  void anAccountAtAPortalThatIsGoneIsSaidSo() {
    MeshSession later =
        new MeshSession(session.machine(), MeshPortals.of(scene.ways.get("one.example")));
    assertEquals(
        PortalException.Code.UNKNOWN, codeOf(() -> later.personalSession(AT_TWO).refresh()));
    assertEquals(PortalException.Code.UNKNOWN, codeOf(() -> later.validate("bob@two.example")));
    PersonalSession one = later.personalSession(AT_ONE);
    Published.device(scene, one, "phone");
    AccountBehind behind = one.publishAgain().get(0);
    assertEquals(PortalException.Code.UNKNOWN, behind.reason().errorCode());
    one.on(AccountName.parse(AT_TWO)).forgetAccount();
    assertEquals(List.of(), one.publishAgain());
  }

  @Test
  void twoAccountsAtOnePortalShareTheProfile() {
    PersonalSession second = scene.desktop.addAccount("alicia@one.example");
    assertEquals(List.of(), scene.desktop.accountsBehind());
    Published.device(scene, second, "phone");
    assertEquals(List.of(), scene.desktop.accountsBehind());
    assertEquals(2, scene.desktop.refresh().devices().size());
  }

  @Test
  void aDeviceIsConnectedWhereItAsked() {
    MeshSession phone = scene.session("phone");
    ConnectionAttempt attempt = phone.connect(phone.createDevice(), AT_TWO);
    assertEquals(List.of(), scene.desktop.connectPending().pending());
    PersonalSession two = session.personalSession(AT_TWO);
    PendingConnection pending = two.connectPending().withAuthenticator(attempt.authenticator());
    two.connectReject(pending);
    assertThrows(ConnectionRefusedException.class, () -> attempt.await(attempt.authenticator()));
  }
}
