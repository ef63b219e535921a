package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.application.network.MailDevicePrivate;
import dev.meshsim.profile.application.network.MailDevicePublic;
import dev.meshsim.profile.application.network.MailProfile;
import dev.meshsim.profile.application.network.MailProfilePrivate;
import dev.meshsim.profile.application.ssh.SSHDevicePrivate;
import dev.meshsim.profile.application.ssh.SSHDevicePublic;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What devices have for themselves in an application: SSH keys. */
class DevicePartsTest {

  private TwoDevices two;
  private Udf application;

  private void ssh(Dialect dialect) {
    two = new TwoDevices(dialect);
    application = two.desktop.add(SSHProfilePrivate.EMPTY, true).udf();
    two.later();
    two.desktop.addToApplications(
        two.laptop.thisDevice().identifier(),
        List.of(ApplicationChoice.administering(application)));
    two.later();
  }

  private PublicKey makeKey(PersonalSession device) {
    ApplicationSession session = device.application(application.text());
    PublicKey key = SshApplication.of(session).makeKey();
    session.update();
    two.later();
    return key;
  }

  private KnownApplicationProfile stored() {
    var profile = two.desktop.refresh();
    return (KnownApplicationProfile)
        new dev.meshsim.profile.trust.ProfileVerifier(Dialect.of(application))
            .application(two.desktop.applicationOverview(application.text()).signed(), profile);
  }

  private static Optional<SSHDevicePrivate> kept(ApplicationSession session) {
    return session.ownDevice().kept(SSHDevicePrivate.class);
  }

  @ParameterizedTest
  @EnumSource
  void eachDeviceHasItsOwnKeyAndSeesAllPublicOnes(Dialect dialect) {
    ssh(dialect);
    PublicKey desktops = makeKey(two.desktop);
    PublicKey laptops = makeKey(two.laptop);
    ApplicationSession onDesktop = two.onDesktop(application);
    ApplicationSession onLaptop = two.onLaptop(application);
    assertEquals(desktops.udf(), kept(onDesktop).orElseThrow().keyUdf());
    assertEquals(laptops.udf(), kept(onLaptop).orElseThrow().keyUdf());
    assertEquals(
        desktops,
        PublicKey.of(dialect, kept(onDesktop).orElseThrow().devicePrivateKey().key().publicJwk()));
    assertEquals(
        Set.of(desktops, laptops),
        onDesktop.ownDevice().all(SSHDevicePublic.class).stream()
            .map(SSHDevicePublic::publicKey)
            .collect(Collectors.toSet()));
    assertEquals(2, stored().devicePrivate().size());
    stored()
        .devicePrivate()
        .forEach(part -> assertEquals(1, part.joseWebEncryption().recipients().size()));
  }

