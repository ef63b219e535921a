package dev.meshsim.cli.schema;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.json.MeshJson;
import dev.meshsim.schema.diff.Comparison;
import dev.meshsim.schema.diff.Difference;
import dev.meshsim.schema.diff.DifferenceReason;
import dev.meshsim.schema.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim schema diff}. */
@Command(
    name = "diff",
    description = {
      "Compares two schemas, or the known ones with each other.",
      "FROM and TO are mesh, portal-2017, reference (the schema of the reference implementation of"
          + " December 2017), or a file in text form. Without them those three are compared. A"
          + " known difference is listed under its reason. The exit code is 1 if a difference has"
          + " none."
    },
    mixinStandardHelpOptions = true)
public final class SchemaDiffCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(arity = "0..2", paramLabel = "SCHEMA", description = "FROM and TO; both or neither.")
  private List<String> schemas = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "The format of the printed results: ${COMPLETION-CANDIDATES}; json is one object."
              + " Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.text;

  public SchemaDiffCommand(Console console) {
    this.console = console;
  }

  /**
   * A comparison and its differences.
   *
   * @param known the comparison, if it is one that has reasons
   */
  private record Compared(
      String from, String to, Optional<Comparison> known, List<Difference> differences) {

    Optional<DifferenceReason> reason(Difference difference) {
      return known.flatMap(comparison -> DifferenceReason.of(comparison, difference));
    }

    long without() {
      return differences.stream().filter(difference -> reason(difference).isEmpty()).count();
    }
  }

  @Override
  public Integer call() {
    List<Compared> all = new ArrayList<>();
    if (schemas.isEmpty()) {
      all.add(compared(SchemaSource.REFERENCE, "mesh"));
      all.add(compared(SchemaSource.REFERENCE, "portal-2017"));
      all.add(compared("mesh", "portal-2017"));
    } else if (schemas.size() == 2) {
      all.add(compared(schemas.get(0), schemas.get(1)));
    } else {
      throw new InputException(
          "there is one schema, and a comparison is of two",
          "name two of mesh, portal-2017, reference and files in text form");
    }
    if (format == OutputFormat.json) {
      console.line(MeshJson.write(json(all)).utf8());
    } else {
      all.forEach(this::print);
    }
    return all.stream().allMatch(compared -> compared.without() == 0) ? 0 : 1;
  }

  private static Compared compared(String from, String to) {
    return new Compared(
        from,
        to,
        Comparison.of(from, to),
        SchemaDiff.between(SchemaSource.named(from), SchemaSource.named(to)));
  }

  private void print(Compared compared) {
    Map<String, List<Difference>> byReason = new LinkedHashMap<>();
    for (Difference difference : compared.differences()) {
      byReason
          .computeIfAbsent(
              compared.reason(difference).map(DifferenceReason::text).orElse(""),
              reason -> new ArrayList<>())
          .add(difference);
    }
    console.line(
        compared.from()
            + " -> "
            + compared.to()
            + ": "
            + compared.differences().size()
            + (compared.differences().size() == 1 ? " difference" : " differences")
            + (compared.known().isEmpty() ? "" : ", " + compared.without() + " without a reason"));
    byReason.forEach(
        (reason, differences) -> {
          if (compared.known().isPresent()) {
            console.line("  " + (reason.isEmpty() ? "WITHOUT A REASON" : reason) + ":");
          }
          String indent = compared.known().isPresent() ? "    " : "  ";
          differences.forEach(difference -> console.line(indent + difference));
        });
  }

  private static Map<String, Object> json(List<Compared> all) {
    return Map.of(
        "comparisons",
        all.stream()
            .map(
                compared -> {
                  Map<String, Object> json = new LinkedHashMap<>();
                  json.put("from", compared.from());
                  json.put("to", compared.to());
                  json.put("withoutReason", compared.without());
                  json.put(
                      "differences",
                      compared.differences().stream()
                          .map(difference -> json(compared, difference))
                          .toList());
                  return json;
                })
            .toList());
  }

  private static Map<String, Object> json(Compared compared, Difference difference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", difference.kind().word());
    json.put("place", difference.place());
    json.put("from", difference.left());
    json.put("to", difference.right());
    compared.reason(difference).ifPresent(reason -> json.put("reason", reason.text()));
    return json;
  }
}
