package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two devices that change one profile or one application at the same time. */
class ConflictTest {

  @ParameterizedTest
  @EnumSource
  void bothDevicesKeepTheEntriesThatTheyAddToOneApplication(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf application = two.sharedApplication("base.example");
    ApplicationSession desktop = two.onDesktop(application);
    ApplicationSession laptop = two.onLaptop(application);
    desktop.passwordProfile().put("one.example", "alice", "secret");
    laptop.passwordProfile().put("two.example", "alice", "secret");
    desktop.update();
    laptop.update();
    assertEquals("base.example one.example two.example", sites(laptop));
    desktop.refresh();
    assertEquals("base.example one.example two.example", sites(desktop));
  }

  @ParameterizedTest
  @EnumSource
  void bothDevicesKeepTheApplicationsThatTheyAddToOneProfile(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    ApplicationSession one = two.desktop.add(new PasswordProfile(true));
    ApplicationSession other = two.laptop.add(new PasswordProfile(true));
    assertEquals(Set.of(one.udf(), other.udf()), Set.copyOf(listed(two.desktop)));
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceStaysWhenTheAnswerToItsAcceptanceWasLost(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    MeshSession ring =
        new MeshSession(new dev.meshsim.machine.MeshMachineCached(two.world, "ring"), two.portal);
    ConnectionAttempt attempt = ring.connect(ring.createDevice("ring", null), TwoDevices.ALICE);
    String code = attempt.authenticator();
    PendingConnection pending = two.desktop.connectPending().withAuthenticator(code);
    two.desktopsWay.loseAnswer(Transaction.PUBLISH);
    assertThrows(
        RuntimeException.class,
        () -> two.desktop.connectClose(pending, ConnectionStatus.ACCEPTED, code));
    two.desktop.add(new PasswordProfile(true));
    assertTrue(two.desktop.refresh().devices().containsKey(attempt.deviceUdf()));

    int published = two.desktopsWay.count(Transaction.PUBLISH);
    two.desktop.connectClose(pending, ConnectionStatus.ACCEPTED, code);
    assertEquals(published, two.desktopsWay.count(Transaction.PUBLISH));
    assertEquals(two.desktop.udf(), attempt.await(code).udf());
  }

  @ParameterizedTest
  @EnumSource
  void anAcceptanceCarriesTheProfileThatAnotherDeviceHasPublishedMeanwhile(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    two.desktopsWay.before(
        Transaction.CONNECT_COMPLETE, () -> two.laptop.add(new PasswordProfile(true)));
    MeshSession ring =
        new MeshSession(new dev.meshsim.machine.MeshMachineCached(two.world, "ring"), two.portal);
    PersonalSession joined = two.connect(ring, "ring");
    assertEquals(1, joined.personalProfile().profile().applications().size());
    assertEquals(3, joined.personalProfile().devices().size());
  }

  @ParameterizedTest
  @EnumSource
  void anEntryThatBothChangedIsAConflictThatHoldsAllThree(Dialect dialect) {
    for (Side side : Side.values()) {
      TwoDevices two = new TwoDevices(dialect);
      Udf application = two.sharedApplication("same.example", "other.example");
      ApplicationSession desktop = two.onDesktop(application);
      ApplicationSession laptop = two.onLaptop(application);
      desktop.passwordProfile().put("same.example", "alice", "from the desktop");
      desktop.passwordProfile().delete("other.example");
      desktop.update();
      laptop.passwordProfile().put("same.example", "alice", "from the laptop");
      laptop.passwordProfile().put("new.example", "alice", "secret");
      int published = two.laptopsWay.count(Transaction.PUBLISH);
      ConflictException e = assertThrows(ConflictException.class, laptop::update);
      assertEquals(ConflictException.Code.DIFFERS, e.errorCode());
      assertTrue(e.getMessage().contains("same.example"), e.getMessage());
      assertFalse(e.getMessage().contains("from the"), e.getMessage());
      assertEquals(published + 1, two.laptopsWay.count(Transaction.PUBLISH));

      Merge<PasswordProfilePrivate> conflict =
          laptop.conflict(PasswordProfilePrivate.class).orElseThrow();
      assertEquals("first", password(conflict.base().orElseThrow()));
      assertEquals("from the laptop", password(conflict.mine()));
      assertEquals("from the desktop", password(conflict.theirs()));
      assertThrows(ConflictException.class, laptop::update);

      laptop.resolve(side).update();
      desktop.refresh();
      assertEquals("new.example same.example", sites(desktop));
      assertEquals(
          side == Side.MINE ? "from the laptop" : "from the desktop",
          password(desktop.passwordProfile().content()));
      assertTrue(laptop.conflict().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConflictInTheMiddleOfAConflictIsMergedToo(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf application = two.sharedApplication();
    ApplicationSession desktop = two.onDesktop(application);
    ApplicationSession laptop = two.onLaptop(application);
    for (int i = 1; i <= 3; i++) {
      String site = "d" + i + ".example";
      two.laptopsWay.before(
          Transaction.PUBLISH,
          () -> {
            desktop.passwordProfile().put(site, "alice", "secret");
            desktop.update();
          });
    }
    laptop.passwordProfile().put("l.example", "alice", "secret");
    laptop.update();
    assertEquals("d1.example d2.example d3.example l.example", sites(laptop));
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceThatIsAlwaysLateSaysSoAndLosesNothing(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf application = two.sharedApplication();
    ApplicationSession desktop = two.onDesktop(application);
    ApplicationSession laptop = two.onLaptop(application);
    for (int i = 0; i < 8; i++) {
      two.laptopsWay.before(Transaction.PUBLISH, desktop::update);
    }
    laptop.passwordProfile().put("l.example", "alice", "secret");
    ConflictException e = assertThrows(ConflictException.class, laptop::update);
    assertEquals(ConflictException.Code.REPEATED, e.errorCode());
    laptop.update();
    assertEquals("l.example", sites(two.onDesktop(application)));
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateWhoseAnswerWasLostIsRepeatedSafely(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf application = two.sharedApplication();
    ApplicationSession desktop = two.onDesktop(application);
    desktop.passwordProfile().put("d.example", "alice", "secret");
    two.desktopsWay.loseAnswer(Transaction.PUBLISH);
    assertThrows(RuntimeException.class, desktop::update);
    int published = two.desktopsWay.count(Transaction.PUBLISH);
    desktop.update();
    assertEquals(published + 1, two.desktopsWay.count(Transaction.PUBLISH));
    assertEquals("d.example", sites(two.onLaptop(application)));
    desktop.passwordProfile().put("e.example", "alice", "secret");
    desktop.update();
    assertEquals("d.example e.example", sites(two.onLaptop(application)));
  }

  @ParameterizedTest
  @EnumSource
  void anApplicationThatAnotherDeviceRemovedIsNotBroughtBack(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf application = two.sharedApplication();
    ApplicationSession laptop = two.onLaptop(application);
    two.desktop.removeApplication(application.text());
    laptop.passwordProfile().put("l.example", "alice", "secret");
    ApplicationException e = assertThrows(ApplicationException.class, laptop::update);
    assertEquals(ApplicationException.Code.APPLICATION_REMOVED, e.errorCode());
    assertEquals("l.example", sites(laptop));
    assertEquals(List.of(), two.laptop.refresh().profile().applications());
  }

  @ParameterizedTest
  @EnumSource
  void aNameThatBothGaveAnApplicationIsAConflictOfTheProfile(Dialect dialect) {
    TwoDevices two = new TwoDevices(dialect);
    Udf application = two.sharedApplication();
    ApplicationProfileEntry entry = two.onLaptop(application).entry();
    two.desktop.change((profile, at) -> profile.withApplication(named(entry, "Home"), at));
    int published = two.laptopsWay.count(Transaction.PUBLISH);
    ConflictException e =
        assertThrows(
            ConflictException.class,
            () ->
                two.laptop.change(
                    (profile, at) -> profile.withApplication(named(entry, "Work"), at)));
    assertEquals("fetch the profile and make the change again", e.hint());
    assertEquals(published + 1, two.laptopsWay.count(Transaction.PUBLISH));
    assertEquals(
        "Home", two.laptop.refresh().profile().application(application).orElseThrow().friendly());
  }

  private static ApplicationProfileEntry named(ApplicationProfileEntry entry, String name) {
    return new ApplicationProfileEntry(
        entry.identifier(), entry.type(), name, entry.adminDevices(), entry.decryptDevices());
  }

  private static List<Udf> listed(PersonalSession session) {
    return session.refresh().profile().applications().stream()
        .map(ApplicationProfileEntry::identifier)
        .toList();
  }

  private static String sites(ApplicationSession session) {
    return session.passwordProfile().content().entries().stream()
        .flatMap(entry -> entry.sites().stream())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String password(PasswordProfilePrivate content) {
    return content.get("same.example").map(PasswordEntry::password).orElseThrow();
  }
}
