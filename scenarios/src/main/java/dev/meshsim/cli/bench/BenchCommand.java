package dev.meshsim.cli.bench;

import picocli.CommandLine.Command;

/** {@code mesh-sim bench}. */
@Command(
    name = "bench",
    description = "Compares results of benchmarks.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class BenchCommand {

  public BenchCommand() {}
}
