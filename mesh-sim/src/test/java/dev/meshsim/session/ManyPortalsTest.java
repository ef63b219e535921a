package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_THREE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.PortalException;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.share.Secret;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One profile with accounts at several portals, some of which are away for a while. */
class ManyPortalsTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aChangeIsPublishedAtEveryAccount(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    assertEquals(List.of(AT_ONE, AT_TWO), scene.desktop.accounts());
    assertTrue(scene.isEverywhere());
    PersonalSession phone = scene.connect(scene.session("phone"), "phone", AT_ONE);
    assertTrue(scene.isEverywhere());
    assertEquals(2, scene.desktop.personalProfile().devices().size());
    assertEquals(List.of(), scene.desktop.accountsBehind());
    scene.later();
    scene.connect(scene.session("tablet"), "tablet", AT_TWO);
    assertTrue(scene.isEverywhere());
    assertEquals(3, phone.refresh().devices().size());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPortalThatIsAwayIsMadeUpForLater(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    SignedPersonalProfile before = scene.stored(AT_TWO);
    scene.away(AT_TWO, true);
    scene.connect(scene.session("phone"), "phone", AT_ONE);
    assertEquals(List.of(AT_TWO), scene.desktop.accountsBehind());
    assertEquals(List.of(), scene.desktopSession.unconfirmedAccounts(scene.desktop.udf()));
    List<AccountBehind> behind = scene.desktop.publishAgain();
    assertEquals(PortalException.Code.UNREACHABLE, behind.get(0).reason().errorCode());
    assertTrue(behind.get(0).toString().startsWith(AT_TWO + ": the portal two.example"));
    scene.away(AT_TWO, false);
    assertEquals(before, scene.stored(AT_TWO));
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertEquals(List.of(), scene.desktop.accountsBehind());
    assertTrue(scene.isEverywhere());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theNextChangeMakesUpForItToo(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    scene.away(AT_TWO, true);
    scene.connect(scene.session("phone"), "phone", AT_ONE);
    scene.away(AT_TWO, false);
    scene.later();
    scene.connect(scene.session("tablet"), "tablet", AT_ONE);
    assertEquals(List.of(), scene.desktop.accountsBehind());
    assertTrue(scene.isEverywhere());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPortalThatIsBehindIsNotSaidToRollBack(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    scene.away(AT_TWO, true);
    scene.connect(scene.session("phone"), "phone", AT_ONE);
    scene.away(AT_TWO, false);
    PersonalSession atTwo = scene.desktopSession.personalSession(AT_TWO);
    assertEquals(2, atTwo.refresh().devices().size());
    assertEquals(List.of(AT_TWO), atTwo.accountsBehind());
    scene.later();
    scene.connect(scene.session("tablet"), "tablet", AT_TWO);
    assertTrue(scene.isEverywhere());
    assertEquals(3, scene.desktop.personalProfile().devices().size());
  }

  @Test
  void aPortalThatGoesBackBehindWhatItHadIsFound() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    scene.connect(scene.session("phone"), "phone", AT_ONE);
    SignedPersonalProfile old = scene.stored(AT_TWO);
    scene.later();
    scene.connect(scene.session("tablet"), "tablet", AT_ONE);
    scene.away(AT_TWO, true);
    scene.later();
    scene.connect(scene.session("watch"), "watch", AT_ONE);
    scene.away(AT_TWO, false);
    PersonalSession atTwo = scene.desktopSession.personalSession(AT_TWO);
    assertEquals(4, atTwo.refresh().devices().size());
    scene
        .ways
        .get("two.example")
        .next(Transaction.GET, (request, to) -> OldAnswer.withProfile(to.exchange(request), old));
    MeshException rollback = assertThrows(MeshException.class, atTwo::refresh);
    assertEquals(SessionException.Code.ROLLBACK, rollback.errorCode());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatTwoMachinesPublishedAtDifferentPortalsIsMerged(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    PersonalSession laptop = scene.laptop();
    scene.away(AT_TWO, true);
    scene.connect(scene.session("phone"), "phone", AT_ONE);
    scene.away(AT_TWO, false);
    scene.away(AT_ONE, true);
    scene.later();
    PersonalSession laptopAtTwo = laptop.on(AccountName.parse(AT_TWO));
    Published.device(scene, laptopAtTwo, "tablet");
    assertEquals(3, laptop.personalProfile().devices().size());
    scene.away(AT_ONE, false);
    scene.later();
    assertEquals(List.of(), scene.desktop.publishAgain());
    VerifiedPersonalProfile merged = scene.desktop.personalProfile();
    assertEquals(4, merged.devices().size());
    assertTrue(scene.isEverywhere());
    assertEquals(4, laptop.refresh().devices().size());
    assertEquals(List.of(), laptop.publishAgain());
    assertEquals(List.of(), laptop.accountsBehind());
    assertTrue(ReplacedVersion.isSame(merged.signed(), laptop.personalProfile().signed()));
  }

  @Test
  void aMachineThatMayNotPublishStillReadsBoth() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    PersonalSession phone = scene.connect(scene.session("phone"), "phone", AT_ONE);
    phone.bindAccount(AT_TWO);
    scene.away(AT_TWO, true);
    scene.later();
    scene.connect(scene.session("tablet"), "tablet", AT_ONE);
    scene.away(AT_TWO, false);
    assertEquals(3, phone.refresh().devices().size());
    assertEquals(List.of(AT_TWO), phone.accountsBehind());
    AccountBehind behind = phone.publishAgain().get(0);
    assertEquals(SessionException.Code.NOT_ADMINISTRATOR, behind.reason().errorCode());
    scene.desktop.publishAgain();
    assertEquals(List.of(), phone.publishAgain());
    assertEquals(List.of(), phone.accountsBehind());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRestartForgetsNothing(Dialect dialect) {
    ManyPortals scene = new ManyPortals(dialect);
    scene.away(AT_TWO, true);
    scene.connect(scene.session("phone"), "phone", AT_ONE);
    scene.away(AT_TWO, false);
    MeshSession again = new MeshSession(scene.desktopSession.machine(), scene.portals());
    PersonalSession session = again.personalSession(AT_TWO);
    assertEquals(List.of(AT_TWO), session.accountsBehind());
    assertEquals(List.of(), session.publishAgain());
    assertTrue(scene.isEverywhere());
  }

  @Test
  void anAnswerThatWasLostIsNoConflict() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    scene.ways.get("two.example").loseAnswer(Transaction.PUBLISH);
    scene.connect(scene.session("phone"), "phone", AT_ONE);
    assertEquals(List.of(AT_TWO), scene.desktop.accountsBehind());
    assertTrue(scene.isEverywhere());
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertEquals(List.of(), scene.desktop.accountsBehind());
  }

  @Test
  void escrowEntriesAreMadeUpForToo() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    OfflineEscrowEntry old = scene.desktop.renewEscrow(2, 3);
    scene.later();
    scene.away(AT_TWO, true);
    OfflineEscrowEntry entry = scene.desktop.renewEscrow(2, 3);
    assertEquals(List.of(AT_TWO), scene.desktop.accountsBehind());
    scene.away(AT_TWO, false);
    assertEquals(List.of(), scene.desktop.publishAgain());
    scene.away(AT_ONE, true);
    MeshException gone =
        assertThrows(
            MeshException.class, () -> scene.session("old").recover(Household.secret(old), AT_TWO));
    assertEquals(PortalRefusedException.Code.REFUSED_UNKNOWN_ENTRY, gone.errorCode());
    Secret secret = new Secret(entry.keyShares().subList(0, 2));
    PersonalSession recovered = scene.session("new").recover(secret, AT_TWO);
    assertEquals(2, recovered.personalProfile().devices().size());
  }

  @Test
  void recoveryBindsTheNamedAccounts() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    OfflineEscrowEntry entry = scene.desktop.renewEscrow(2, 3);
    scene.later();
    try (Secret secret = new Secret(entry.keyShares().subList(1, 3))) {
      MeshException unknown =
          assertThrows(
              MeshException.class,
              () -> scene.session("new").recover(secret, List.of(AT_ONE, AT_THREE), Set.of()));
      assertEquals(SessionException.Code.NO_SUCH_ACCOUNT, unknown.errorCode());
      MeshSession session = scene.session("newer");
      PersonalSession recovered = session.recover(secret, List.of(AT_ONE, AT_TWO), Set.of());
      assertEquals(List.of(AT_ONE, AT_TWO), session.accounts());
      assertEquals(List.of(), recovered.accountsBehind());
      assertTrue(
          ReplacedVersion.isSame(recovered.personalProfile().signed(), scene.stored(AT_TWO)));
    }
  }

  @Test
  void aRemovedDeviceLeavesEveryPortal() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    PersonalSession phone = scene.connect(scene.session("phone"), "phone", AT_ONE);
    scene.later();
    scene.away(AT_TWO, true);
    scene.desktop.removeDevice(phone.thisDevice().identifier());
    scene.away(AT_TWO, false);
    scene.later();
    PersonalSession atTwo = scene.desktopSession.personalSession(AT_TWO);
    atTwo.renewEscrow(2, 3);
    assertFalse(atTwo.accountsBehind().contains(AT_ONE));
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertTrue(scene.isEverywhere());
    assertEquals(1, scene.desktop.personalProfile().devices().size());
  }
}
