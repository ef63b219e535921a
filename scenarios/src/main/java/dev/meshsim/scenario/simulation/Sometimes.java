package dev.meshsim.scenario.simulation;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.portal.PortalException;
import dev.meshsim.scenario.action.Observation;
import dev.meshsim.session.SessionException;
import dev.meshsim.share.ShareException;
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

  private static final String ERROR = "error ";

  private static final List<String> SENTENCES =
      List.of(
          "accepted", "rejected", "pending", "codes differ", "same authenticator", "same profile");

  /** The codes of errors that people meet when they do what is possible. */
  private static final List<ErrorCode> CODES =
      List.of(
          PortalException.Code.UNREACHABLE,
          SessionException.Code.CODES_DIFFER,
          SessionException.Code.DELETED,
          ShareException.Code.TOO_FEW);

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
      for (ErrorCode code : CODES) {
        if (sentence.equals(ERROR + code.code())) {
          reached.add(sentence);
        }
      }
    }
    return reached;
  }

  /** The names of all states that seeds with these faults are meant to reach. */
  public static Set<String> all(List<Fault> faults) {
    Set<String> all = new LinkedHashSet<>();
    Repertoire.ALL.forEach(act -> all.add(act.word() + ": " + Observation.OK));
    all.addAll(SENTENCES);
    if (!faults.isEmpty()) {
      CODES.forEach(code -> all.add(ERROR + code.code()));
    }
    return all;
  }
}
