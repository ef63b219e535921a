package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.session.application.ApplicationException;
import dev.meshsim.session.application.ApplicationOverview;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An application of a type that nobody has registered, from end to end. */
class UnknownApplicationTest {

  private TwoDevices two;
  private Udf application;

  private SignedApplicationProfile publish(Dialect dialect, boolean byLaptop) {
    two = new TwoDevices(dialect);
    application = Udf.random(dialect.udfFormat(), two.world.stream("test", "application"));
    RawApplication.list(two.desktop, application, "CalendarProfile", two.desktop, two.laptop);
    two.later();
    SignedApplicationProfile signed =
        publish(byLaptop ? two.laptop : two.desktop, application, two.world.now());
    two.later();
    return signed;
  }

  private static SignedApplicationProfile publish(PersonalSession author, Udf udf, Instant now) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    members.put("Identifier", udf.text());
    members.put("Updated", MeshJson.toTree(Dialect.of(udf).cut(now)).stringValue());
    members.putObject("Anything").put("Number", 1).putArray("List").add("x");
    SignedApplicationProfile signed =
        RawApplication.signed(author, udf, "CalendarProfile", members);
    RawApplication.publish(author, signed);
    return signed;
  }

  @ParameterizedTest
  @EnumSource
  void itIsShownAsWhatItIsAndKeptWhole(Dialect dialect) {
    SignedApplicationProfile signed = publish(dialect, false);
    ApplicationOverview seen = two.laptop.applicationOverview(application.text());
    assertEquals("CalendarProfile", seen.entry().type());
    assertFalse(seen.registered());
    assertEquals(signed, seen.signed());
    assertEquals(two.desktop.thisDevice().identifier(), seen.signer());
    assertEquals(2, seen.entry().decryptDevices().size());
    assertEquals(Optional.of(signed), RawApplication.held(two.laptop, application));
    assertEquals(List.of(application), two.laptop.applicationsOfType("CalendarProfile"));
    Failing.with(
        ApplicationException.Code.OTHER_TYPE, () -> two.laptop.application(application.text()));
    assertEquals(signed, two.laptop.client().applicationProfile(application));
  }

  @ParameterizedTest
  @EnumSource
  void theRemovalOfAReaderIsReportedAndRewritesNothing(Dialect dialect) {
    SignedApplicationProfile signed = publish(dialect, false);
    List<RemovalFinding> findings = two.desktop.removeDevice(two.laptop.thisDevice().identifier());
    assertEquals(
        List.of(new RemovalFinding(application, "CalendarProfile", false, false, true)), findings);
    assertEquals(
        "the CalendarProfile " + application + " is still encrypted to the removed device",
        findings.get(0).toString());
    assertEquals(signed, two.desktop.client().applicationProfile(application));
  }

  @ParameterizedTest
  @EnumSource
  void theRemovalOfTheSignerIsReportedAndRewritesNothing(Dialect dialect) {
    SignedApplicationProfile signed = publish(dialect, true);
    List<RemovalFinding> findings = two.desktop.removeDevice(two.laptop.thisDevice().identifier());
    assertEquals(
        List.of(new RemovalFinding(application, "CalendarProfile", false, true, true)), findings);
    assertEquals(signed, two.desktop.client().applicationProfile(application));
    Failing.with(
        ApplicationException.Code.SIGNER_REMOVED,
        () -> two.desktop.applicationOverview(application.text()));
    two.desktop.removeApplication(application.text());
    assertEquals(List.of(), two.desktop.refresh().profile().applications());
  }

  @Test
  void theRemovalOfItsOnlyAdministratorIsReportedAndMadeUpFor() {
    Household home = new Household(Dialect.MESH);
    OfflineEscrowEntry entry = home.alice.newEscrowEntry(2, 3);
    home.alice.escrow(entry);
    PersonalSession laptop = home.administrator("laptop");
    Udf udf = Udf.random(Dialect.MESH.udfFormat(), home.world.stream("test", "application"));
    RawApplication.list(laptop, udf, "CalendarProfile", laptop);
    home.tick();
    publish(laptop, udf, home.world.now());
    home.tick();
    assertEquals(
        List.of(new RemovalFinding(udf, "CalendarProfile", false, true, true)),
        home.alice.removeDevice(Household.device(laptop), Household.secret(entry)));
    assertEquals(
        List.of(Household.device(home.alice)),
        home.alice.personalProfile().profile().application(udf).orElseThrow().adminDevices());
  }

  @Test
  void aRemovedDeviceCountsIfItReadOrAdministered() {
    two = new TwoDevices(Dialect.MESH);
    Udf desktop = Household.device(two.desktop);
    Udf laptop = Household.device(two.laptop);
    Udf read = list(List.of(desktop), List.of(desktop, laptop), two.desktop);
    Udf administered = list(List.of(desktop, laptop), List.of(desktop), two.laptop);
    Set<RemovalFinding> expected =
        Set.of(
            new RemovalFinding(read, "CalendarProfile", false, false, true),
            new RemovalFinding(administered, "CalendarProfile", false, true, false));
    assertEquals(expected, Set.copyOf(two.desktop.removeDevice(laptop)));
  }

  private Udf list(List<Udf> administrators, List<Udf> readers, PersonalSession author) {
    Udf udf = Udf.random(Dialect.MESH.udfFormat(), two.world.stream("test", "application"));
    two.desktop.change(
        (profile, at) ->
            profile.withApplication(
                new ApplicationProfileEntry(udf, "CalendarProfile", null, administrators, readers),
                at));
    two.later();
    publish(author, udf, two.world.now());
    two.later();
    return udf;
  }
}
