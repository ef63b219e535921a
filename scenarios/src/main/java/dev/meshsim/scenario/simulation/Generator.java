package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.DurationText;
import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.disk.FaultMode;
import dev.meshsim.sim.forger.Forgery;
import dev.meshsim.sim.schedule.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Draws the next steps of a run: who acts next and when, what that person does, which fault the
 * operation meets, and who acts at the same time. People at rest are entries of one queue in
 * virtual time.
 */
final class Generator {

  private static final List<String> CLOCKS =
      List.of("10 minutes ahead", "3 days ahead", "10 minutes behind", "2 days behind", "right");

  /** The most machines that act at the same time. */
  private static final int MOST_TOGETHER = 3;

  /** A portal that is away comes back after at most so many operations. */
  private static final int LONGEST_AWAY = 6;

  /** A fault of a disk happens to one of so many changes of it. */
  private static final int DISK_CHANGES = 24;

  private static final int MOST_BITS = 999_999;

  /** So many wrong bits are tried one after another. */
  private static final int WRONG_BITS = 4;

  private final Swarm swarm;
  private final Dice dice;
  private final Plan plan;
  private final PriorityQueue<Wake> queue = new PriorityQueue<>();
  private final Map<String, Person> owners = new LinkedHashMap<>();
  private final List<Person> people;
  private final Map<String, Integer> away = new LinkedHashMap<>();
  private final Map<String, Integer> ailing = new LinkedHashMap<>();
  private final Set<String> backedUp = new HashSet<>();
  private final Set<String> lying = new HashSet<>();
  private int drawn;

  /**
   * A person who acts next at a time; people with equal times act in the order of their numbers.
   */
  private record Wake(Instant time, int number, Person person) implements Comparable<Wake> {

    @Override
    public int compareTo(Wake other) {
      int byTime = time.compareTo(other.time);
      return byTime == 0 ? Integer.compare(number, other.number) : byTime;
    }
  }

  Generator(Swarm swarm, Dice dice, Plan plan, Instant start) {
    this.swarm = swarm;
    this.dice = dice;
    this.plan = plan;
    this.people = Person.people(swarm.people(), swarm.machines(), swarm.portals());
    int number = 0;
    for (Person person : people) {
      person.machines().forEach(machine -> owners.put(machine, person));
      queue.add(new Wake(start.plus(pause()), number++, person));
    }
  }

  /** The names of all machines. */
  static List<String> machines(Swarm swarm) {
    List<String> all = new ArrayList<>();
    Person.people(swarm.people(), swarm.machines(), swarm.portals())
        .forEach(person -> all.addAll(person.machines()));
    return all;
  }

  /** True until all operations are drawn. */
  boolean hasNext() {
    return drawn < swarm.operations();
  }

  /** Draws the next steps: what surrounds an operation, and the operation, or several at once. */
  List<Step> next(Stage stage) {
    List<Step> steps = new ArrayList<>();
    Wake wake = queue.remove();
    passUntil(wake.time(), stage, steps);
    queue.add(new Wake(wake.time().plus(pause()), wake.number(), wake.person()));
    returning(steps);
    restarting(steps);
    boolean together = dice.oneIn(swarm.togetherOneIn());
    Map<String, Drawn> acts = new LinkedHashMap<>();
    draw(stage, wake.person(), acts);
    together |= acts.values().stream().anyMatch(drawn -> drawn.act().word().equals("await"));
    int others = together ? 1 + dice.below(MOST_TOGETHER - 1) : 0;
    for (int i = 0; i < others; i++) {
      draw(stage, dice.oneIn(3) ? dice.of(people) : wake.person(), acts);
    }
    if (!swarm.faults().isEmpty() && dice.oneIn(swarm.faultOneIn())) {
      fault(stage, dice.of(List.copyOf(acts.keySet())), steps);
    }
    if (!swarm.lies().isEmpty() && dice.oneIn(swarm.faultOneIn())) {
      lie(steps);
    }
    if (acts.size() > 1) {
      steps.add(plan.add(StepKind.AT_ONCE, "", Map.of(StepKind.AT_ONCE, acts.size())));
    }
    acts.forEach((machine, act) -> steps.add(plan.add(act.act().word(), machine, act.values())));
    drawn += acts.size();
    return steps;
  }

