package dev.meshsim.session;

import static dev.meshsim.session.AdministratorTest.fails;
import static dev.meshsim.session.Household.ALICE;
import static dev.meshsim.session.Household.device;
import static dev.meshsim.session.Household.password;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.session.application.ApplicationSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device gets new authentication and encryption keys. */
class DeviceKeyChangeTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anAdministratorPublishesItsNewKeysAndWhatItReads(Dialect dialect) {
    Household home = new Household(dialect);
    PersonalSession ring = home.plain(home.alice, "ring");
    ApplicationSession application = home.passwords(home.alice, ring, false);
    DeviceProfile before = home.alice.thisDevice();
    home.tick();
    DeviceRegistration renewed = home.alice.changeDeviceKeys();
    DeviceProfile after = home.alice.refresh().devices().get(before.identifier());
    assertEquals(before.identifier(), renewed.udf());
    assertEquals(before.deviceSignatureKey(), after.deviceSignatureKey());
    assertNotEquals(before.deviceEncryptionKey(), after.deviceEncryptionKey());
    assertNotEquals(before.deviceAuthenticationKey(), after.deviceAuthenticationKey());
    String stored =
        home.alice.client().applicationProfile(application.udf()).signedData().payload().utf8();
    assertTrue(stored.contains(after.deviceEncryptionKey().udf().text()), stored);
    assertEquals("secret", password(home.alice, application.udf()));
    assertEquals("secret", password(ring, application.udf()));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPlainDeviceAsksAnAdministratorAndStillReadsWhatIsOlder(Dialect dialect) {
    Household home = new Household(dialect);
    MeshSession other = home.machine("ring");
    PersonalSession ring = home.accepted(home.alice, other.connect(other.createDevice(), ALICE));
    ApplicationSession application = home.passwords(home.alice, ring, false);
    DeviceProfile before = ring.thisDevice();
    DeviceRegistration renewed = ring.changeDeviceKeys();
    assertEquals(
        renewed.deviceProfile().signed(), ring.changeDeviceKeys().deviceProfile().signed());
    assertEquals("secret", password(ring, application.udf()));
    home.accepted(home.alice, other.connect(renewed, ALICE));
    DeviceProfile after = ring.thisDevice();
    assertEquals(before.identifier(), after.identifier());
    assertNotEquals(before.deviceEncryptionKey(), after.deviceEncryptionKey());
    assertEquals(2, home.alice.refresh().devices().size());
    assertEquals("secret", password(ring, application.udf()));
    application.refresh();
    application.passwordProfile().put("example.com", "alice", "newer");
    application.update();
    home.tick();
    assertEquals("newer", password(ring, application.udf()));
  }

  @Test
  void aRequestWithOlderKeysIsNotListedForAnswering() {
    Household home = new Household(Dialect.PORTAL_2017);
    MeshSession other = home.machine("ring");
    DeviceRegistration old = other.createDevice();
    PersonalSession ring = home.accepted(home.alice, other.connect(old, ALICE));
    home.accepted(home.alice, other.connect(ring.changeDeviceKeys(), ALICE));
    fails(
        AdministrationException.Code.OUTDATED_DEVICE,
        () ->
            ConnectionApproval.believe(
                home.alice.context(),
                dev.meshsim.profile.trust.ProfileSigner.request(
                    new dev.meshsim.profile.ConnectionRequest(
                        home.alice.udf(), old.deviceProfile().signed()),
                    dev.meshsim.profile.trust.RequestSalt.fresh(
                        home.world.stream("test", "salt"), home.world.now()),
                    other.machine().privateKey(device(ring)),
                    home.world.stream("test", "sign")),
                home.alice.personalProfile()));
  }
}
