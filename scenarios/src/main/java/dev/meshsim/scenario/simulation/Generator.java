package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.DurationText;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.sim.schedule.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Draws the next steps of a run: who acts next and when, what that person does, which fault the
 * operation meets, and who acts at the same time. People at rest are entries of one queue in
 * virtual time.
 */
final class Generator {

  /** The most machines that act at the same time. */
  private static final int MOST_TOGETHER = 3;

  /** Of the machines that act at the same time, one in so many does the same as the first. */
  private static final int THE_SAME = 3;

  private final Swarm swarm;
  private final Dice dice;
  private final Plan plan;
  private final PriorityQueue<Wake> queue = new PriorityQueue<>();
  private final Map<String, Person> owners = new LinkedHashMap<>();
  private final List<Person> people;
  private final DrawnFaults faults;
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

  Generator(Swarm swarm, Dice dice, Dice witnessDice, Plan plan, Instant start) {
    this.swarm = swarm;
    this.dice = dice;
    this.plan = plan;
    this.people = Person.people(swarm.people(), swarm.machines(), swarm.portals());
    this.faults =
        new DrawnFaults(swarm, dice, witnessDice, plan, machine -> owner(machine).machines());
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
    faults.ending(steps);
    boolean together = dice.oneIn(swarm.togetherOneIn());
    Map<String, Drawn> acts = new LinkedHashMap<>();
    draw(stage, wake.person(), acts);
    together |= acts.values().stream().anyMatch(drawn -> drawn.act().word().equals("await"));
    int others = together ? 1 + dice.below(MOST_TOGETHER - 1) : 0;
    for (int i = 0; i < others; i++) {
      if (dice.oneIn(THE_SAME)) {
        drawTheSame(stage, wake.person(), acts);
        continue;
      }
      draw(stage, dice.oneIn(3) ? dice.of(people) : wake.person(), acts);
    }
    if (!swarm.faults().isEmpty() && dice.oneIn(swarm.faultOneIn())) {
      faults.draw(stage, dice.of(List.copyOf(acts.keySet())), steps);
    }
    if (!swarm.lies().isEmpty() && dice.oneIn(swarm.faultOneIn())) {
      lie(steps);
    }
    faults.drawWitness(steps);
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

  /** A person does on another machine what the first machine does, if it makes sense there. */
  private void drawTheSame(Stage stage, Person person, Map<String, Drawn> acts) {
    Act act = acts.values().iterator().next().act();
    List<String> free = new ArrayList<>(person.machines());
    free.removeAll(acts.keySet());
    for (String machine : free) {
      Situation situation = Situation.of(stage, dice, person, machine, !swarm.lies().isEmpty());
      if (act.possible().test(situation)) {
        acts.put(machine, new Drawn(act, act.values().apply(situation)));
        return;
      }
    }
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

  /** The person whose machine it is. */
  Person owner(String machine) {
    Person person = owners.get(machine);
    if (person == null) {
      throw new IllegalArgumentException("nobody has a machine " + machine);
    }
    return person;
  }
}
