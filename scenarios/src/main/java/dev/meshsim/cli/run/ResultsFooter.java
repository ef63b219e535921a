package dev.meshsim.cli.run;

import dev.meshsim.report.ReportFile;
import dev.meshsim.report.ReportFile.Scope;
import dev.meshsim.scenario.results.ResultsDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Ends the help of {@code mesh-sim run} with the files that the runner and the reports write. */
final class ResultsFooter implements CommandLine.IModelTransformer {

  ResultsFooter() {}

  @Override
  public CommandSpec transform(CommandSpec command) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("In the directory of --out:");
    add(lines, Scope.RUN);
    lines.add("In it, in a directory for each scenario:");
    add(lines, Scope.SCENARIO);
    lines.add("A run begins by removing what earlier runs left there.");
    lines.add("The data of the machines is in stores/STORE/SCENARIO/MACHINE/.");
    lines.add("");
    lines.add("A scenario that is not applicable is not run.");
    lines.add("");
    lines.add("Exit codes, of several the first of 3, 1, 4, 2:");
    lines.add("  0  every scenario that applies passed");
    lines.add("  1  a scenario failed");
    lines.add("  2  wrong usage, a file is no scenario, or no scenario is chosen or applies");
    lines.add("  3  internal error");
    lines.add("  4  a scenario is undecided: it gave up waiting, or was stopped");
    lines.add("  130, 143  stopped by Ctrl-C, or by TERM");
    command.usageMessage().footer(lines.toArray(String[]::new));
    return command;
  }

  private static void add(List<String> lines, Scope scope) {
    for (ReportFile file : ResultsDirectory.files()) {
      if (file.scope() == scope && !file.content().isEmpty()) {
        lines.add(String.format(Locale.ROOT, "  %-19s %s", file.label(), file.content()));
      }
    }
  }
}
