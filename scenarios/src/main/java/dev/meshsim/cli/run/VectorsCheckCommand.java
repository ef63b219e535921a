package dev.meshsim.cli.run;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.error.Quote;
import dev.meshsim.json.MeshJson;
import dev.meshsim.vectors.check.VectorRun;
import dev.meshsim.vectors.check.VectorRun.FileResult;
import dev.meshsim.vectors.check.VectorRun.Mismatch;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim vectors check}. */
@Command(
    name = "check",
    description = {
      "Runs the tests of a directory of vectors.",
      "The files have the schemas of vectors/schemas; another implementation may have written them."
          + " A test whose outcome is not what its file says is printed, and the exit code is then 1."
          + " It is 2 if a file is not as its schema says."
    },
    mixinStandardHelpOptions = true)
public final class VectorsCheckCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The directory, or one file of vectors.")
  private Path directory = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "The format of the printed results: ${COMPLETION-CANDIDATES}; json is one object."
              + " Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.text;

  public VectorsCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<FileResult> results = VectorRun.check(directory);
    if (format == OutputFormat.json) {
      console.line(MeshJson.write(json(results)).utf8());
    } else {
      results.forEach(this::print);
      console.line(
          results.size() == 1
              ? count(mismatches(results), "mismatch", "mismatches")
              : results.size()
                  + " files, "
                  + count(tests(results), "test", "tests")
                  + ", "
                  + count(mismatches(results), "mismatch", "mismatches"));
    }
    return mismatches(results) == 0 ? 0 : 1;
  }

  private void print(FileResult result) {
    int refused = result.acceptableRefused();
    console.line(
        result.file()
            + ": "
            + count(result.tests(), "test", "tests")
            + ", "
            + (result.tests() - result.mismatches().size())
            + " as expected"
            + (refused == 0 ? "" : ", " + refused + " of them acceptable and refused"));
    for (Mismatch mismatch : result.mismatches()) {
      console.line(
          result.file()
              + ": group "
              + mismatch.group()
              + " ("
              + mismatch.dialect()
              + "), test "
              + mismatch.tcId()
              + (mismatch.comment().isEmpty() ? "" : " " + Quote.text(mismatch.comment()))
              + ": expected "
              + Quote.brief(mismatch.expected())
              + ", found "
              + mismatch.found());
    }
  }

  private static Map<String, Object> json(List<FileResult> results) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tests", tests(results));
    json.put("mismatches", mismatches(results));
    json.put("files", results.stream().map(VectorsCheckCommand::json).toList());
    return json;
  }

  private static Map<String, Object> json(FileResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", result.file().toString());
    json.put("kind", result.kind());
    json.put("tests", result.tests());
    json.put("acceptableRefused", result.acceptableRefused());
    json.put("mismatches", result.mismatches());
    return json;
  }

  private static int tests(List<FileResult> results) {
    return results.stream().mapToInt(FileResult::tests).sum();
  }

  private static int mismatches(List<FileResult> results) {
    return results.stream().mapToInt(result -> result.mismatches().size()).sum();
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
