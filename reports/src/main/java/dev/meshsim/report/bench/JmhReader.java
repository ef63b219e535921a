package dev.meshsim.report.bench;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Quote;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads the JSON that JMH writes with {@code -rf json}: an array with an object for each row. Every
 * failure names the file, the number of the row and, once it is read, the benchmark.
 */
public final class JmhReader {

  private static final Pattern VERSION = Pattern.compile("1\\.([0-9]{1,3})(\\..*)?");
  private static final int FIRST_MINOR = 21;

  /** Members that differ between runs that do not measure the same. */
  private static final Set<String> FACTS =
      Set.of(
          "jdkVersion",
          "vmName",
          "vmVersion",
          "jvmArgs",
          "warmupIterations",
          "warmupTime",
          "measurementIterations",
          "measurementTime",
          "measurementBatchSize");

  private JmhReader() {}

  /**
   * Reads a file of results.
   *
   * @param name the file, for messages
   * @throws BenchException if it is not JSON, not JMH's, of another version, or not complete
   */
  public static BenchResults read(String name, Bytes text) {
    JsonNode tree;
    try {
      tree = MeshJson.readTree(text);
    } catch (JsonException e) {
      throw BenchException.notJson(name, e);
    }
    if (!tree.isArray()) {
      throw BenchException.notJmh(name, "not an array of results but " + kind(tree));
    }
    if (tree.isEmpty()) {
      throw BenchException.empty(name);
    }
    BenchResults results = new BenchResults(name);
    int number = 0;
    for (JsonNode entry : tree) {
      number++;
      String place = name + ", result " + number;
      if (!entry.isObject()) {
        throw BenchException.notJmh(place, "not an object but " + kind(entry));
      }
      results.add(row(entry, place), place);
    }
    return results;
  }

  private static BenchRow row(JsonNode entry, String place) {
    String benchmark = text(entry, "benchmark", place);
    String named = place + " (" + Quote.brief(benchmark) + ")";
    String version = text(entry, "jmhVersion", named);
    requireKnown(version, named);
    String word = text(entry, "mode", named);
    BenchMode mode =
        BenchMode.named(word)
            .orElseThrow(
                () ->
                    BenchException.member(
                        named, "mode is " + Quote.text(word) + ", not thrpt, avgt, sample or ss"));
    JsonNode metric = entry.path("primaryMetric");
    if (!metric.isObject()) {
      throw BenchException.member(named, "it has no primaryMetric");
    }
    String unit = text(metric, "scoreUnit", named);
    OptionalDouble factor = BenchUnit.factor(mode, unit);
    if (factor.isEmpty()) {
      throw BenchException.member(
          named, "scoreUnit is " + Quote.text(unit) + ", not one of " + BenchUnit.known(mode));
    }
    RawScores raw = new RawScores(named, factor.getAsDouble());
    return new BenchRow(
        new BenchKey(benchmark, mode, threads(entry, named), parameters(entry, named)),
        version,
        facts(entry),
        raw.read(metric),
        counters(entry.path("secondaryMetrics"), named));
  }

  private static void requireKnown(String version, String place) {
    var matcher = VERSION.matcher(version);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < FIRST_MINOR) {
      throw BenchException.version(
          place,
          "jmhVersion is " + Quote.text(version) + "; 1." + FIRST_MINOR + " to 1.x are known");
    }
  }

  private static int threads(JsonNode entry, String place) {
    JsonNode threads = entry.path("threads");
    if (!threads.isInt() || threads.intValue() < 1) {
      throw BenchException.member(place, "threads is not a number of 1 or more");
    }
    return threads.intValue();
  }

  private static Map<String, String> parameters(JsonNode entry, String place) {
    Map<String, String> parameters = new TreeMap<>();
    JsonNode members = entry.path("params");
    if (!members.isMissingNode() && !members.isObject()) {
      throw BenchException.member(place, "params is not an object");
    }
    members.properties().forEach(each -> parameters.put(each.getKey(), plain(each.getValue())));
    return parameters;
  }

  private static Map<String, String> facts(JsonNode entry) {
    Map<String, String> facts = new TreeMap<>();
    entry.properties().stream()
        .filter(each -> FACTS.contains(each.getKey()))
        .forEach(each -> facts.put(each.getKey(), plain(each.getValue())));
    return facts;
  }

  private static Map<String, List<List<Double>>> counters(JsonNode metrics, String place) {
    Map<String, List<List<Double>>> counters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> metric : metrics.properties()) {
      if (metric.getValue().path("rawData").isArray()) {
        counters.put(
            metric.getKey(),
            new RawScores(place + ", " + Quote.brief(metric.getKey()), 1)
                .anyNumbers(metric.getValue()));
      }
    }
    return counters;
  }

  private static String plain(JsonNode node) {
    return node.isString() ? node.stringValue() : node.toString();
  }

  private static String text(JsonNode node, String member, String place) {
    JsonNode value = node.path(member);
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw BenchException.member(
          place,
          value.isMissingNode() ? "it has no " + member : member + " is not a text with content");
    }
    return value.stringValue();
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "null";
    };
  }
}
