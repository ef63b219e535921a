package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.log.LogSetting;
import dev.meshsim.scenario.reader.LogReader;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.schedule.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The choice of one seed: a part of the operations and of the faults, and their rates. Runs that
 * leave things out reach states that a run with everything never reaches.
 *
 * @param people how many
 * @param machines of each person
 * @param portals their domains
 * @param acts the operations that are drawn
 * @param faults the faults that are drawn
 * @param lies the lies of portals that are drawn
 * @param faultOneIn one operation in so many meets a fault
 * @param togetherOneIn one operation in so many is done at the same time as others
 * @param operations how many operations are drawn
 * @param onDisks true if the stores are on simulated disks
 * @param log the verifiable logs of the portals; empty if they keep none
 * @param pause the mean time between two operations of a person
 */
record Swarm(
    int people,
    int machines,
    List<String> portals,
    List<Act> acts,
    List<Fault> faults,
    List<String> lies,
    int faultOneIn,
    int togetherOneIn,
    int operations,
    boolean onDisks,
    Optional<LogSetting> log,
    Duration pause) {

  private static final List<String> PORTALS = List.of("example.com", "second.example");
  private static final List<Integer> FAULT_RATES = List.of(4, 8, 16, 32);
  private static final List<Integer> TOGETHER_RATES = List.of(2, 4, 8, 16);
  private static final List<Integer> OPERATIONS = List.of(30, 60, 120);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(12));

  /** One run in so many that may meet faults of disks and others has its stores on disks. */
  private static final int DISKS = 3;

  /**
   * Draws the choice of a seed.
   *
   * @param logDice draws the logs, apart from all else, so that a seed is the same without them
   */
  static Swarm draw(SimulationSettings settings, Dice dice, Dice logDice) {
    List<Act> acts = new ArrayList<>();
    for (Act act : Repertoire.ALL) {
      if (!dice.oneIn(3) || act.essential()) {
        acts.add(act);
      }
    }
    boolean onDisks = isOnDisks(settings.faults(), dice);
    List<Fault> faults = new ArrayList<>();
    for (Fault fault : settings.faults()) {
      if (dice.oneIn(2) && (onDisks || !fault.isOfDisk())) {
        faults.add(fault);
      }
    }
    List<String> lies = new ArrayList<>();
    for (String lie : settings.hostile()) {
      if (dice.oneIn(2)) {
        lies.add(lie);
      }
    }
    int drawnPeople = 1 + dice.below(3);
    int people = settings.population().orElse(drawnPeople);
    int machines = 2 + dice.below(3);
    List<String> portals = PORTALS.subList(0, 1 + dice.below(2));
    int faultOneIn = dice.of(FAULT_RATES);
    int togetherOneIn = dice.of(TOGETHER_RATES);
    int each = dice.of(OPERATIONS);
    Duration pause = dice.of(PAUSES);
    return new Swarm(
        people,
        machines,
        portals,
        List.copyOf(acts),
        List.copyOf(faults),
        List.copyOf(lies),
        faultOneIn,
        togetherOneIn,
        settings.operations().orElse(each) * people,
        onDisks,
        settings.log().draw(logDice, portals.size()),
        pause);
  }

  private static boolean isOnDisks(List<Fault> faults, Dice dice) {
    boolean all = !faults.isEmpty() && faults.stream().allMatch(Fault::isOfDisk);
    return all || (faults.stream().anyMatch(Fault::isOfDisk) && dice.oneIn(DISKS));
  }

  /** All of it in a few lines, for a person. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        people
            + (people == 1 ? " person with " : " people with ")
            + machines
            + " machines each, "
            + (onDisks ? "on simulated disks, " : "")
            + String.join(" and ", portals)
            + ", "
            + operations
            + " operations, "
            + pause.toMinutes()
            + " minutes apart, 1 in "
            + togetherOneIn
            + " at once");
    lines.add("operations: " + acts.stream().map(Act::name).collect(Collectors.joining(", ")));
    lines.add(
        faults.isEmpty()
            ? "faults: none"
            : "faults, 1 operation in "
                + faultOneIn
                + ": "
                + faults.stream().map(Fault::label).collect(Collectors.joining(", ")));
    log.ifPresent(setting -> lines.add(String.join(", ", LogReader.write(setting))));
    if (!lies.isEmpty()) {
      lines.add("lies of portals, 1 operation in " + faultOneIn + ": " + String.join(", ", lies));
    }
    return lines;
  }
}
