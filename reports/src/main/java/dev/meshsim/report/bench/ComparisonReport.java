package dev.meshsim.report.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A comparison as a table for people and as JSON for programs. */
public final class ComparisonReport {

  private static final List<Change> ORDER =
      List.of(Change.REGRESSED, Change.IMPROVED, Change.CANNOT_TELL, Change.NONE);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ComparisonReport() {}

  /** The lines of the table, of what is in one run only, and of what else differs. */
  public static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(comparison.base().name() + " -> " + comparison.head().name());
    TextTable table = new TextTable("benchmark", ">base", ">", ">head", ">", ">speed", "verdict");
    comparison.rows().stream()
        .sorted(
            Comparator.comparing((RowComparison row) -> ORDER.indexOf(row.change()))
                .thenComparing(row -> -Math.abs(row.speed().log())))
        .forEach(
            row ->
                table.add(
                    row.base().key().label(),
                    score(row.base()),
                    spread(row.base()),
                    score(row.head()),
                    spread(row.head()),
                    Percent.change(row.speed().value()),
                    row.change().word() + row.reason().map(why -> ": " + why).orElse("")));
    lines.addAll(table.lines());
    comparison.missing().forEach(row -> lines.add("only in base: " + row.key().label()));
    comparison.added().forEach(row -> lines.add("only in head: " + row.key().label()));
    comparison.differences().forEach(text -> lines.add("not the same in both: " + text));
    lines.add(
        ORDER.stream()
            .map(change -> comparison.count(change) + " " + change.word())
            .collect(Collectors.joining(", ")));
    return lines;
  }

  private static String score(BenchRow row) {
    return BenchUnit.show(row.key().mode(), Estimate.of(row).value());
  }

  private static String spread(BenchRow row) {
    return Percent.plusMinus(Estimate.of(row).spread());
  }

  /** The comparisons as an array. */
  public static JsonNode json(List<Comparison> comparisons) {
    ArrayNode all = JSON.arrayNode();
    comparisons.forEach(comparison -> all.add(json(comparison)));
    return all;
  }

  private static ObjectNode json(Comparison comparison) {
    ObjectNode object = JSON.objectNode();
    object.put("base", comparison.base().name());
    object.put("head", comparison.head().name());
    ObjectNode totals = object.putObject("totals");
    ORDER.forEach(change -> totals.put(name(change), comparison.count(change)));
    ArrayNode rows = object.putArray("rows");
    comparison.rows().forEach(row -> rows.add(json(row)));
    labels(object.putArray("onlyInBase"), comparison.missing().stream());
    labels(object.putArray("onlyInHead"), comparison.added().stream());
    ArrayNode differences = object.putArray("differences");
    comparison.differences().forEach(differences::add);
    return object;
  }

  private static ObjectNode json(RowComparison row) {
    BenchKey key = row.base().key();
    ObjectNode object = JSON.objectNode();
    object.put("benchmark", key.benchmark());
    object.put("mode", key.mode().word());
    object.put("threads", key.threads());
    ObjectNode parameters = object.putObject("params");
    key.parameters().forEach(parameters::put);
    object.put("unit", key.mode().baseUnit());
    object.set("base", json(Estimate.of(row.base())));
    object.set("head", json(Estimate.of(row.head())));
    object.set("speed", json(row.speed()));
    object.put("adjustedP", row.adjusted());
    object.put("verdict", name(row.change()));
    row.reason().ifPresent(reason -> object.put("reason", reason));
    return object;
  }

  private static ObjectNode json(Estimate estimate) {
    ObjectNode object = JSON.objectNode();
    object.put("value", estimate.value());
    if (estimate.hasError()) {
      object.put("low", estimate.low());
      object.put("high", estimate.high());
    }
    return object;
  }

  private static void labels(ArrayNode array, Stream<BenchRow> rows) {
    rows.forEach(row -> array.add(row.key().label()));
  }

  private static String name(Change change) {
    return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
