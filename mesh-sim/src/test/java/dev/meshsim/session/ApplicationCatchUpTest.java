package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An application that two devices changed at different portals, brought to one version. */
class ApplicationCatchUpTest extends TwoPortals {

  private void sharePasswords() {
    share(
        scene.desktop.add(
            new PasswordProfile(true)
                .put("bank.example", "alice", "first")
                .put("shop.example", "alice", "first"),
            false));
  }

  private void put(PersonalSession session, String site, String password) {
    ApplicationSession opened = session.application(application.text());
    opened.passwordProfile().put(site, "alice", password);
    opened.update();
    scene.later();
  }

  private Optional<String> password(PersonalSession session, String site) {
    return session
        .application(application.text())
        .passwordProfile()
        .get(site)
        .map(entry -> entry.password());
  }

  private void stays(ErrorCode reason, List<AccountBehind> behind) {
    assertEquals(List.of(AT_TWO), behind.stream().map(AccountBehind::account).toList());
    assertEquals(reason, behind.get(0).reason().errorCode());
  }

  @Test
  void aVersionIsSentWithTheReadersAndTheVersionThatItReplaces() {
    sharePasswords();
    SignedApplicationProfile replaced = storedAtTwo();
    without(AT_TWO, () -> put(scene.desktop, "bank.example", "second"));
    int asked = two.count(Transaction.GET);
    assertEquals(List.of(), scene.desktop.publishAgain());
    // The version that was sent is not fetched again.
    assertEquals(asked + 1, two.count(Transaction.GET));
    SignedApplicationProfile sent = storedAtTwo();
    assertEquals(
        Optional.of(ReplacedVersion.digest(scene.desktop.personalProfile().signed())),
        ReadersVersion.in(DIALECT, sent.signedData()));
    assertEquals(Optional.of(ReplacedVersion.digest(replaced)), ReplacedVersion.of(sent));
  }

  @Test
  void aVersionThatHasEverythingIsTaken() {
    sharePasswords();
    without(AT_TWO, () -> put(scene.desktop, "shop.example", "second"));
    without(
        AT_ONE,
        () -> {
          put(laptopAtTwo, "shop.example", "second");
          put(laptopAtTwo, "mail.example", "new");
        });
    SignedApplicationProfile laptops = storedAtTwo();
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertEquals(laptops, storedAtTwo());
    assertEquals(udf(laptop), signerAtTwo());
    assertEquals(Optional.of("new"), password(scene.desktop, "mail.example"));
  }

  @Test
  void aSiteThatOneSideRemovedStaysAway() {
    sharePasswords();
    without(AT_TWO, () -> put(scene.desktop, "bank.example", "second"));
    without(
        AT_ONE,
        () -> {
          ApplicationSession opened = laptopAtTwo.application(application.text());
          assertTrue(opened.passwordProfile().delete("shop.example"));
          opened.update();
          scene.later();
        });
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertEquals(Optional.empty(), password(scene.desktop, "shop.example"));
    assertEquals(Optional.of("second"), password(desktopAtTwo, "bank.example"));
  }

  @Test
  void aPortalThatHadNoneIsMergedFromNothing() {
    scene.away(AT_TWO, true);
    ApplicationSession session =
        scene.desktop.add(new PasswordProfile(true).put("bank.example", "alice", "one"), false);
    application = session.udf();
    session.addDevice(udf(laptop), true).update();
    scene.later();
    laptop.refresh();
    laptop.application(application.text());
    scene.away(AT_TWO, false);
    assertEquals(List.of(), laptop.publishAgain());
    scene.later();
    put(laptopAtTwo, "mail.example", "new");
    put(scene.desktop, "shop.example", "new");
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertEquals(Optional.of("new"), password(desktopAtTwo, "shop.example"));
    assertEquals(Optional.of("new"), password(desktopAtTwo, "mail.example"));
    assertEquals(Optional.of("one"), password(desktopAtTwo, "bank.example"));
  }

  @Test
  void aVersionThatThisMachineCannotDecryptStays() {
    sharePasswords();
    without(AT_TWO, () -> put(scene.desktop, "bank.example", "second"));
    KnownApplicationProfile stored = RawApplication.stored(laptopAtTwo, application);
    RawApplication.publish(
        laptopAtTwo,
        stored.with(
            stored.updated(), RawApplication.encrypted(laptopAtTwo, "{}", laptop.thisDevice())));
    SignedApplicationProfile published = storedAtTwo();
    scene.later();
    stays(ApplicationException.Code.CANNOT_DECRYPT, scene.desktop.publishAgain());
    assertEquals(published, storedAtTwo());
  }

  @Test
  void anotherDeviceIsFasterTwice() {
    sharePasswords();
    without(AT_TWO, () -> put(scene.desktop, "bank.example", "second"));
    fasterAtTwo(2);
    int before = two.count(Transaction.PUBLISH);
    assertEquals(List.of(), scene.desktop.publishAgain());
    // Three by the desktop, two by the laptop.
    assertEquals(before + 5, two.count(Transaction.PUBLISH));
    assertEquals(Optional.of("second"), password(desktopAtTwo, "bank.example"));
  }

  @Test
  void anotherDeviceIsFasterThreeTimes() {
    sharePasswords();
    without(AT_TWO, () -> put(scene.desktop, "bank.example", "second"));
    fasterAtTwo(3);
    int before = two.count(Transaction.PUBLISH);
    List<AccountBehind> behind = scene.desktop.publishAgain();
    assertEquals(before + 6, two.count(Transaction.PUBLISH));
    assertEquals(
        409, assertInstanceOf(PortalRefusedException.class, behind.get(0).reason()).status());
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertEquals(Optional.of("second"), password(desktopAtTwo, "bank.example"));
  }

  private void fasterAtTwo(int times) {
    for (int i = 0; i < times; i++) {
      two.before(
          Transaction.PUBLISH,
          () -> {
            scene.later();
            RawApplication.publish(laptopAtTwo, RawApplication.stored(laptopAtTwo, application));
          });
      two.pass(Transaction.PUBLISH);
    }
  }

  @Test
  void aLostRequestIsNoConflict() {
    sharePasswords();
    without(AT_TWO, () -> put(scene.desktop, "bank.example", "second"));
    two.loseRequest(Transaction.PUBLISH);
    int before = two.count(Transaction.PUBLISH);
    assertEquals(1, scene.desktop.publishAgain().size());
    assertEquals(before + 1, two.count(Transaction.PUBLISH));
  }

  @Test
  void aVersionByADeviceThatHasLeftIsReplacedIfThePersonSaysSo() {
    sharePasswords();
    without(
        AT_TWO,
        () -> {
          put(scene.desktop, "bank.example", "second");
          scene.desktop.removeDevice(udf(laptop));
        });
    put(laptopAtTwo, "bank.example", "by the laptop");
    // The profile arrives at the portal, the application does not.
    stays(ConflictException.Code.DIFFERS, scene.desktop.publishAgain());
    assertEquals(udf(laptop), signerAtTwo());
    stays(ApplicationException.Code.SIGNER_REMOVED, scene.desktop.publishAgain());
    stays(ApplicationException.Code.SIGNER_REMOVED, scene.desktop.publishAgain(Side.THEIRS));
    assertEquals(List.of(), scene.desktop.publishAgain(Side.MINE));
    assertEquals(List.of(), scene.desktop.accountsBehind());
    assertEquals(udf(scene.desktop), signerAtTwo());
    assertEquals(Optional.of("second"), password(desktopAtTwo, "bank.example"));
  }
}
