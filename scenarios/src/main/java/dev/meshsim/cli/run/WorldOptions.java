package dev.meshsim.cli.run;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.run.RunOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that runs scenarios. */
final class WorldOptions {

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + RunOptions.DEFAULT_SEED,
      description = "The seed: equal seeds give equal bytes. Default: ${DEFAULT-VALUE}.")
  private long seed = RunOptions.DEFAULT_SEED;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description =
          "The dialect of all scenarios, mesh or portal-2017; one that fixes another dialect, or"
              + " algorithms that this dialect lacks, is not applicable.")
  private @Nullable String dialect;

  @Option(
      names = "--suite",
      paramLabel = "NAME",
      description =
          "The algorithms of all scenarios, P-256 for example; one that fixes others, or whose"
              + " dialect lacks them, is not applicable.")
  private @Nullable String suite;

  long seed() {
    return seed;
  }

  Optional<Dialect> dialect() {
    return Optional.ofNullable(dialect).map(Dialect::named);
  }

  Optional<Suite> suite() {
    return Optional.ofNullable(suite).map(Suite::named);
  }
}