  @ParameterizedTest
  @EnumSource
  void bothDevicesMakeTheirKeysAtOnce(Dialect dialect) {
    ssh(dialect);
    ApplicationSession one = two.onDesktop(application);
    ApplicationSession other = two.onLaptop(application);
    SshApplication.of(one).makeKey();
    SshApplication.of(other).makeKey();
    one.update();
    two.later();
    other.update();
    two.later();
    assertEquals(2, stored().devices().size());
    assertEquals(2, stored().devicePrivate().size());
    assertTrue(kept(two.onDesktop(application)).isPresent());
    assertTrue(kept(two.onLaptop(application)).isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void anotherDevicesPartsAreCarriedOverAsTheyAre(Dialect dialect) {
    ssh(dialect);
    makeKey(two.desktop);
    var before = stored();
    ApplicationSession laptop = two.onLaptop(application);
    laptop.change(SSHProfilePrivate.class, c -> c.withAccount("alice")).update();
    two.later();
    assertEquals(before.devices(), stored().devices());
    assertEquals(before.devicePrivate(), stored().devicePrivate());
  }

  @ParameterizedTest
  @EnumSource
  void aRemovedDeviceLosesItsParts(Dialect dialect) {
    ssh(dialect);
    makeKey(two.desktop);
    makeKey(two.laptop);
    Udf laptop = two.laptop.thisDevice().identifier();
    assertEquals(List.of(), two.desktop.removeDevice(laptop));
    assertEquals(
        List.of(Optional.of(two.desktop.thisDevice().identifier().text())),
        stored().devices().stream().map(part -> part.device()).toList());
    assertEquals(1, stored().devicePrivate().size());
    assertTrue(kept(two.onDesktop(application)).isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void aPartForFormerKeysOpensAndIsEncryptedAnew(Dialect dialect) {
    ssh(dialect);
    PublicKey key = makeKey(two.desktop);
    makeKey(two.laptop);
    var before = stored();
    two.desktop.changeDeviceKeys();
    two.later();
    // An administrator's applications are encrypted anew at once, with its own part.
    assertFalse(stored().devicePrivate().contains(before.devicePrivate().get(0)));
    assertTrue(stored().devicePrivate().contains(before.devicePrivate().get(1)));
    assertEquals(key.udf(), kept(two.onDesktop(application)).orElseThrow().keyUdf());
    String present = two.desktop.thisDevice().deviceEncryptionKey().udf().text();
    assertTrue(
        stored().devicePrivate().stream()
            .flatMap(part -> part.joseWebEncryption().recipients().stream())
            .anyMatch(recipient -> String.valueOf(recipient.header()).contains(present)));
  }

  @ParameterizedTest
  @EnumSource
  void aPartForFormerKeysIsKeptByOthersUntilItsDeviceUpdates(Dialect dialect) {
    ssh(dialect);
    makeKey(two.desktop);
    MeshSession machine =
        new MeshSession(
            new MeshMachine(two.world, "ring", new MemoryMachineStore(StoreMode.TEST)), two.portal);
    PersonalSession ring = two.connect(machine, "ring");
    two.desktop.addToApplications(
        ring.thisDevice().identifier(), List.of(ApplicationChoice.administering(application)));
    two.later();
    PublicKey key = makeKey(ring);
    var former = stored().devicePrivate();
    // The ring does not administer the profile, so that the desktop accepts its new keys.
    ConnectionAttempt attempt = machine.connect(ring.changeDeviceKeys(), TwoDevices.ALICE);
    String code = attempt.authenticator();
    two.desktop.connectClose(
        two.desktop.connectPending().withAuthenticator(code),
        dev.meshsim.profile.ConnectionStatus.ACCEPTED,
        code);
    attempt.await(code);
    two.later();
    ApplicationSession desktop = two.onDesktop(application);
    desktop.change(SSHProfilePrivate.class, c -> c.withAccount("alice")).update();
    two.later();
    assertEquals(former, stored().devicePrivate());
    ApplicationSession onRing = ring.application(application.text());
    assertEquals(key.udf(), kept(onRing).orElseThrow().keyUdf());
    onRing.change(SSHProfilePrivate.class, c -> c.withAccount("bob")).update();
    two.later();
    assertEquals(2, stored().devicePrivate().size());
    assertFalse(stored().devicePrivate().containsAll(former));
    assertEquals(key.udf(), kept(ring.application(application.text())).orElseThrow().keyUdf());
    two.desktop.removeDevice(ring.thisDevice().identifier());
    assertEquals(1, stored().devicePrivate().size());
  }

  @ParameterizedTest
  @EnumSource
  void aPartThatARemovedDeviceLeftForFormerKeysIsLeftOut(Dialect dialect) {
    ssh(dialect);
    makeKey(two.desktop);
    KnownApplicationProfile stored = RawApplication.stored(two.laptop, application);
    var parts = new java.util.ArrayList<>(stored.devicePrivate());
    try (var stranger =
        dev.meshsim.jose.PrivateJwk.generate(
            two.desktop.thisDevice().deviceEncryptionKey().jwk().spec(),
            two.world.stream("test", "former key"))) {
      parts.add(
          RawApplication.encrypted(two.laptop, "{}", PublicKey.of(dialect, stranger.publicJwk())));
    }
    RawApplication.publish(two.laptop, stored.withDevices(stored.devices(), parts));
    two.later();
    two.onLaptop(application).update();
    two.later();
    assertEquals(stored.devicePrivate(), stored().devicePrivate());
  }

  @ParameterizedTest
  @EnumSource
  void theSharedContentIsRecoveredWithTheEscrowKey(Dialect dialect) {
    ssh(dialect);
    makeKey(two.laptop);
    ApplicationSession own = two.laptop.add(SSHProfilePrivate.EMPTY.withAccount("x"), false);
    SshApplication.of(own).makeKey();
    own.update();
    two.later();
    Failing.with(
        ApplicationException.Code.CANNOT_DECRYPT, () -> two.desktop.application(own.udf().text()));
    ApplicationSession recovered = two.desktop.recoverApplication(own.udf().text());
    assertEquals("x", recovered.content(SSHProfilePrivate.class).account());
    assertTrue(kept(recovered).isEmpty());
    application = own.udf();
    assertEquals(1, stored().devicePrivate().size());
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceThatOnlyReadsHasNoPart(Dialect dialect) {
    ssh(dialect);
    MeshMachine machine =
        new MeshMachine(two.world, "ring", new MemoryMachineStore(StoreMode.TEST));
    PersonalSession ring = two.connect(new MeshSession(machine, two.portal), "ring");
    two.desktop.addToApplications(
        ring.thisDevice().identifier(), List.of(ApplicationChoice.reading(application)));
    two.later();
    ApplicationSession session = ring.application(application.text());
    assertTrue(kept(session).isEmpty());
    SshApplication.of(session).makeKey();
    var refused = assertThrows(dev.meshsim.portal.PortalRefusedException.class, session::update);
    assertEquals(401, refused.status());
    assertEquals(0, stored().devices().size());
  }

  @ParameterizedTest
  @EnumSource
  void partsOfAnotherDeviceOrTypeAreRefused(Dialect dialect) {
    ssh(dialect);
    ApplicationSession session = two.onDesktop(application);
    Udf other = two.laptop.thisDevice().identifier();
    Udf self = two.desktop.thisDevice().identifier();
    Failing.with(
        ApplicationException.Code.OTHER_TYPE,
        () ->
            session
                .ownDevice()
                .set(new MailDevicePublic(null, null, self), new MailDevicePrivate(self.text())));
    ApplicationSession mail = two.desktop.add(MailProfilePrivate.EMPTY, false);
    Failing.with(
        ApplicationException.Code.FOREIGN_PART,
        () ->
            mail.ownDevice()
                .set(new MailDevicePublic(null, null, other), new MailDevicePrivate(self.text())));
    Failing.with(
        ApplicationException.Code.FOREIGN_PART,
        () ->
            mail.ownDevice()
                .set(new MailDevicePublic(null, null, self), new MailDevicePrivate(other.text())));
    Failing.with(ApplicationException.Code.OTHER_TYPE, () -> session.published(MailProfile.class));
    Failing.with(ApplicationException.Code.OTHER_TYPE, session::passwordProfile);
  }
}
