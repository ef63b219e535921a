package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.portal.PortalException;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The records that a session leaves on its machine, and the calls that it refuses. */
class MachineSessionTest {

  private static final String ALICE = "alice@example.com";

  private final SeededWorld world = World.seeded(8);
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
  private final MeshMachineCached desktop = new MeshMachineCached(world, "desktop");
  private final MeshSession session = new MeshSession(desktop, portal);
  private final DeviceRegistration device = session.createDevice("Desktop", "A computer");
  private final PersonalProfile profile = new PersonalProfile(device.deviceProfile());
  private final PersonalSession alice = session.createAccount(ALICE, profile);

  private static void refused(SessionException.Code code, Executable act) {
    assertEquals(code, assertThrows(SessionException.class, act).errorCode());
  }

  @Test
  void aDeviceHasTheNamesItWasGivenOrNone() {
    assertEquals(List.of("Desktop"), device.deviceProfile().profile().names());
    assertEquals("A computer", device.deviceProfile().profile().description());
    LocalDevice plain = session.createDevice().deviceProfile();
    assertEquals(List.of(plain.udf().text()), plain.profile().names());
    assertEquals("Unknown", plain.profile().description());
    assertEquals(device.udf().text(), desktop.defaultOf(RecordKind.DEVICE).orElseThrow());
  }

  @Test
  void theFirstAccountIsTheDefaultUntilItIsDeletedThenTheNext() {
    PersonalProfile second = new PersonalProfile(device.deviceProfile());
    session.createAccount("bob@example.com", second);
    assertEquals(ALICE, session.personalSession().orElseThrow().account());
    assertEquals(profile.udf().text(), desktop.defaultOf(RecordKind.PERSONAL).orElseThrow());
    assertEquals(second.udf(), session.personalSession("bob@example.com").udf());
    alice.deleteAccount();
    assertEquals("bob@example.com", session.personalSession().orElseThrow().account());
    assertEquals(second.udf().text(), desktop.defaultOf(RecordKind.PERSONAL).orElseThrow());
    session.personalSession().orElseThrow().deleteAccount();
    assertEquals(Optional.empty(), session.personalSession().map(PersonalSession::account));
    refused(SessionException.Code.UNKNOWN_ACCOUNT, () -> session.personalSession(ALICE));
    assertEquals(profile.udf(), alice.personalProfile().identifier());
  }

  @Test
  void theDefaultProfileIsThatOfTheDefaultAccount() {
    List<PersonalProfile> others =
        Stream.generate(() -> new PersonalProfile(device.deviceProfile()))
            .limit(2)
            .sorted(Comparator.comparing(made -> made.udf().text()))
            .toList();
    String last = others.get(1).udf().text();
    session.createAccount("bob@example.com", others.get(1));
    PersonalSession carol = session.createAccount("carol@example.com", others.get(0));
    alice.delete();
    assertEquals(Optional.of(last), desktop.defaultOf(RecordKind.PERSONAL));
    desktop.edit().put(new MachineRecord.Default(RecordKind.PERSONAL, carol.udf().text())).commit();
    carol.delete();
    assertEquals(Optional.of(last), desktop.defaultOf(RecordKind.PERSONAL));
  }

  @Test
  void aDeletedProfileLeavesTheRecordsOfTheOthers() {
    PersonalProfile second = new PersonalProfile(device.deviceProfile());
    PersonalSession bob = session.createAccount("bob@example.com", second);
    alice.add(new PasswordProfile(true));
    bob.add(new PasswordProfile(true));
    alice.delete();
    assertTrue(desktop.applications(profile.udf()).isEmpty());
    assertEquals(1, desktop.applications(second.udf()).size());
    assertEquals(Optional.of("bob@example.com"), desktop.defaultOf(RecordKind.ACCOUNT));
    assertEquals(Optional.of(second.udf().text()), desktop.defaultOf(RecordKind.PERSONAL));
    assertEquals(second.udf(), session.personalSession("bob@example.com").udf());
    refused(SessionException.Code.DELETED, alice::delete);
  }

