package dev.meshsim.cli.portal;

import picocli.CommandLine.Command;

/** {@code mesh-sim portal}. */
@Command(
    name = "portal",
    description = "Puts a portal on a network.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class PortalCommand {

  public PortalCommand() {}
}
