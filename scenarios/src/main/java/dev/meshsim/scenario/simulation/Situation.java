package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.action.Stage;
import dev.meshsim.sim.schedule.Dice;
import java.util.List;
import java.util.Set;

/**
 * The situation of a person at one machine, from which the next operation is drawn.
 *
 * @param has what the machine has
 * @param careful true if people compare every code, as they must where a portal may lie
 */
record Situation(
    Stage stage, Dice dice, Person person, String machine, Set<Possession> has, boolean careful) {

  static Situation of(Stage stage, Dice dice, Person person, String machine, boolean careful) {
    return new Situation(stage, dice, person, machine, stage.possessions(machine), careful);
  }

  boolean has(Possession thing) {
    return has.contains(thing);
  }

  /** The person's other machines that have a thing. */
  List<String> othersWith(Possession thing) {
    return person.machines().stream()
        .filter(other -> !other.equals(machine) && stage.possessions(other).contains(thing))
        .toList();
  }

  /** The person's machines whose requests this machine lists; now and then others. */
  List<String> asking() {
    List<String> listed = stage.view(machine).listed(person.machines());
    List<String> others = othersWith(Possession.REQUEST);
    return listed.isEmpty() || (!others.isEmpty() && dice.oneIn(8)) ? others : listed;
  }

  /** True if another machine of the person has a thing. */
  boolean anotherHas(Possession thing) {
    return !othersWith(thing).isEmpty();
  }
}