  @Test
  void aMachineHasOneProfileForAnAccount() {
    PersonalProfile second = new PersonalProfile(device.deviceProfile());
    refused(SessionException.Code.ALREADY_BOUND, () -> session.createAccount(ALICE, second));
  }

  @Test
  void anotherAccountIsBoundToTheProfileThatTheMachineHas() {
    alice.add(new PasswordProfile(true));
    PersonalSession again = session.createAccount("alice2@example.com", profile);
    assertEquals(alice.personalProfile(), again.refresh());
    assertEquals(1, again.applicationsOfType(PasswordProfile.TYPE).size());
    assertEquals(List.of(), again.applicationsOfType("MailProfile"));
  }

  @Test
  void aSuiteOfAnotherDialectIsRefused() {
    Suite foreign =
        Dialect.PORTAL_2017.suites().stream()
            .filter(suite -> !Dialect.MESH.suites().contains(suite))
            .findFirst()
            .orElseThrow();
    refused(SessionException.Code.OTHER_DIALECT, () -> new MeshSession(desktop, portal, foreign));
  }

  @Test
  void aNewEscrowEntryOfTheMachinesKeysRecoversTheProfile() {
    OfflineEscrowEntry entry = alice.newEscrowEntry(2, 3);
    alice.escrow(entry);
    world.advance(Duration.ofSeconds(1));
    MeshMachineCached laptop = new MeshMachineCached(world, "laptop");
    MeshSession elsewhere = new MeshSession(laptop, portal);
    PersonalSession again = elsewhere.recover(new Secret(entry.keyShares().subList(1, 3)), ALICE);
    assertEquals(profile.udf(), again.udf());
    assertEquals(ALICE, elsewhere.personalSession().orElseThrow().account());
    assertEquals(profile.udf().text(), laptop.defaultOf(RecordKind.PERSONAL).orElseThrow());
    Udf master = again.personalProfile().master().masterSignatureKey().udf();
    assertTrue(laptop.findPrivateKey(master).isPresent());
    again
        .personalProfile()
        .master()
        .masterEscrowKeys()
        .forEach(key -> assertTrue(laptop.findPrivateKey(key.udf()).isPresent()));
    assertTrue(again.connectPending().pending().isEmpty());
    assertEquals(again.personalProfile(), alice.refresh());
  }

  @Test
  void anEarlierProfileThatTheMachineKnowsIsReplacedByTheFetchedOne() {
    OfflineEscrowEntry entry = alice.newEscrowEntry(2, 2);
    alice.escrow(entry);
    world.advance(Duration.ofSeconds(1));
    PersonalSession laptop =
        new MeshSession(new MeshMachineCached(world, "laptop"), portal)
            .recover(new Secret(entry.keyShares()), ALICE);
    assertFalse(alice.personalProfile().equals(laptop.personalProfile()));
    alice.refresh();
    assertEquals(laptop.personalProfile().signed(), desktop.personal(profile.udf()).orElseThrow());
  }

  @Test
  void anApplicationListsOnlyDevicesOfTheProfile() {
    ApplicationSession passwords = alice.add(new PasswordProfile(true), false);
    Udf stranger = session.createDevice().deviceProfile().udf();
    refused(SessionException.Code.UNKNOWN_DEVICE, () -> passwords.addDevice(stranger, false));
    assertEquals(List.of(device.udf()), passwords.entry().decryptDevices());
    assertEquals(List.of(), alice.applicationsOfType(PasswordProfile.TYPE));
    passwords.update();
    assertEquals(List.of(passwords.udf()), alice.applicationsOfType(PasswordProfile.TYPE));
  }

