package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.application.network.MailDevicePrivate;
import dev.meshsim.profile.application.network.MailDevicePublic;
import dev.meshsim.profile.application.ssh.SSHDevicePrivate;
import dev.meshsim.profile.application.ssh.SSHDevicePublic;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationException.Code;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.DeviceParts;
import dev.meshsim.session.application.OwnDevice;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A version of an application carries over the parts of other devices; a device's own part is its
 * own.
 */
class CarriedDevicePartsTest {

  private static final Dialect DIALECT = Dialect.MESH;

  private TwoDevices two;
  private MeshMachine machine;
  private Udf application;

  /** An SSH application that both devices administer and have a key pair in. */
  @BeforeEach
  void start() {
    two = new TwoDevices(DIALECT);
    machine = two.desktopSession.machine();
    application = two.desktop.add(SSHProfilePrivate.EMPTY, true).udf();
    two.later();
    two.desktop.addToApplications(
        udf(two.laptop), List.of(ApplicationChoice.administering(application)));
    two.later();
    for (PersonalSession device : List.of(two.desktop, two.laptop)) {
      ApplicationSession session = device.application(application.text());
      SshApplication.of(session).makeKey();
      session.update();
      two.later();
    }
  }

  private static Udf udf(PersonalSession session) {
    return session.thisDevice().identifier();
  }

  private KnownApplicationProfile stored() {
    return RawApplication.stored(two.desktop, application);
  }

  private DeviceParts desktops(Optional<Udf> removed) {
    var profile = two.desktop.refresh();
    var entry = profile.profile().application(application).orElseThrow();
    return DeviceParts.of(machine, profile, udf(two.desktop), entry, removed);
  }

  private List<EncryptedPart> kept(KnownApplicationProfile version) {
    DeviceParts parts = desktops(Optional.empty());
    KnownApplicationProfile renewed = parts.renewed(version);
    assertEquals(renewed.equals(version), parts.isRenewed(version));
    assertEquals(version.devices(), renewed.devices());
    return renewed.devicePrivate();
  }

  private EncryptedPart strangers(String name) {
    try (PrivateJwk key =
        PrivateJwk.generate(
            two.desktop.thisDevice().deviceEncryptionKey().jwk().spec(),
            two.world.stream("test", name))) {
      return to(PublicKey.of(DIALECT, key.publicJwk()));
    }
  }

  private EncryptedPart to(PublicKey reader) {
    return RawApplication.encrypted(two.desktop, "{}", reader);
  }

  private static <T> List<T> with(List<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }

  @Test
  void aRemovedDevicesPartsAreLeftOut() {
    KnownApplicationProfile stored = stored();
    KnownApplicationProfile renewed = desktops(Optional.of(udf(two.laptop))).renewed(stored);
    assertEquals(List.of(stored.devices().get(0)), renewed.devices());
    assertEquals(List.of(stored.devicePrivate().get(0)), renewed.devicePrivate());
    assertEquals(Optional.of(udf(two.desktop).text()), renewed.devices().get(0).device());
  }

  @Test
  void aPartForAnEscrowKeyOrAnotherDevicesKeyIsNotThisDevices() {
    KnownApplicationProfile stored = stored();
    PublicKey escrow = two.desktop.personalProfile().master().masterEscrowKeys().get(0);
    assertTrue(machine.findPrivateKey(escrow.udf()).isPresent());
    // The laptop's key is on the desktop too, as if both devices were on one machine.
    Udf laptops = two.laptop.thisDevice().deviceEncryptionKey().udf();
    machine.edit().putKey(DIALECT, two.laptopSession.machine().privateKey(laptops)).commit();
    List<EncryptedPart> own = stored.devicePrivate();
    assertEquals(own, kept(stored));
    assertEquals(own, kept(stored.withDevices(stored.devices(), with(own, to(escrow)))));
  }

  @Test
  void aPartForUnknownKeysIsKeptForADeviceThatHasNoOther() {
    KnownApplicationProfile stored = stored();
    List<EncryptedPart> own = List.of(stored.devicePrivate().get(0));
    List<EncryptedPart> one = with(own, strangers("one"));
    assertEquals(one, kept(stored.withDevices(stored.devices(), one)));
    assertEquals(one, kept(stored.withDevices(stored.devices(), with(one, strangers("another")))));
    assertEquals(
        stored.devicePrivate(),
        kept(stored.withDevices(stored.devices(), with(stored.devicePrivate(), strangers("one")))));
    // A device without a published part has no private one, and this device's is its own.
    assertEquals(own, kept(stored.withDevices(List.of(stored.devices().get(0)), one)));
    assertEquals(
        List.of(stored.devicePrivate().get(1)),
        kept(
            stored.withDevices(
                stored.devices(), List.of(stored.devicePrivate().get(1), strangers("one")))));
  }

  @Test
  void aPartOfAPresentDeviceThatIsNoReaderIsLeftOut() {
    MeshMachine other =
        new MeshMachine(
            two.world,
            "ring",
            new dev.meshsim.machine.MemoryMachineStore(dev.meshsim.machine.StoreMode.TEST));
    PersonalSession ring = two.connect(new MeshSession(other, two.portal), "ring");
    KnownApplicationProfile stored = stored();
    List<EncryptedPart> own = List.of(stored.devicePrivate().get(0));
    EncryptedPart rings = to(ring.thisDevice().deviceEncryptionKey());
    assertEquals(own, kept(stored.withDevices(stored.devices(), with(own, rings))));
  }

  @Test
  void aDeviceReadsAndRemovesItsOwnParts() {
    ApplicationSession session = two.onDesktop(application);
    OwnDevice own = session.ownDevice();
    assertEquals(udf(two.desktop), own.udf());
    SSHDevicePublic published = own.published(SSHDevicePublic.class).orElseThrow();
    SSHDevicePrivate kept = own.kept(SSHDevicePrivate.class).orElseThrow();
    assertEquals(own.udf(), published.deviceUdf());
    assertEquals(2, own.all(SSHDevicePublic.class).size());
    Failing.with(Code.OTHER_TYPE, () -> own.published(MailDevicePublic.class));
    Failing.with(Code.OTHER_TYPE, () -> own.kept(MailDevicePrivate.class));
    Failing.with(Code.OTHER_TYPE, () -> own.all(MailDevicePublic.class));
    Failing.with(
        Code.OTHER_TYPE, () -> own.set(published, new MailDevicePrivate(own.udf().text())));
    Failing.with(Code.OTHER_TYPE, () -> own.set(new MailDevicePublic(null, null, own.udf()), kept));
    own.clear();
    assertFalse(own.published(SSHDevicePublic.class).isPresent());
    session.update();
    two.later();
    assertEquals(List.of(Optional.of(udf(two.laptop).text())), devices());
    assertEquals(1, stored().devicePrivate().size());
  }

  private List<Optional<String>> devices() {
    return stored().devices().stream().map(part -> part.device()).toList();
  }
}
