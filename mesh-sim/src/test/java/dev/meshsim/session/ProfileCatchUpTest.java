package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.PublishResponse;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A profile that a portal has missed a version of, and does not take at once. */
class ProfileCatchUpTest {

  private final ManyPortals scene = new ManyPortals(Dialect.MESH);
  private final InterposedPortal two = scene.ways.get("two.example");

  private void missed() {
    scene.away(AT_TWO, true);
    scene.desktop.add(new PasswordProfile(true), true);
    scene.away(AT_TWO, false);
  }

  private void refuses(int status, int times) {
    for (int i = 0; i < times; i++) {
      two.next(
          Transaction.PUBLISH,
          (request, to) ->
              MessageCodec.write(Dialect.MESH, new PublishResponse(status, "not now")));
    }
  }

  private AccountBehind behind() {
    List<AccountBehind> behind = scene.desktop.publishAgain();
    assertEquals(List.of(AT_TWO), behind.stream().map(AccountBehind::account).toList());
    return behind.get(0);
  }

  @Test
  void eightConflictsAreEnough() {
    missed();
    refuses(409, 8);
    int before = two.count(Transaction.PUBLISH);
    assertEquals(ConflictException.Code.REPEATED, behind().reason().errorCode());
    assertEquals(before + 8, two.count(Transaction.PUBLISH));
    refuses(409, 7);
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertTrue(scene.isEverywhere());
  }

  @Test
  void anotherRefusalIsNotTriedAgain() {
    missed();
    refuses(503, 1);
    int before = two.count(Transaction.PUBLISH);
    PortalRefusedException e = assertInstanceOf(PortalRefusedException.class, behind().reason());
    assertEquals(503, e.status());
    assertEquals(before + 1, two.count(Transaction.PUBLISH));
  }

  @Test
  void aMergeIsLaterThanBothVersionsThoughNoTimeHasPassed() {
    PersonalSession laptop = scene.laptop();
    missed();
    scene.later();
    scene.away(AT_ONE, true);
    laptop.on(AccountName.parse(AT_TWO)).add(new PasswordProfile(true));
    scene.away(AT_ONE, false);
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertTrue(scene.isEverywhere());
    assertEquals(2, scene.desktop.personalProfile().profile().applications().size());
  }
}
