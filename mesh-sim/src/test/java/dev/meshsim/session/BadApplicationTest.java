package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.application.ssh.SSHProfilePrivate;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Applications that are not what the profile says: a typed error, and nothing is stored. */
class BadApplicationTest {

  private final TwoDevices two = new TwoDevices(Dialect.MESH);
  private final Udf application = shared();

  private Udf shared() {
    Udf udf = two.desktop.add(SSHProfilePrivate.EMPTY, true).udf();
    two.later();
    two.desktop.addToApplications(
        two.laptop.thisDevice().identifier(), List.of(ApplicationChoice.administering(udf)));
    two.later();
    return udf;
  }

  private MeshException refused(ErrorCode code) {
    var before = RawApplication.held(two.desktop, application);
    MeshException e = Failing.with(code, () -> two.onDesktop(application));
    assertEquals(before, RawApplication.held(two.desktop, application));
    return e;
  }

  /** The portal answers the desktop's next request for the application with another version. */
  private void answer(SignedApplicationProfile other) {
    String stored = inner(two.desktop.client().applicationProfile(application));
    two.desktopsWay.pass(Transaction.GET);
    two.desktopsWay.next(
        Transaction.GET,
        (request, to) -> Bytes.utf8(to.exchange(request).utf8().replace(stored, inner(other))));
  }

  private static String inner(SignedApplicationProfile signed) {
    String tagged = Dialect.MESH.json().write(signed).utf8();
    return tagged.substring(1, tagged.length() - 1);
  }

  @Test
  void anotherPersonsApplicationUnderTheIdentifierIsRefused() {
    MeshSession session =
        new MeshSession(new dev.meshsim.machine.MeshMachineCached(two.world, "bob"), two.portal);
    PersonalSession bob =
        session.createAccount(
            "bob@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
    Udf bobs = bob.add(SSHProfilePrivate.EMPTY, true).udf();
    SignedApplicationProfile signed = bob.client().applicationProfile(bobs);
    answer(new SignedApplicationProfile(application, signed.signedData()));
    refused(ApplicationException.Code.SIGNER_REMOVED);
    assertThrows(
        PortalRefusedException.class,
        () ->
            RawApplication.publish(
                bob, new SignedApplicationProfile(application, signed.signedData())));
  }

  @Test
  void anotherIdentifierInsideIsRefused() {
    Udf second = two.desktop.add(SSHProfilePrivate.EMPTY, true).udf();
    SignedApplicationProfile signed = two.desktop.client().applicationProfile(second);
    answer(new SignedApplicationProfile(application, signed.signedData()));
    refused(ProfileException.Code.BAD_CONTENT);
    assertThrows(
        PortalRefusedException.class,
        () ->
            RawApplication.publish(
                two.desktop, new SignedApplicationProfile(application, signed.signedData())));
  }

  @Test
  void anotherTagThanTheEntrysIsRefused() {
    ObjectNode members = RawApplication.stored(two.desktop, application).members();
    SignedApplicationProfile signed =
        RawApplication.signed(two.desktop, application, "NetworkProfile", members);
    answer(signed);
    refused(ProfileException.Code.BAD_CONTENT);
    assertThrows(PortalRefusedException.class, () -> RawApplication.publish(two.desktop, signed));
  }

  @Test
  void contentOfAnotherTypeIsRefusedAndNotShown() {
    DeviceProfile[] both = {two.desktop.thisDevice(), two.laptop.thisDevice()};
    for (String text :
        List.of(
            "{\"MailProfilePrivate\":{}}",
            "{\"SSHProfilePrivate\":{\"HostEntries\":[{\"Address\":[\"hunter2\"]}]}}",
            "{\"SSHProfilePrivate\":{\"hunter2\":1}}",
            "hunter2")) {
      KnownApplicationProfile stored = RawApplication.stored(two.laptop, application);
      RawApplication.publish(
          two.laptop,
          stored.with(stored.updated(), RawApplication.encrypted(two.laptop, text, both)));
      two.later();
      MeshException e = refused(ApplicationException.Code.BAD_CONTENT);
      assertFalse(e.problem().contains("hunter2"), e.problem());
    }
  }

  @Test
  void anotherDevicesPrivatePartIsRefused() {
    var session = two.onLaptop(application);
    SshApplication.of(session).makeKey();
    String key =
        dev.meshsim.json.MeshJson.writeTagged(
                session
                    .ownDevice()
                    .kept(dev.meshsim.profile.application.ssh.SSHDevicePrivate.class)
                    .orElseThrow())
            .utf8();
    KnownApplicationProfile stored = RawApplication.stored(two.laptop, application);
    var mine = RawApplication.encrypted(two.laptop, key, two.desktop.thisDevice());
    RawApplication.publish(two.laptop, stored.withDevices(stored.devices(), List.of(mine)));
    two.later();
    refused(ApplicationException.Code.FOREIGN_PART);
  }

  @Test
  void twoPrivatePartsForOneDeviceAreRefused() {
    KnownApplicationProfile stored = RawApplication.stored(two.laptop, application);
    var parts = new ArrayList<>(stored.devicePrivate());
    parts.add(RawApplication.encrypted(two.laptop, "{}", two.desktop.thisDevice()));
    parts.add(RawApplication.encrypted(two.laptop, "{}", two.desktop.thisDevice()));
    RawApplication.publish(two.laptop, stored.withDevices(stored.devices(), parts));
    two.later();
    refused(ApplicationException.Code.FOREIGN_PART);
  }

  @Test
  void twoPublishedPartsOfOneDeviceAreRefusedByThePortal() {
    var session = two.onLaptop(application);
    SshApplication.of(session).makeKey();
    session.update();
    KnownApplicationProfile stored = RawApplication.stored(two.laptop, application);
    var part = stored.devices().get(0);
    assertThrows(
        PortalRefusedException.class,
        () ->
            RawApplication.publish(
                two.laptop, stored.withDevices(List.of(part, part), stored.devicePrivate())));
  }
}
