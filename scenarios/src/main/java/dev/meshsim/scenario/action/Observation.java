package dev.meshsim.scenario.action;

import java.util.ArrayList;
import java.util.List;

/**
 * The observed outcome of a step, as sentences in the words of the expectations.
 *
 * @param sentences everything that holds: {@code ok}, {@code 2 devices}
 * @param confidential true if a sentence may contain a password, so that no sentence is printed
 */
public record Observation(List<String> sentences, boolean confidential) {

  public static final String OK = "ok";

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
    return new Observation(sentences, false);
  }

  /** The outcome of a call that did not succeed, described by {@code sentences}. */
  public static Observation otherwise(String... sentences) {
    return new Observation(List.of(sentences), false);
  }

  /** This outcome, with sentences that are compared but never printed. */
  Observation keptSecret() {
    return new Observation(sentences, true);
  }

  public Observation plus(String sentence) {
    List<String> more = new ArrayList<>(sentences);
    more.add(sentence);
    return new Observation(more, confidential);
  }
}
