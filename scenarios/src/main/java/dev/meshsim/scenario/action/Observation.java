package dev.meshsim.scenario.action;

import java.util.ArrayList;
import java.util.List;

/**
 * What a step's outcome shows, as sentences in the words of the expectations.
 *
 * @param sentences what is so: {@code ok}, {@code 2 devices}
 * @param confidential true if a sentence may hold a password, and none is to be printed
 */
public record Observation(List<String> sentences, boolean confidential) {

  public static final String OK = "ok";

  public Observation {
    sentences = List.copyOf(sentences);
  }

  /** The call did what it was asked, and {@code more} is so. */
  static Observation ok(String... more) {
    return ok(List.of(more));
  }

  static Observation ok(List<String> more) {
    List<String> sentences = new ArrayList<>(List.of(OK));
    sentences.addAll(more);
    return new Observation(sentences, false);
  }

  /** The call ended otherwise, which {@code sentences} describe. */
  public static Observation otherwise(String... sentences) {
    return new Observation(List.of(sentences), false);
  }

  /** The same, with sentences that are compared but never printed. */
  Observation keptSecret() {
    return new Observation(sentences, true);
  }

  public Observation plus(String sentence) {
    List<String> more = new ArrayList<>(sentences);
    more.add(sentence);
    return new Observation(more, confidential);
  }
}
