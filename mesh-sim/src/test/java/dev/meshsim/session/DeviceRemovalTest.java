package dev.meshsim.session;

import static dev.meshsim.session.AdministratorTest.fails;
import static dev.meshsim.session.Household.ALICE;
import static dev.meshsim.session.Household.device;
import static dev.meshsim.session.Household.encryptedTo;
import static dev.meshsim.session.Household.password;
import static dev.meshsim.session.Household.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device leaves the profile and its applications. */
class DeviceRemovalTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRemovedDeviceReadsNothingThatIsPublishedAfterwards(Dialect dialect) {
    Household home = new Household(dialect);
    PersonalSession ring = home.plain(home.alice, "ring");
    ApplicationSession application = home.passwords(home.alice, ring, false);
    assertEquals("secret", password(ring, application.udf()));
    home.alice.removeDevice(device(ring));
    assertEquals(1, home.alice.refresh().devices().size());
    assertEquals(
        1,
        home.alice.client().applicationProfile(application.udf()).signedData().signatures().size());
    fails(SessionException.Code.NOT_CONNECTED, () -> readAsDevice(ring, application.udf()));
    assertEquals("secret", password(home.alice, application.udf()));
    assertFalse(encryptedTo(home, ring, application.udf()));
  }

  private static void readAsDevice(PersonalSession session, Udf application) {
    session.refresh();
    session.thisDevice();
    session.application(application.text());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRemovedAdministratorNoLongerActs(Dialect dialect) {
    Household home = new Household(dialect);
    PersonalSession laptop = home.administrator("laptop");
    ApplicationSession application = home.passwords(home.alice, laptop, true);
    ApplicationSession onLaptop = laptop.application(application.udf().text());
    RequestEnvelope.Signer formerKey = laptop.administrator();
    home.alice.removeDevice(device(laptop));
    assertEquals(1, home.alice.administrators().size());
    PortalRefusedException unheard =
        assertThrows(
            PortalRefusedException.class, () -> laptop.client().connectPending(null, formerKey));
    assertEquals(401, unheard.status());
    onLaptop.passwordProfile().put("example.com", "alice", "stolen");
    ApplicationException refused = assertThrows(ApplicationException.class, onLaptop::update);
    assertEquals(ApplicationException.Code.CANNOT_DECRYPT, refused.errorCode());
    assertThrows(SessionException.class, laptop::connectPending);
    assertThrows(SessionException.class, () -> laptop.add(new PasswordProfile(true)));
    assertEquals("secret", password(home.alice, application.udf()));
    laptop.refresh();
    assertFalse(laptop.administers());
  }

  @Test
  void theConnectStatusOfARemovedDeviceIsRefused() {
    Household home = new Household(Dialect.MESH);
    MeshSession other = home.machine("ring");
    ConnectionAttempt attempt = other.connect(other.createDevice(), ALICE);
    PersonalSession ring = home.accepted(home.alice, attempt);
    home.alice.removeDevice(device(ring));
    PortalRefusedException e =
        assertThrows(PortalRefusedException.class, () -> attempt.poll(attempt.authenticator()));
    assertEquals(401, e.status());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anApplicationThatTheRemovedDeviceSignedIsTakenOver(Dialect dialect) {
    Household home = new Household(dialect);
    PersonalSession laptop = home.administrator("laptop");
    ApplicationSession shared = home.passwords(laptop, home.alice, false);
    ApplicationSession hidden = laptop.add(new PasswordProfile(true));
    PersonalSession ring = home.plain(laptop, "ring");
    hidden.addDevice(device(ring), false).passwordProfile().put("example.com", "alice", "secret");
    hidden.update();
    home.tick();
    home.alice.removeDevice(device(laptop));
    Udf self = device(home.alice);
    for (ApplicationSession application : List.of(shared, hidden)) {
      var entry = home.alice.refresh().profile().application(application.udf()).orElseThrow();
      assertEquals(List.of(self), entry.adminDevices());
      var signed = home.alice.client().applicationProfile(application.udf());
      home.alice.context().verifier().application(signed, home.alice.personalProfile());
    }
    assertFalse(encryptedTo(home, laptop, shared.udf()));
    assertEquals("secret", password(home.alice, shared.udf()));
    assertEquals("secret", password(ring, hidden.udf()));
    fails(
        ApplicationException.Code.CANNOT_DECRYPT,
        () -> home.alice.application(hidden.udf().text()));
  }

  @Test
  void anAdministratorWithoutTheMasterKeyRemovesOneWithShares() {
    Household home = new Household(Dialect.MESH);
    OfflineEscrowEntry entry = home.alice.newEscrowEntry(2, 3);
    home.alice.escrow(entry);
    PersonalSession laptop = home.administrator("laptop");
    fails(
        AdministrationException.Code.MASTER_KEY_NEEDED,
        () -> laptop.removeDevice(device(home.alice)));
    assertEquals(2, laptop.refresh().devices().size());
    laptop.removeDevice(device(home.alice), secret(entry));
    assertEquals(List.of(device(laptop)), List.copyOf(laptop.refresh().devices().keySet()));
    assertEquals(1, laptop.administrators().size());
    assertEquals(
        401, assertThrows(PortalRefusedException.class, home.alice::connectPending).status());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aMachineDoesNotRemoveItsOwnDevice(Dialect dialect) {
    Household home = new Household(dialect);
    fails(
        AdministrationException.Code.LAST_ADMINISTRATOR,
        () -> home.alice.removeDevice(device(home.alice)));
    home.administrator("laptop");
    fails(
        AdministrationException.Code.OWN_DEVICE, () -> home.alice.removeDevice(device(home.alice)));
    assertEquals(2, home.alice.refresh().devices().size());
  }

  @Test
  void onlyAnAdministratorRemovesAndOnlyADeviceOfTheProfile() {
    Household home = new Household(Dialect.MESH);
    PersonalSession ring = home.plain(home.alice, "ring");
    fails(SessionException.Code.NOT_ADMINISTRATOR, () -> ring.removeDevice(device(home.alice)));
    Udf stranger = home.machine("stranger").createDevice().udf();
    fails(SessionException.Code.UNKNOWN_DEVICE, () -> home.alice.removeDevice(stranger));
    assertEquals(2, home.alice.refresh().devices().size());
  }

  @Test
  void aVersionOfARemovedSignerIsATypedError() {
    Household home = new Household(Dialect.MESH);
    PersonalSession laptop = home.administrator("laptop");
    ApplicationSession application = home.passwords(laptop, home.alice, false);
    home.alice.refresh();
    home.alice.change(
        (profile, at) ->
            profile.withApplication(
                profile
                    .application(application.udf())
                    .orElseThrow()
                    .withAdministrator(device(home.alice))
                    .withoutDevice(device(laptop)),
                at));
    fails(
        ApplicationException.Code.SIGNER_REMOVED,
        () -> home.alice.application(application.udf().text()));
  }

  @Test
  void aRemovedDeviceMayBeConnectedAgain() {
    Household home = new Household(Dialect.MESH);
    MeshSession other = home.machine("ring");
    DeviceRegistration registration = other.createDevice();
    PersonalSession ring = home.accepted(home.alice, other.connect(registration, ALICE));
    home.alice.removeDevice(device(ring));
    ring.refresh();
    ring.delete();
    PersonalSession again = home.accepted(home.alice, other.connect(registration, ALICE));
    assertEquals(registration.udf(), device(again));
  }
}
