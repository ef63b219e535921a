package dev.meshsim.wizard;

import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Machines in a seeded world, with two portals, at which people run the wizards. */
final class Homes {

  static final String ALICE = "alice@example.com";

  private final World world = World.seeded(23);
  private final Map<String, MeshMachine> machines = new HashMap<>();
  private final Map<String, Memory> memories = new HashMap<>();
  private final MeshPortals portals;

  Homes() {
    this(portal -> portal);
  }

  /** Homes whose portals are reached in some way. */
  Homes(UnaryOperator<MeshPortal> way) {
    List<MeshPortal> all = new ArrayList<>();
    for (String domain : List.of("example.com", "example.net")) {
      all.add(way.apply(MeshPortalDirect.open(world, domain, new MemoryPortalStore())));
    }
    portals = MeshPortals.of(all);
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

  /** The types that the project brings, without those of its tests. */
  private static List<ApplicationType<?>> types() {
    return ApplicationTypes.installed().all().stream()
        .filter(type -> !type.tag().startsWith("Test"))
        .toList();
  }

  Person manager(String machine, int columns) throws IOException {
    MeshSession session = session(machine);
    Memory notes = memories.computeIfAbsent(machine, name -> new Memory());
    return Person.at(
        columns,
        talk -> new ManagerWizard(new Desk(session, talk, notes, "~/.mmm", types())).run());
  }

  Person tool(String machine, int columns) throws IOException {
    MeshSession session = session(machine);
    return Person.at(columns, talk -> new ConnectWizard(session, talk, "~/.mmm").run());
  }
}
