package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.forger.Forgery;
import dev.meshsim.sim.schedule.Dice;
import dev.meshsim.sim.watch.WitnessConduct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Draws the faults of a run, and ends those that last for a while. */
final class DrawnFaults {

  private static final List<String> CLOCKS =
      List.of("10 minutes ahead", "3 days ahead", "10 minutes behind", "2 days behind", "right");

  /** A portal that is away comes back after at most so many operations. */
  private static final int LONGEST_AWAY = 6;

  private static final int MOST_BITS = 999_999;

  /** So many wrong bits are tried one after another. */
  private static final int WRONG_BITS = 4;

  private final Swarm swarm;
  private final Dice dice;
  private final Dice witnessDice;
  private final Plan plan;
  private final Function<String, List<String>> ownersMachines;
  private final Map<String, Integer> away = new LinkedHashMap<>();
  private final Map<String, Integer> ailing = new LinkedHashMap<>();
  private final Set<String> backedUp = new HashSet<>();
  private final Set<String> awayWitnesses = new HashSet<>();

  /**
   * No fault so far.
   *
   * @param witnessDice draws what befalls witnesses, apart from all else
   * @param plan receives the steps
   * @param ownersMachines returns all machines of the person who has a machine
   */
  DrawnFaults(
      Swarm swarm,
      Dice dice,
      Dice witnessDice,
      Plan plan,
      Function<String, List<String>> ownersMachines) {
    this.swarm = swarm;
    this.dice = dice;
    this.witnessDice = witnessDice;
    this.plan = plan;
    this.ownersMachines = ownersMachines;
  }

  /** Adds the steps that end what has lasted for long enough. */
  void ending(List<Step> steps) {
    returning(steps);
    restarting(steps);
  }

  /** Programs whose disk may have failed start again. */
  private void restarting(List<Step> steps) {
    ailing.replaceAll((place, left) -> left - 1);
    List<String> due =
        ailing.entrySet().stream().filter(e -> e.getValue() <= 0).map(Map.Entry::getKey).toList();
    for (String place : due) {
      ailing.remove(place);
      steps.add(
          !swarm.portals().contains(place)
              ? plan.add("restart", place, Map.of())
              : plan.add("restartPortal", "", Map.of("restartPortal", place)));
    }
  }

  /** Portals that have been away for long enough come back. */
  private void returning(List<Step> steps) {
    away.replaceAll((portal, left) -> left - 1);
    List<String> back =
        away.entrySet().stream().filter(e -> e.getValue() <= 0).map(Map.Entry::getKey).toList();
    for (String portal : back) {
      away.remove(portal);
      steps.add(plan.add("back", "", Map.of("back", portal)));
    }
  }

  /** A witness goes away or comes back, now and then in runs with faults. */
  void drawWitness(List<Step> steps) {
    int count =
        swarm.log().flatMap(LogSetting::witnesses).map(LogSetting.Witnesses::count).orElse(0);
    if (count == 0 || swarm.faults().isEmpty() || !witnessDice.oneIn(swarm.faultOneIn())) {
      return;
    }
    String name = "w" + (1 + witnessDice.below(count));
    boolean goes = awayWitnesses.add(name) || !awayWitnesses.remove(name);
    WitnessConduct conduct = goes ? WitnessConduct.AWAY : WitnessConduct.WELL;
    steps.add(plan.add("witness", "", Map.of("witness", name, "is", conduct.label())));
  }

  /** Plans a fault that the operation of a machine meets, or its surroundings. */
  void draw(Stage stage, String machine, List<Step> steps) {
    Fault fault = dice.of(swarm.faults());
    String portal = dice.of(swarm.portals());
    switch (fault.place()) {
      case DISK -> steps.add(diskFault(fault, machine, portal));
      case ROT -> {
        for (int i = 0; i < WRONG_BITS; i++) {
          steps.add(plan.add("rot", machine, Map.of("at", 1 + dice.below(MOST_BITS))));
        }
      }
      case MESSAGES, COMMITS ->
          steps.add(plan.add("fault", machine, Map.of("fault", fault.label())));
      case CLOCK -> steps.add(plan.add("clock", machine, Map.of("clock", dice.of(CLOCKS))));
      case MACHINE -> machineFault(fault, stage, machine).ifPresent(steps::add);
      case PORTAL -> portalFault(fault, portal).ifPresent(steps::add);
    }
  }

  /** A fault of the disk of the machine that acts, or of a portal. */
  private Step diskFault(Fault fault, String machine, String portal) {
    int at = 1 + dice.below(Fault.DISK_CHANGES);
    boolean ofPortal = dice.oneIn(3);
    if (fault.mode().filter(FaultMode::endsProcess).isEmpty()) {
      ailing.put(ofPortal ? portal : machine, LONGEST_AWAY);
    }
    return ofPortal
        ? plan.add(
            "portalDiskFault", "", Map.of("portalDiskFault", portal, "as", fault.label(), "at", at))
        : plan.add("diskFault", machine, Map.of("diskFault", fault.label(), "at", at));
  }

  private Optional<Step> machineFault(Fault fault, Stage stage, String machine) {
    boolean backup = stage.possessions(machine).contains(Possession.BACKUP);
    return switch (fault) {
      case MACHINE_WIPED -> Optional.of(plan.add("wipe", machine, Map.of()));
      case MACHINE_RESTARTED -> Optional.of(plan.add("restart", machine, Map.of()));
      case MACHINE_RESTORED ->
          Optional.of(plan.add(backup ? "restore" : "backup", machine, Map.of()));
      case MACHINE_COPIED -> {
        List<String> own = new ArrayList<>(ownersMachines.apply(machine));
        own.remove(machine);
        yield Optional.of(plan.add("copy", machine, Map.of("to", dice.of(own))));
      }
      default -> Optional.empty();
    };
  }

  private Optional<Step> portalFault(Fault fault, String portal) {
    boolean backup = backedUp.contains(portal);
    return switch (fault) {
      case PORTAL_AWAY, PORTAL_ONE_WAY -> {
        if (away.putIfAbsent(portal, 1 + dice.below(LONGEST_AWAY)) != null) {
          yield Optional.empty();
        }
        Map<String, Object> values = new HashMap<>(Map.of("away", portal));
        if (fault == Fault.PORTAL_ONE_WAY) {
          values.put("answers", true);
        }
        yield Optional.of(plan.add("away", "", values));
      }
      case REQUEST_FORGED ->
          Optional.of(
              plan.add("forge", "", Map.of("forge", portal, "as", dice.of(Forgery.drawnLabels()))));
      case PORTAL_CRASHED ->
          Optional.of(
              plan.add("crashPortal", "", Map.of("crashPortal", portal, "acted", dice.oneIn(2))));
      case PORTAL_RESTARTED ->
          Optional.of(plan.add("restartPortal", "", Map.of("restartPortal", portal)));
      case PORTAL_RESTORED -> {
        String word = backup ? "restorePortal" : "backupPortal";
        backedUp.add(portal);
        yield Optional.of(plan.add(word, "", Map.of(word, portal)));
      }
      default -> Optional.empty();
    };
  }
}
