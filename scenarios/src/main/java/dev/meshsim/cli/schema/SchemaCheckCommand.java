package dev.meshsim.cli.schema;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputStreams;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.cli.console.StandardInput;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Quote;
import dev.meshsim.json.MeshJson;
import dev.meshsim.schema.check.CheckResult;
import dev.meshsim.schema.check.Finding;
import dev.meshsim.schema.check.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim schema check}. */
@Command(
    name = "check",
    description = {
      "Checks messages, signed objects and logs against the schema.",
      "The content of signed payloads and of a log's records is checked too. Each part that is not"
          + " as the schema says is printed with its line and column, and the exit code is then 1;"
          + " in a payload or a record, the line and the column in it follow. The exit code is 2 if"
          + " a file is not JSON at all. No signature is verified: see log verify."
    },
    mixinStandardHelpOptions = true)
public final class SchemaCheckCommand implements Callable<Integer> {

  private static final int MOST_OCTETS = 256 << 20;
  private static final String HINT = "name a file with a message, an object or a log";

  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "The files; - reads standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--dialect",
      paramLabel = "D",
      description =
          "The dialect, mesh or portal-2017. Default: the one that the identifiers in each file are"
              + " of.")
  private @Nullable String dialect;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "The format of the printed results: ${COMPLETION-CANDIDATES}; json is one object."
              + " Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.text;

  public SchemaCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Dialect asked = dialect == null ? null : Dialect.named(dialect);
    Map<String, CheckResult> results = new LinkedHashMap<>();
    for (String file : files) {
      String name = file.equals(StandardInput.NAME) ? "standard input" : file;
      results.put(name, check(file, name, asked));
    }
    if (format == OutputFormat.json) {
      console.line(MeshJson.write(json(results)).utf8());
    } else {
      results.forEach(this::print);
    }
    return results.values().stream().allMatch(result -> result.findings().isEmpty()) ? 0 : 1;
  }

  private static CheckResult check(String file, String name, @Nullable Dialect asked) {
    Bytes text = Bytes.of(InputStreams.read(file, in -> in.readNBytes(MOST_OCTETS + 1)));
    if (text.length() == 0 || text.length() > MOST_OCTETS) {
      throw new InputException(
          Quote.of(name) + (text.length() == 0 ? " is empty" : " is larger than 256 MiB"), HINT);
    }
    CheckResult result =
        SchemaCheck.check(name, text, asked == null ? SchemaCheck.dialectOf(text) : asked);
    if (result.texts() == 0) {
      throw result.findings().isEmpty()
          ? new InputException(Quote.of(name) + " holds no JSON", HINT)
          : unreadable(result.findings().get(0));
    }
    return result;
  }

  private static InputException unreadable(Finding finding) {
    return new InputException(finding.place() + ": " + finding.problem(), finding.hint());
  }

  private void print(String name, CheckResult result) {
    result.findings().forEach(finding -> console.line(finding.toString()));
    if (result.more() > 0) {
      console.line("and " + result.more() + " more");
    }
    int findings = result.findings().size() + result.more();
    console.line(
        name
            + ": "
            + count(result.texts(), "text", "texts")
            + " and "
            + count(result.objects(), "object", "objects")
            + " compared with the schema of "
            + result.dialect().label()
            + ", "
            + count(findings, "finding", "findings"));
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static Map<String, Object> json(Map<String, CheckResult> results) {
    List<Map<String, Object>> listed = new ArrayList<>();
    results.forEach(
        (name, result) -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("file", name);
          json.put("dialect", result.dialect().label());
          json.put("texts", result.texts());
          json.put("objects", result.objects());
          json.put("more", result.more());
          json.put("findings", result.findings());
          listed.add(json);
        });
    return Map.of("files", listed);
  }
}
