package dev.meshsim.scenario.action;

import dev.meshsim.error.MeshException;
import dev.meshsim.portal.PortalRefusedException;
import java.util.ArrayList;
import java.util.List;

/**
 * The observed outcome of a step, as sentences in the words of the expectations.
 *
 * @param sentences everything that holds: {@code ok}, {@code 2 devices}
 */
public record Observation(List<String> sentences) {

  public static final String OK = "ok";

  /** A fault stopped the machine's program during the call. */
  public static final String CRASHED = "crashed";

  public Observation {
    sentences = List.copyOf(sentences);
  }

  /** The outcome of a call that succeeded; the sentences {@code more} hold too. */
  static Observation ok(String... more) {
    return ok(List.of(more));
  }

  static Observation ok(List<String> more) {
    List<String> sentences = new ArrayList<>(List.of(OK));
    sentences.addAll(more);
    return new Observation(sentences);
  }

  /** The outcome of a call that did not succeed, described by {@code sentences}. */
  public static Observation otherwise(String... sentences) {
    return new Observation(List.of(sentences));
  }

  /** The outcome of a call that failed. */
  public static Observation of(MeshException failure) {
    String code = "error " + failure.code();
    return failure instanceof PortalRefusedException refusal
        ? otherwise("refused " + refusal.status(), code)
        : otherwise(code);
  }

  public Observation plus(String sentence) {
    List<String> more = new ArrayList<>(sentences);
    more.add(sentence);
    return new Observation(more);
  }
}
