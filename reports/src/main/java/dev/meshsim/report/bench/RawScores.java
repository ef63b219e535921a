package dev.meshsim.report.bench;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads the scores of single iterations, {@code rawData} or, of the mode that samples, {@code
 * rawDataHistogram}.
 */
final class RawScores {

  private final String place;
  private final double factor;

  /**
   * A reader.
   *
   * @param place the row, for messages
   * @param factor the factor from the file's unit to the base unit
   */
  RawScores(String place, double factor) {
    this.place = place;
    this.factor = factor;
  }

  /** The scores of a primary metric, each over zero. */
  List<List<Double>> read(JsonNode metric) {
    JsonNode raw = metric.path("rawData");
    JsonNode histogram = metric.path("rawDataHistogram");
    if (raw.isMissingNode() && histogram.isMissingNode()) {
      throw BenchException.member(
          place, "primaryMetric has no rawData, so the spread of its score is not known");
    }
    boolean sampled = raw.isMissingNode();
    List<List<Double>> forks = new ArrayList<>();
    String member = sampled ? "rawDataHistogram" : "rawData";
    for (JsonNode fork : list(sampled ? histogram : raw, member)) {
      List<Double> scores = new ArrayList<>();
      for (JsonNode iteration : list(fork, member + " of fork " + (forks.size() + 1))) {
        double score = sampled ? mean(iteration) : number(iteration);
        if (!(score > 0)) {
          throw BenchException.member(place, "a score is " + iteration + ", not over zero");
        }
        scores.add(score * factor);
      }
      forks.add(scores);
    }
    return forks;
  }

  /** The values of a counter. */
  List<List<Double>> anyNumbers(JsonNode metric) {
    List<List<Double>> forks = new ArrayList<>();
    for (JsonNode fork : list(metric.path("rawData"), "rawData")) {
      List<Double> values = new ArrayList<>();
      list(fork, "rawData").forEach(value -> values.add(number(value)));
      forks.add(values);
    }
    return forks;
  }

  private JsonNode list(JsonNode node, String name) {
    if (!node.isArray() || node.isEmpty()) {
      throw BenchException.member(place, name + " is not an array with content");
    }
    return node;
  }

  /** A number; JMH writes one that is not finite as a text. */
  private double number(JsonNode node) {
    if (!node.isNumber()) {
      throw BenchException.member(place, "a score is " + node + ", not a number");
    }
    return node.doubleValue();
  }

  /** The mean of pairs of a time and how often it was met. */
  private double mean(JsonNode histogram) {
    double sum = 0;
    double count = 0;
    for (JsonNode pair : list(histogram, "rawDataHistogram")) {
      if (!pair.isArray() || pair.size() != 2) {
        throw BenchException.member(place, "rawDataHistogram has no pairs of time and count");
      }
      sum += number(pair.get(0)) * number(pair.get(1));
      count += number(pair.get(1));
    }
    return sum / count;
  }
}