  /** An operation with its values. */
  private record Drawn(Act act, Map<String, Object> values) {}

  private void draw(Stage stage, Person person, Map<String, Drawn> acts) {
    String machine = dice.of(person.machines());
    if (acts.containsKey(machine)) {
      return;
    }
    Situation situation = Situation.of(stage, dice, person, machine, !swarm.lies().isEmpty());
    List<Act> possible = new ArrayList<>();
    int whole = 0;
    for (Act act : swarm.acts()) {
      if (act.possible().test(situation)) {
        possible.add(act);
        whole += act.weight();
      }
    }
    int at = possible.isEmpty() ? 0 : dice.below(whole);
    for (Act act : possible) {
      at -= act.weight();
      if (at < 0) {
        acts.put(machine, new Drawn(act, act.values().apply(situation)));
        return;
      }
    }
    acts.put(machine, new Drawn(Repertoire.IDLE, Repertoire.IDLE.values().apply(situation)));
  }

  /** Lets time pass in whole seconds. */
  private void passUntil(Instant time, Stage stage, List<Step> steps) {
    Duration left = Duration.between(stage.now(), time);
    if (left.toSeconds() > 0) {
      String text = DurationText.write(DurationText.rounded(left));
      steps.add(plan.add("wait", "", Map.of("wait", text)));
    }
  }

  /** The time until a person acts again: half to one and a half of the mean. */
  private Duration pause() {
    int seconds = (int) swarm.pause().toSeconds();
    return Duration.ofSeconds(seconds / 2 + dice.below(seconds));
  }

  /** Programs whose disk may have failed start again. */
  private void restarting(List<Step> steps) {
    ailing.replaceAll((place, left) -> left - 1);
    List<String> due =
        ailing.entrySet().stream().filter(e -> e.getValue() <= 0).map(Map.Entry::getKey).toList();
    for (String place : due) {
      ailing.remove(place);
      steps.add(
          owners.containsKey(place)
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

  private void fault(Stage stage, String machine, List<Step> steps) {
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
    int at = 1 + dice.below(DISK_CHANGES);
    boolean ofPortal = dice.oneIn(3);
    if (fault.mode().filter(FaultMode::endsProcess).isEmpty()) {
      ailing.put(ofPortal ? portal : machine, LONGEST_AWAY);
    }
    return ofPortal
        ? plan.add(
            "portalDiskFault", "", Map.of("portalDiskFault", portal, "as", fault.label(), "at", at))
        : plan.add("diskFault", machine, Map.of("diskFault", fault.label(), "at", at));
  }

  /** A portal begins to lie, to all or to one machine, or is honest again. */
  private void lie(List<Step> steps) {
    String portal = dice.of(swarm.portals());
    if (!lying.add(portal)) {
      lying.remove(portal);
      steps.add(plan.add("honest", "", Map.of("honest", portal)));
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("hostile", portal);
    values.put("as", dice.of(swarm.lies()));
    if (dice.oneIn(2)) {
      values.put("to", dice.of(List.copyOf(owners.keySet())));
    }
    steps.add(plan.add("hostile", "", values));
  }

  private Optional<Step> machineFault(Fault fault, Stage stage, String machine) {
    boolean backup = stage.possessions(machine).contains(Possession.BACKUP);
    return switch (fault) {
      case MACHINE_RESTARTED -> Optional.of(plan.add("restart", machine, Map.of()));
      case MACHINE_RESTORED ->
          Optional.of(plan.add(backup ? "restore" : "backup", machine, Map.of()));
      case MACHINE_COPIED -> {
        List<String> own = new ArrayList<>(owner(machine).machines());
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

  /** The person whose machine it is. */
  Person owner(String machine) {
    Person person = owners.get(machine);
    if (person == null) {
      throw new IllegalArgumentException("nobody has a machine " + machine);
    }
    return person;
  }
}
