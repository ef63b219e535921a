package dev.meshsim.cli.run;

import dev.meshsim.cli.console.Console;
import dev.meshsim.error.Quote;
import dev.meshsim.protect.Protection;
import dev.meshsim.scenario.document.TranscriptRun;
import dev.meshsim.scenario.run.RunOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim transcript}. */
@Command(
    name = "transcript",
    description = "Runs a scenario and prints its transcript as Markdown.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 1 or 4: the scenario failed or is undecided; the transcript ends at that step."
    })
public final class TranscriptCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "FILE[:LINE]",
      description = "The scenario; if it has several cases, with the line of one.")
  private String file = "";

  @Mixin private WorldOptions world = new WorldOptions();

  @Mixin private EncodingOption encoding = new EncodingOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write the transcript and the scenario's other results here.")
  private @Nullable Path out;

  public TranscriptCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RunOptions options =
        new RunOptions(
            world.seed(),
            world.dialect(),
            world.suite(),
            RunOptions.DEFAULT_STORE,
            RunOptions.DIRECT,
            encoding.encoding(),
            Protection.NONE);
    return new TranscriptRun(options, Optional.ofNullable(out))
        .run(file, console.out()::print, text -> console.errors().println(Quote.lines(text)));
  }
}
