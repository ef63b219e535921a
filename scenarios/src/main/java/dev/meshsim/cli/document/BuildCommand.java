package dev.meshsim.cli.document;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.PathArgument;
import dev.meshsim.report.document.template.DocumentException;
import dev.meshsim.report.document.template.DocumentProblem;
import dev.meshsim.scenario.document.DocumentBuild;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim document build}. */
@Command(
    name = "build",
    description = {
      "Writes a document for each template, with the messages of the scenarios that it names.",
      "The exact octets of each example are written to examples/ beside the documents. What has not"
          + " changed is not built again, and only scenarios that have changed are run: their"
          + " messages, and the keys of their machines, are kept in .mesh-sim-runs/."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Templates are Markdown, Markdown of kramdown-rfc, RFC XML or HTML; docs/documents.md lists the",
      "placeholders. Exit code 1: --check has found a difference; 2: a template has problems, or",
      "would print a secret, and nothing is written."
    })
public final class BuildCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "TEMPLATE",
      arity = "1..*",
      converter = PathArgument.class,
      description = "The templates; each document has the name of its template.")
  private List<Path> templates = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      converter = PathArgument.class,
      description = "The directory of the documents; made if it is absent.")
  private Path out = Path.of("");

  @Option(
      names = "--check",
      description =
          "Write nothing; fail with the difference if the directory is not as it would be built.")
  private boolean check;

  public BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    DocumentBuild build = new DocumentBuild(templates, out);
    DocumentBuild.Outcome outcome;
    try {
      outcome = check ? build.check() : build.build();
    } catch (DocumentException e) {
      e.problems().stream().map(DocumentProblem::lines).forEach(console.errors()::println);
      return 2;
    }
    outcome.changed().forEach(path -> console.line(out.resolve(path).toString()));
    outcome.differences().forEach(console.out()::println);
    console.note(summary(outcome));
    return outcome.differences().isEmpty() ? 0 : 1;
  }

  private String summary(DocumentBuild.Outcome outcome) {
    String all = count(outcome.documents(), "document");
    String ran = count(outcome.scenarios(), "scenario") + " run";
    String changed =
        check
            ? count(outcome.differences().size(), "difference")
            : count(outcome.changed().size(), "file") + " changed";
    return "mesh-sim: " + all + ", " + ran + ", " + changed;
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
