package dev.meshsim.wizard;

import dev.meshsim.cli.console.EvidenceFile;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.session.MeshSession;
import dev.meshsim.udf.Udf;
import dev.meshsim.wizard.connect.ConnectWizard;
import dev.meshsim.wizard.manage.Desk;
import dev.meshsim.wizard.manage.ManagerWizard;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Machines in a seeded world, with two portals, at which people run the wizards. */
final class Homes {

  private static final int MOST_RECORDS = 1000;

  static final String ALICE = "alice@example.com";

  private final World world = World.seeded(23);
  private final Map<String, MeshMachine> machines = new HashMap<>();
  private final Map<String, Memory> memories = new HashMap<>();
  private final List<String> paper = new ArrayList<>();
  private final List<InterposedPortal> ways = new ArrayList<>();
  private final List<PortalStore> stores = new ArrayList<>();
  private final MeshPortals portals;

  Homes() {
    for (String domain : List.of("example.com", "example.net")) {
      PortalStore store = new MemoryPortalStore();
      stores.add(store);
      ways.add(new InterposedPortal(MeshPortalDirect.open(world, domain, store)));
    }
    portals = MeshPortals.of(List.copyOf(ways));
  }

  /** Notes in memory. */
  private static final class Memory implements Notes {

    private final Set<Udf> made = new HashSet<>();

    @Override
    public boolean hasShares(Udf profile) {
      return made.contains(profile);
    }

    @Override
    public void sharesMade(Udf profile) {
      made.add(profile);
    }
  }

  MeshSession session(String machine) {
    return new MeshSession(
        machines.computeIfAbsent(machine, name -> new MeshMachineCached(world, name)), portals);
  }

  /** What a machine has on the profile and what the portals have, to compare. */
  List<String> state(String machine) {
    List<String> state = new ArrayList<>();
    MachineStore store = session(machine).machine().store();
    for (RecordKind kind : RecordKind.values()) {
      // What is read at a portal is remembered, and changes nothing.
      if (kind != RecordKind.PORTAL && kind != RecordKind.APPLICATION) {
        store.list(kind).forEach(record -> state.add(record.key().toString()));
      }
    }
    session(machine).personalSession().ifPresent(profile -> state.add(profile.account()));
    stores.forEach(portal -> state.add("portal " + portal.keysAfter(0, MOST_RECORDS)));
    return state;
  }

  /** The way to the portal example.com. */
  InterposedPortal portal() {
    return ways.get(0);
  }

  /** The shares that were written down. */
  List<String> paper() {
    return paper;
  }

  /** Notes that the shares of a machine's profile were made. */
  void sharesMade(String machine) {
    notes(machine).sharesMade(session(machine).personalSession().orElseThrow().udf());
  }

  Notes notes(String machine) {
    return memories.computeIfAbsent(machine, name -> new Memory());
  }

  /** The types that the project brings, without those of its tests. */
  private static List<ApplicationType<?>> types() {
    return ApplicationTypes.installed().all().stream()
        .filter(type -> !type.tag().startsWith("Test"))
        .toList();
  }

  Person manager(String machine, int columns) throws IOException {
    return Person.at(columns, talk -> manager(machine, talk));
  }

  /** Runs the profile manager to its end. */
  int manager(String machine, Conversation talk) {
    return new ManagerWizard(new Desk(session(machine), talk, notes(machine), "~/.mmm", types()))
        .run();
  }

  /** Runs the connection tool to its end. */
  int tool(String machine, Conversation talk) {
    return new ConnectWizard(session(machine), talk, "~/.mmm").run();
  }

  /** A person at the connection tool, which keeps evidence in a directory. */
  Person tool(String machine, Path evidence) throws IOException {
    return Person.at(
        80, failure -> EvidenceFile.keep(evidence, failure), talk -> tool(machine, talk));
  }

  /** A person at the profile manager, which keeps evidence in a directory. */
  Person manager(String machine, Path evidence) throws IOException {
    return Person.at(
        80, failure -> EvidenceFile.keep(evidence, failure), talk -> manager(machine, talk));
  }

  Person tool(String machine, int columns) throws IOException {
    return Person.at(columns, talk -> tool(machine, talk));
  }
}
