package dev.meshsim.session;

import static dev.meshsim.session.AdministratorTest.fails;
import static dev.meshsim.session.Household.ALICE;
import static dev.meshsim.session.Household.device;
import static dev.meshsim.session.Household.password;
import static dev.meshsim.session.Household.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static boolean encryptedTo(Household home, PersonalSession reader, Udf application) {
    String key =
        reader
            .context()
            .machine()
            .device(reader.context().machine().devices().get(0).identifier())
            .map(signed -> reader.context().verifier().device(signed))
            .orElseThrow()
            .deviceEncryptionKey()
            .udf()
            .text();
    return home.alice
        .client()
        .applicationProfile(application)
        .signedData()
        .payload()
        .utf8()
        .contains(key);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRemovedAdministratorNoLongerActs(Dialect dialect) {
    Household home = new Household(dialect);
    PersonalSession laptop = home.administrator("laptop");
    ApplicationSession application = home.passwords(home.alice, laptop, true);
    ApplicationSession onLaptop = laptop.application(application.udf().text());
    home.alice.removeDevice(device(laptop));
    assertEquals(1, home.alice.administrators().size());
    onLaptop.passwordProfile().put("example.com", "alice", "stolen");
    assertThrows(PortalRefusedException.class, onLaptop::update);
    assertEquals(401, assertThrows(PortalRefusedException.class, laptop::connectPending).status());
    assertThrows(PortalRefusedException.class, () -> laptop.add(new PasswordProfile(true)));
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

  /** The portal fails at each message in turn; the next call completes the removal. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRemovalThatFailsAnywhereIsCompletedByCallingAgain(Dialect dialect) {
    int failures = 0;
    boolean whole = false;
    while (!whole) {
      Household home = new Household(dialect);
      PersonalSession laptop = home.administrator("laptop");
      ApplicationSession signed = home.passwords(laptop, home.alice, true);
      ApplicationSession read = home.passwords(home.alice, laptop, true);
      Udf removed = device(laptop);
      FailingPortal failing = new FailingPortal(home.portal, failures);
      PersonalSession alice = new MeshSession(home.desktop, failing).personalSession(ALICE);
      try {
        alice.removeDevice(removed);
        whole = true;
      } catch (IllegalStateException e) {
        try {
          alice.removeDevice(removed);
        } catch (SessionException done) {
          assertEquals(SessionException.Code.UNKNOWN_DEVICE, done.errorCode());
        }
        failures++;
      }
      failing.until = -1;
      assertEquals(1, alice.refresh().devices().size(), "after failure " + failures);
      assertEquals(1, alice.administrators().size());
      for (ApplicationSession application : List.of(signed, read)) {
        assertEquals("secret", password(alice, application.udf()));
        assertFalse(encryptedTo(home, laptop, application.udf()), "after failure " + failures);
      }
    }
    assertTrue(failures > 5, "the removal sends several messages: " + failures);
  }

  @Test
  void whatTheDevicePublishesWhileItIsRemovedIsTakenOver() {
    Household home = new Household(Dialect.MESH);
    PersonalSession laptop = home.administrator("laptop");
    ApplicationSession application = home.passwords(laptop, home.alice, true);
    boolean[] late = {false};
    MeshPortal between =
        new MeshPortal() {
          @Override
          public String domain() {
            return "example.com";
          }

          @Override
          public Bytes exchange(Bytes request) {
            boolean leaves = request.utf8().contains("\"SignedPersonalProfile\"");
            if (leaves && !late[0]) {
              late[0] = true;
              signOnceMore(home, laptop, application.udf());
            }
            return home.portal.exchange(request);
          }
        };
    PersonalSession alice = new MeshSession(home.desktop, between).personalSession(ALICE);
    alice.removeDevice(device(laptop));
    assertTrue(late[0]);
    assertEquals("secret", password(home.alice, application.udf()));
    assertFalse(encryptedTo(home, laptop, application.udf()));
  }

  private static void signOnceMore(Household home, PersonalSession laptop, Udf application) {
    var stored = laptop.client().applicationProfile(application);
    Map<String, Object> header = new LinkedHashMap<>(ReplacedVersion.header(stored));
    header.putAll(ReadersVersion.header(laptop.refresh().signed()));
    laptop
        .client()
        .publish(
            ProfileSigner.application(
                stored,
                home.world.now().plusSeconds(1),
                header,
                laptop.context().machine().privateKey(device(laptop)),
                laptop.context().machine().stream("test")));
  }

  /** Loses the answer to one message. */
  private static final class FailingPortal implements MeshPortal {

    private final MeshPortal portal;
    private int until;

    FailingPortal(MeshPortal portal, int until) {
      this.portal = portal;
      this.until = until;
    }

    @Override
    public String domain() {
      return portal.domain();
    }

    @Override
    public Dialect dialect() {
      return portal.dialect();
    }

    @Override
    public Bytes exchange(Bytes request) {
      Bytes response = portal.exchange(request);
      if (until-- == 0) {
        throw new IllegalStateException("the answer is lost");
      }
      return response;
    }
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
