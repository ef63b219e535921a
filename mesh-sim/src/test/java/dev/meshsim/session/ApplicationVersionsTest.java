package dev.meshsim.session;

import static dev.meshsim.session.ManyPortals.AT_ONE;
import static dev.meshsim.session.ManyPortals.AT_TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.application.network.MailProfilePrivate;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.session.application.RecipientKeys;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The versions of an application that a machine takes from a portal, keeps and removes. */
class ApplicationVersionsTest {

  private static Udf udf(PersonalSession session) {
    return session.thisDevice().identifier();
  }

  private static void put(ApplicationSession session, String password) {
    session.passwordProfile().put("bank.example", "alice", password);
    session.update();
  }

  private static Optional<String> password(ApplicationSession session) {
    return session.passwordProfile().get("bank.example").map(entry -> entry.password());
  }

  private static PersonalSession atTwo(PersonalSession session) {
    return session.on(AccountName.parse(AT_TWO));
  }

  @Test
  void anotherSuccessorOfTheVersionBeforeIsAFork() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    Udf application = two.sharedApplication("bank.example");
    SignedApplicationProfile first = two.desktop.client().applicationProfile(application);
    KnownApplicationProfile content = RawApplication.stored(two.laptop, application);
    put(two.onDesktop(application), "second");
    two.later();
    var laptop = two.laptopSession.machine();
    KnownApplicationProfile later =
        content.with(two.world.now().plusSeconds(1), content.sharedPrivate());
    SignedApplicationProfile other =
        ProfileSigner.application(
            later,
            ReplacedVersion.header(first),
            laptop.privateKey(udf(two.laptop)),
            laptop.stream("test"));
    PersonalOwner owner = new PersonalOwner(two.desktop, two.desktop.context());
    Failing.with(SessionException.Code.FORKED, () -> owner.requireLater(other, later.updated()));
    owner.requireLater(two.desktop.client().applicationProfile(application), content.updated());
  }

  @Test
  void contentOfAnotherTypeIsNotGiven() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    ApplicationSession session = two.desktop.add(new PasswordProfile(true), false);
    Failing.with(
        ApplicationException.Code.OTHER_TYPE, () -> session.content(MailProfilePrivate.class));
    Failing.with(
        ApplicationException.Code.OTHER_TYPE, () -> session.conflict(MailProfilePrivate.class));
    assertEquals(PasswordProfilePrivate.EMPTY, session.content(PasswordProfilePrivate.class));
    Failing.with(
        ApplicationException.Code.UNKNOWN_APPLICATION,
        () -> two.desktop.application(session.udf().text()));
  }

  @Test
  void anApplicationThatWasNotEncryptedToAListedDeviceIsPublishedAnew() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    Udf application = two.desktop.add(new PasswordProfile(true)).udf();
    two.later();
    two.desktopsWay.pass(Transaction.PUBLISH);
    two.desktopsWay.loseRequest(Transaction.PUBLISH);
    List<ApplicationChoice> choices = List.of(ApplicationChoice.reading(application));
    Failing.with(
        ApplicationException.Code.APPLICATIONS_MISSED,
        () -> two.desktop.addToApplications(udf(two.laptop), choices));
    Failing.with(ApplicationException.Code.CANNOT_DECRYPT, () -> two.onLaptop(application));
    two.desktop.addToApplications(udf(two.laptop), choices);
    assertEquals(Optional.empty(), password(two.onLaptop(application)));
  }

  @Test
  void aDeviceIsAddedThoughAnotherPublishesTheSameContentFirst() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    Udf application = two.sharedApplication("bank.example");
    MeshMachine machine =
        new MeshMachine(two.world, "ring", new MemoryMachineStore(StoreMode.TEST));
    PersonalSession ring = two.connect(new MeshSession(machine, two.portal), "ring");
    ApplicationSession session = two.onDesktop(application);
    two.later();
    two.desktopsWay.pass(Transaction.PUBLISH);
    two.desktopsWay.before(
        Transaction.PUBLISH,
        () -> RawApplication.publish(two.laptop, RawApplication.stored(two.laptop, application)));
    session.addDevice(udf(ring), false).update();
    assertEquals(Optional.of("first"), password(ring.application(application.text())));
  }

  @Test
  void eightConflictsAreEnough() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    Udf application = two.sharedApplication("bank.example");
    ApplicationSession session = two.onDesktop(application);
    for (int i = 0; i < 8; i++) {
      two.desktopsWay.before(
          Transaction.PUBLISH,
          () -> RawApplication.publish(two.laptop, RawApplication.stored(two.laptop, application)));
    }
    two.later();
    int before = two.desktopsWay.count(Transaction.PUBLISH);
    Failing.with(ConflictException.Code.REPEATED, () -> put(session, "second"));
    assertEquals(before + 8, two.desktopsWay.count(Transaction.PUBLISH));
    assertEquals(Optional.of("first"), password(two.onLaptop(application)));
    session.update();
    assertEquals(Optional.of("second"), password(two.onLaptop(application)));
  }

  /**
   * The desktop's application, which the phone reads, and which only the first portal has newer.
   */
  private static Udf behind(ManyPortals scene, PersonalSession phone) {
    phone.bindAccount(AT_TWO);
    ApplicationSession session = scene.desktop.add(new PasswordProfile(true), false);
    session.addDevice(udf(phone), false);
    put(session, "one");
    phone.refresh();
    phone.application(session.udf().text());
    phone.publishAgain();
    scene.later();
    scene.away(AT_TWO, true);
    put(session, "two");
    scene.away(AT_TWO, false);
    return session.udf();
  }

  @Test
  void anOlderVersionOfAPortalThatIsBehindDoesNotTakeThePlaceOfTheMachines() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    PersonalSession phone = scene.connect(scene.session("phone"), "phone", AT_ONE);
    Udf application = behind(scene, phone);
    assertEquals(Optional.of("two"), password(phone.application(application.text())));
    Optional<SignedApplicationProfile> held = RawApplication.held(phone, application);
    assertEquals(Optional.of("one"), password(atTwo(phone).application(application.text())));
    assertEquals(held, RawApplication.held(phone, application));
    assertEquals(List.of(AT_TWO), phone.accountsBehind());
    scene.desktop.publishAgain();
    atTwo(phone).applicationOverview(application.text());
    assertEquals(List.of(), phone.accountsBehind());
  }

  @Test
  void aPortalThatIsBehindIsBroughtToTheMachinesVersionBeforeItIsRead() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    ApplicationSession session = scene.desktop.add(new PasswordProfile(true));
    ApplicationSession throughTwo = atTwo(scene.desktop).application(session.udf().text());
    scene.later();
    scene.away(AT_TWO, true);
    put(session, "two");
    scene.away(AT_TWO, false);
    throughTwo.refresh();
    assertEquals(Optional.of("two"), password(throughTwo));
    assertEquals(List.of(), scene.desktop.accountsBehind());
  }

  @Test
  void aDeviceThatMayNotPublishTheProfileReadsAtAPortalThatLacksItsNewestVersion() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    PersonalSession phone = scene.connect(scene.session("phone"), "phone", AT_ONE);
    Udf application = behind(scene, phone);
    scene.away(AT_TWO, true);
    scene.later();
    scene.connect(scene.session("tablet"), "tablet", AT_ONE);
    scene.away(AT_TWO, false);
    assertEquals(3, phone.refresh().devices().size());
    assertEquals(Optional.of("one"), password(atTwo(phone).application(application.text())));
  }

  @Test
  void aPortalThatGoesBackIsFoundBeforeAnApplicationIsRead() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    SignedPersonalProfile old = scene.stored(AT_TWO);
    scene.later();
    Udf application = scene.desktop.add(new PasswordProfile(true)).udf();
    scene.away(AT_TWO, true);
    scene.later();
    scene.connect(scene.session("watch"), "watch", AT_ONE);
    scene.away(AT_TWO, false);
    PersonalSession desktop = atTwo(scene.desktop);
    scene
        .ways
        .get("two.example")
        .next(Transaction.GET, (request, to) -> OldAnswer.withProfile(to.exchange(request), old));
    MeshException rollback =
        assertThrows(MeshException.class, () -> desktop.application(application.text()));
    assertEquals(SessionException.Code.ROLLBACK, rollback.errorCode());
  }

  @Test
  void aRemovedApplicationLeavesTheMachineAndIsOwedToNoPortal() {
    ManyPortals scene = new ManyPortals(Dialect.MESH);
    ApplicationSession session = scene.desktop.add(new PasswordProfile(true));
    Udf application = session.udf();
    scene.later();
    scene.away(AT_TWO, true);
    put(session, "two");
    scene.later();
    scene.desktop.removeApplication(application.text());
    assertEquals(Optional.empty(), RawApplication.held(scene.desktop, application));
    scene.away(AT_TWO, false);
    assertEquals(List.of(), scene.desktop.publishAgain());
    assertEquals(List.of(), scene.desktop.accountsBehind());
  }

  @Test
  void anOlderVersionIsARollbackBeforeItIsDecrypted() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    ApplicationSession session = two.desktop.add(new PasswordProfile(true));
    Udf application = session.udf();
    SignedApplicationProfile old = two.desktop.client().applicationProfile(application);
    two.later();
    session.addDevice(udf(two.laptop), false).update();
    assertEquals(Optional.empty(), password(two.onLaptop(application)));
    two.laptopsWay.pass(Transaction.GET);
    two.laptopsWay.next(
        Transaction.GET, (request, to) -> OldAnswer.withProfile(to.exchange(request), old));
    // This device has no key of the old version.
    Failing.with(SessionException.Code.ROLLBACK, () -> two.onLaptop(application));
  }

  @Test
  void aMasterEscrowKeyOfTheMachineIsNotItsDevices() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    MeshMachine machine = two.desktopSession.machine();
    Udf application = two.desktop.add(new PasswordProfile(true)).udf();
    KnownApplicationProfile version = RawApplication.stored(two.desktop, application);
    VerifiedPersonalProfile profile = two.desktop.refresh();
    PublicKey escrow = profile.master().masterEscrowKeys().get(0);
    assertTrue(machine.findPrivateKey(escrow.udf()).isPresent());
    assertEquals(
        Optional.of(two.desktop.thisDevice().deviceEncryptionKey().udf()),
        RecipientKeys.held(machine, version, profile));
    EncryptedPart escrowed = RawApplication.encrypted(two.desktop, "{}", escrow);
    assertEquals(
        Optional.empty(),
        RecipientKeys.held(machine, version.with(version.updated(), escrowed), profile));
  }

  @Test
  void aDevicesOwnPartIsCarriedOverThoughItsTypeHasNone() {
    TwoDevices two = new TwoDevices(Dialect.MESH);
    Udf application = two.desktop.add(new PasswordProfile(true)).udf();
    two.later();
    EncryptedPart own = RawApplication.encrypted(two.desktop, "{}", two.desktop.thisDevice());
    KnownApplicationProfile version = RawApplication.stored(two.desktop, application);
    RawApplication.publish(two.desktop, version.withDevices(List.of(), List.of(own)));
    two.later();
    put(two.onDesktop(application), "second");
    assertEquals(List.of(own), RawApplication.stored(two.desktop, application).devicePrivate());
  }
}