  @Test
  void aMachineWithoutADeviceOfTheProfileHasNone() {
    OfflineEscrowEntry entry = alice.newEscrowEntry(2, 2);
    alice.escrow(entry);
    desktop.edit().remove(RecordKind.DEVICE, device.udf().text()).commit();
    refused(SessionException.Code.NOT_CONNECTED, alice::thisDevice);
  }

  @Test
  void passwordsAndSettingsAreReadAsTheyWereWritten() {
    ApplicationSession passwords = alice.add(new PasswordProfile(true), false);
    PasswordProfile content = passwords.passwordProfile();
    content.put("a.example", "alice", "1").put("b.example", "alice", "2");
    content.autoGenerate(true).neverAsk(List.of("c.example"));
    assertTrue(content.delete("a.example"));
    assertFalse(content.delete("a.example"));
    assertEquals("PasswordProfile[1 entries]", content.toString());
    passwords.update();
    PasswordProfile read = alice.application(passwords.udf().text()).passwordProfile();
    assertEquals(content.content(), read.content());
    assertEquals(Boolean.TRUE, read.content().autoGenerate());
    assertEquals(List.of("c.example"), read.content().neverAsk());
    assertThrows(IllegalArgumentException.class, () -> new PasswordProfile(false));
  }

  @Test
  void aTestMachineIsErased() {
    session.eraseTest();
    assertTrue(desktop.devices().isEmpty());
    assertTrue(desktop.personal(profile.udf()).isEmpty());
  }

  @Test
  void aProfileHasTheSuiteOfItsDevice() {
    MeshSession bob = new MeshSession(new MeshMachineCached(world, "bob"), portal, Suite.P256);
    PersonalProfile bobs = new PersonalProfile(bob.createDevice().deviceProfile());
    assertEquals(Suite.P256.signature(), SessionKeys.online(bobs).publicJwk().spec());
  }

  @Test
  void everyNameThatIsNotAcknowledgedIsUnconfirmed() {
    InterposedPortal way = new InterposedPortal(portal);
    MeshSession bob = new MeshSession(new MeshMachineCached(world, "bob"), way);
    PersonalProfile bobs = new PersonalProfile(bob.createDevice().deviceProfile());
    List<String> names = List.of("bob@example.com", "bobby@example.com");
    for (String name : names) {
      way.loseAnswer(Transaction.CREATE_ACCOUNT);
      assertThrows(PortalException.class, () -> bob.createAccount(name, bobs));
    }
    assertEquals(names, bob.unconfirmedAccounts(bobs.udf()));
    assertEquals(List.of(), bob.unconfirmedAccounts(profile.udf()));
    bob.deleteProfile(bobs.udf());
    assertEquals(List.of(), bob.profiles());
    assertEquals(List.of(), bob.unconfirmedAccounts(bobs.udf()));
    AccountsException e =
        assertThrows(AccountsException.class, () -> bob.deleteProfile(bobs.udf()));
    assertEquals(AccountsException.Code.UNKNOWN_PROFILE, e.errorCode());
  }

  @Test
  void aDeviceKeepsItsKeyWhenTheProfileThatItAdministeredIsDeleted() {
    Household home = new Household(Dialect.PORTAL_2017);
    PersonalSession laptop = home.administrator("laptop");
    MeshMachine machine = laptop.context().machine();
    Udf key = laptop.thisDevice().deviceSignatureKey().udf();
    assertTrue(laptop.personalProfile().administeredBy(key));
    laptop.delete();
    assertTrue(machine.findPrivateKey(key).isPresent());
  }

  @Test
  void aPortalOfAnotherDialectIsRefused() {
    MeshPortals mixed =
        new MeshPortals() {
          @Override
          public Dialect dialect() {
            return Dialect.PORTAL_2017;
          }

          @Override
          public MeshPortal at(String domain) {
            return portal;
          }
        };
    MeshSession bob = new MeshSession(new MeshMachineCached(world, "bob"), mixed);
    refused(SessionException.Code.OTHER_DIALECT, () -> bob.profileAt(ALICE));
  }
}
