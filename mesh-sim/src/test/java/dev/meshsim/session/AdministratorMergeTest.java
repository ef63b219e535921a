package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two administrators who change the administrators at different portals. */
class AdministratorMergeTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void administratorsThatWereAddedAtDifferentPortalsAllStay(Dialect dialect) {
    ManyPortals home = new ManyPortals(dialect);
    PersonalSession laptop = home.laptop();
    OfflineEscrowEntry entry = home.desktop.newEscrowEntry(2, 3);
    home.desktop.escrow(entry);
    MeshSession phone = home.session("phone");
    ConnectionAttempt one = phone.connectAsAdministrator(phone.createDevice(), AT_ONE);
    MeshSession tablet = home.session("tablet");
    ConnectionAttempt other = tablet.connectAsAdministrator(tablet.createDevice(), AT_TWO);
    home.later();

    home.away(AT_TWO, true);
    home.desktop.acceptAdministrator(
        home.desktop.connectPending().withAuthenticator(one.authenticator()), one.authenticator());
    home.away(AT_TWO, false);
    home.later();
    home.away(AT_ONE, true);
    PersonalSession atTwo = laptop.on(AccountName.parse(AT_TWO));
    try (Secret secret = Household.secret(entry)) {
      ConnectionResult result =
          atTwo.acceptAdministrator(
              atTwo.connectPending().withAuthenticator(other.authenticator()),
              other.authenticator(),
              secret);
      assertEquals(ConnectionStatus.ACCEPTED, result.result());
    }
    home.away(AT_ONE, false);
    home.later();

    // The laptop does not have the master key, which a merge of administrators needs.
    List<AccountBehind> behind = laptop.publishAgain();
    assertEquals(List.of(AT_ONE), behind.stream().map(AccountBehind::account).toList());
    assertEquals(
        AdministrationException.Code.MASTER_KEY_NEEDED, behind.get(0).reason().errorCode());

    assertEquals(List.of(), home.desktop.publishAgain());
    assertTrue(home.isEverywhere());
    // In portal-2017 the first administrator's device and its key count apart.
    assertEquals(dialect == Dialect.MESH ? 3 : 4, home.desktop.administrators().size());
    assertTrue(one.await(one.authenticator()).administers());
    assertTrue(other.await(other.authenticator()).administers());
    // The merge has the laptop's change, so nothing is left for it to publish.
    assertEquals(List.of(), laptop.publishAgain());
    assertEquals(home.desktop.administrators().size(), laptop.administrators().size());
  }

  @Test
  void threeConflictsAreEnough() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    MeshSession phone = new MeshSession(new MeshMachineCached(two.world, "phone"), two.portal);
    ConnectionAttempt attempt =
        phone.connectAsAdministrator(phone.createDevice(), TwoDevices.ALICE);
    String code = attempt.authenticator();
    PendingConnection pending = two.desktop.connectPending().withAuthenticator(code);
    for (int i = 0; i < 3; i++) {
      two.desktopsWay.before(
          Transaction.PUBLISH,
          () -> {
            two.later();
            two.laptop.add(new PasswordProfile(true));
            two.later();
          });
    }
    MeshException e =
        assertThrows(MeshException.class, () -> two.desktop.acceptAdministrator(pending, code));
    assertEquals(PortalRefusedException.Code.REFUSED_CONFLICT, e.errorCode());
    assertEquals(3, two.desktop.refresh().profile().applications().size());
    assertEquals(1, two.desktop.administrators().size());
  }
}
