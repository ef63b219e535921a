package dev.meshsim.scenario.simulation;

import dev.meshsim.scenario.action.Observation;
import dev.meshsim.sim.Fault;
import dev.meshsim.sim.oracle.SimEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The states that many seeds together must reach now and then. One that is never reached says that
 * the generator does not try it, so that its runs prove nothing about it.
 */
public final class Sometimes {

  private static final List<String> SENTENCES =
      List.of(
          "accepted", "rejected", "pending", "codes differ", "same authenticator", "same profile");

  /** The codes of errors that people meet when they do what is possible. */
  private static final List<String> CODES =
      List.of("portal.unreachable", "session.codes-differ", "session.deleted", "share.too-few");

  private Sometimes() {}

  /** The names of the states that an operation has reached. */
  static List<String> of(SimEvent.Ended ended) {
    List<String> reached = new ArrayList<>();
    String word = ended.began().word();
    for (String sentence : ended.sentences()) {
      if (sentence.equals(Observation.OK) || sentence.equals(Observation.CRASHED)) {
        reached.add(word + ": " + sentence);
      }
      if (SENTENCES.contains(sentence)) {
        reached.add(sentence);
      }
      for (String code : CODES) {
        if (sentence.equals("error " + code)) {
          reached.add("error " + code);
        }
      }
    }
    return reached;
  }

  /** The names of all states that seeds with these faults are meant to reach. */
  static Set<String> all(List<Fault> faults) {
    Set<String> all = new LinkedHashSet<>();
    Repertoire.ALL.forEach(act -> all.add(act.word() + ": " + Observation.OK));
    all.addAll(SENTENCES);
    if (!faults.isEmpty()) {
      CODES.forEach(code -> all.add("error " + code));
    }
    return all;
  }
}
