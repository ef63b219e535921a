package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two devices that change the entry of one application in the profile. */
class ProfileConflictTest {

  @ParameterizedTest
  @EnumSource
  void aDescriptionThatBothChangedIsAConflictAndNothingIsPublished(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf application = two.sharedApplication();
    two.laptop.refresh();
    describe(two.desktop, application, "Work");
    SignedPersonalProfile stored = two.desktop.personalProfile().signed();
    int published = two.laptopsWay.count(Transaction.PUBLISH);

    ConflictException e =
        assertThrows(
            ConflictException.class, () -> describe(two.laptop, application, "From the laptop"));

    assertEquals(ConflictException.Code.DIFFERS, e.errorCode());
    assertEquals("fetch the profile and make the change again", e.hint());
    assertTrue(e.problem().contains("the description of the application"), e.problem());
    Merge<PersonalProfile> merge = e.merge(PersonalProfile.class);
    assertEquals("From the laptop", description(merge.mine(), application));
    assertEquals("Work", description(merge.theirs(), application));
    assertEquals(published + 1, two.laptopsWay.count(Transaction.PUBLISH));
    assertEquals(stored, two.desktop.refresh().signed());

    describe(two.laptop, application, "From the laptop");
    assertEquals("From the laptop", description(two.desktop.refresh().profile(), application));
  }

  @ParameterizedTest
  @EnumSource
  void devicesThatBothChangedAreMergedAndARemovalWins(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf ring = connect(two, "ring");
    Udf tablet = connect(two, "tablet");
    Udf application = two.sharedApplication("base.example");
    two.onDesktop(application).addDevice(ring, false).update();
    ApplicationSession laptop = two.onLaptop(application);
    two.desktop.change(
        (profile, at) ->
            profile.withApplication(entry(profile, application).withoutDevice(ring), at));
    laptop.addDevice(tablet, false).update();
    List<Udf> readers = entry(two.desktop.refresh().profile(), application).decryptDevices();
    assertEquals(
        List.of(
            two.desktop.thisDevice().identifier(), two.laptop.thisDevice().identifier(), tablet),
        readers);
  }

  @ParameterizedTest
  @EnumSource
  void anApplicationThatOneRemovedWhileTheOtherAddsADeviceIsNotBroughtBack(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf ring = connect(two, "ring");
    Udf application = two.sharedApplication("base.example");
    ApplicationSession laptop = two.onLaptop(application);
    two.desktop.removeApplication(application.text());
    SignedPersonalProfile stored = two.desktop.personalProfile().signed();
    laptop.addDevice(ring, false);
    for (int i = 0; i < 2; i++) {
      ApplicationException e = assertThrows(ApplicationException.class, laptop::update);
      assertEquals("session.application-removed", e.code());
    }
    assertTrue(laptop.conflict().isEmpty());
    assertEquals(1, laptop.passwordProfile().content().entries().size());
    assertEquals(stored, two.laptop.refresh().signed());
  }

  @ParameterizedTest
  @EnumSource
  void twoRemovalsFromOneListCanLeaveAnApplicationThatIsOnlyRemoved(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf application = two.sharedApplication("base.example");
    two.laptop.refresh();
    leave(two.desktop, application, two.desktop.thisDevice().identifier());
    leave(two.laptop, application, two.laptop.thisDevice().identifier());
    ApplicationProfileEntry left = entry(two.desktop.refresh().profile(), application);
    assertEquals(List.of(), left.adminDevices());
    assertEquals(
        ApplicationException.Code.SIGNER_REMOVED,
        assertThrows(
                ApplicationException.class,
                () -> two.desktop.recoverApplication(application.text()))
            .errorCode());
    two.desktop.removeApplication(application.text());
    assertEquals(List.of(), two.laptop.refresh().profile().applications());
  }

  @ParameterizedTest
  @EnumSource
  void twoRemovalsOfDevicesLeaveAnApplicationAnAdministrator(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Joined ring = join(two, "ring");
    Joined tablet = join(two, "tablet");
    Udf application = two.sharedApplication("base.example");
    two.onDesktop(application).addDevice(ring.udf(), true).addDevice(tablet.udf(), true).update();
    ring.session().application(application.text()).update();
    leave(two.desktop, application, two.desktop.thisDevice().identifier());
    two.laptop.refresh();
    leave(two.laptop, application, two.laptop.thisDevice().identifier());
    two.laptopsWay.before(Transaction.PUBLISH, () -> two.desktop.removeDevice(ring.udf()));
    two.laptop.removeDevice(tablet.udf());
    assertEquals(
        List.of(two.desktop.thisDevice().identifier()),
        entry(two.desktop.refresh().profile(), application).adminDevices());
    ApplicationSession recovered = two.desktop.recoverApplication(application.text());
    assertEquals(1, recovered.passwordProfile().content().entries().size());
  }

  private static void leave(PersonalSession session, Udf application, Udf device) {
    session.change(
        (profile, at) ->
            profile.withApplication(entry(profile, application).withoutDevice(device), at));
  }

  private record Joined(PersonalSession session, Udf udf) {}

  private static Joined join(TwoDevices two, String name) {
    MeshMachine machine = new MeshMachine(two.world, name, new MemoryMachineStore(StoreMode.TEST));
    PersonalSession session = two.connect(new MeshSession(machine, two.portal), name);
    return new Joined(session, session.thisDevice().identifier());
  }

  private static Udf connect(TwoDevices two, String name) {
    return join(two, name).udf();
  }

  private static void describe(PersonalSession session, Udf application, String description) {
    session.change(
        (profile, at) -> {
          ApplicationProfileEntry entry = entry(profile, application);
          return profile.withApplication(
              new ApplicationProfileEntry(
                  entry.identifier(),
                  entry.type(),
                  description,
                  entry.adminDevices(),
                  entry.decryptDevices()),
              at);
        });
  }

  private static String description(PersonalProfile profile, Udf application) {
    return entry(profile, application).friendly();
  }

  private static ApplicationProfileEntry entry(PersonalProfile profile, Udf application) {
    return profile.application(application).orElseThrow();
  }
}
