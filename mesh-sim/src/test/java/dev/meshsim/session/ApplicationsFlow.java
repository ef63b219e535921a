package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.merge.ConflictException;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.udf.Udf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One application of each type of the schema, over any machine store: added, updated on two devices
 * at once, in conflict, and read on a third device that was accepted for all of them.
 */
public final class ApplicationsFlow {

  private final TwoDevices two;
  private final Supplier<MachineStore> reopen;
  private PersonalSession desktop;

  private ApplicationsFlow(Dialect dialect, MachineStore store, Supplier<MachineStore> reopen) {
    this.two = new TwoDevices(dialect, new MemoryPortalStore(), store);
    this.reopen = reopen;
    this.desktop = two.desktop;
  }

  /**
   * Runs the flow.
   *
   * @param store the desktop's store, empty
   * @param reopen closes the desktop's store and opens it again
   */
  public static void run(Dialect dialect, MachineStore store, Supplier<MachineStore> reopen) {
    ApplicationsFlow flow = new ApplicationsFlow(dialect, store, reopen);
    Map<ApplicationSample<?>, Udf> applications = new LinkedHashMap<>();
    for (ApplicationSample<?> sample : ApplicationSample.all()) {
      applications.put(sample, flow.add(sample));
    }
    flow.restart();
    applications.forEach(flow::merged);
    flow.restart();
    applications.forEach(flow::conflict);
    PersonalSession ring = flow.third(List.copyOf(applications.values()));
    flow.restart();
    applications.forEach((sample, udf) -> flow.read(sample, ring, udf));
    applications.forEach((sample, udf) -> flow.read(sample, flow.desktop, udf));
    assertEquals(List.of(), flow.restart().check());
  }

  private <C extends Record> Udf add(ApplicationSample<C> sample) {
    ApplicationSession session = desktop.add(sample.put(sample.empty(), "first", "base"), true);
    two.later();
    desktop.addToApplications(
        two.laptop.thisDevice().identifier(),
        List.of(ApplicationChoice.administering(session.udf())));
    two.later();
    assertEquals(List.of(session.udf()), desktop.applicationsOfType(sample.tag()));
    return session.udf();
  }

  private <C extends Record> void merged(ApplicationSample<C> sample, Udf udf) {
    ApplicationSession one = desktop.application(udf.text());
    ApplicationSession other = two.laptop.application(udf.text());
    one.change(sample.content(), c -> sample.put(c, "second", "desktop")).update();
    two.later();
    other.change(sample.content(), c -> sample.put(c, "third", "laptop")).update();
    two.later();
    C expected =
        sample.put(
            sample.put(sample.put(sample.empty(), "first", "base"), "second", "desktop"),
            "third",
            "laptop");
    assertEquals(expected, other.content(sample.content()), sample.tag());
    one.refresh();
    assertEquals(expected, one.content(sample.content()), sample.tag());
  }

  private <C extends Record> void conflict(ApplicationSample<C> sample, Udf udf) {
    ApplicationSession one = desktop.application(udf.text());
    ApplicationSession other = two.laptop.application(udf.text());
    one.change(sample.content(), c -> sample.put(c, "first", "desktop")).update();
    two.later();
    other.change(sample.content(), c -> sample.put(c, "first", "laptop"));
    Failing.with(ConflictException.Code.DIFFERS, other::update, sample.tag());
    var conflict = other.conflict(sample.content()).orElseThrow();
    assertEquals(1, conflict.differences().size(), sample.tag());
    assertTrue(conflict.differences().get(0).what().contains("first"), conflict.toString());
    other.resolve(Side.MINE).update();
    two.later();
  }

  /** A device that the person accepts, for all applications at once. */
  private PersonalSession third(List<Udf> applications) {
    MeshMachine machine =
        new MeshMachine(two.world, "ring", new MemoryMachineStore(StoreMode.TEST));
    MeshSession ring = new MeshSession(machine, two.portal);
    ConnectionAttempt attempt = ring.connect(ring.createDevice("ring", "A ring"), TwoDevices.ALICE);
    String code = attempt.authenticator();
    var result =
        desktop.connectAccept(
            desktop.connectPending().withAuthenticator(code),
            code,
            applications.stream().map(ApplicationChoice::reading).toList());
    assertEquals(ConnectionStatus.ACCEPTED, result.result());
    two.later();
    return attempt.await(code);
  }

  private <C extends Record> void read(
      ApplicationSample<C> sample, PersonalSession device, Udf udf) {
    ApplicationSession session = device.application(udf.text());
    C content = session.content(sample.content());
    assertEquals(sample.tag(), session.type());
    C expected =
        sample.put(
            sample.put(sample.put(sample.empty(), "first", "laptop"), "second", "desktop"),
            "third",
            "laptop");
    assertEquals(members(expected), members(content), sample.tag());
  }

  /** The members of a content, without the order of its lists. */
  private static Set<String> members(Record content) {
    Set<String> members = new TreeSet<>();
    for (Map.Entry<String, JsonNode> member : MeshJson.toTree(content).properties()) {
      if (member.getValue().isArray()) {
        member.getValue().forEach(element -> members.add(member.getKey() + ": " + element));
      } else {
        members.add(member.toString());
      }
    }
    return members;
  }

  /** The desktop's program ends and is started again. */
  private MachineStore restart() {
    two.later();
    MachineStore store = reopen.get();
    MeshMachine machine = new MeshMachine(two.world, "desktop", store);
    desktop = new MeshSession(machine, two.desktopsWay).personalSession().orElseThrow();
    return store;
  }
}
