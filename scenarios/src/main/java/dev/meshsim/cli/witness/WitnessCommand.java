package dev.meshsim.cli.witness;

import picocli.CommandLine.Command;

/** {@code mesh-sim witness}. */
@Command(
    name = "witness",
    description = "Runs a witness, which cosigns the checkpoints of portals' logs.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class WitnessCommand {

  public WitnessCommand() {}
}
