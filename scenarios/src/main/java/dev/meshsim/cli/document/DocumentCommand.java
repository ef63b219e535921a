package dev.meshsim.cli.document;

import picocli.CommandLine.Command;

/** {@code mesh-sim document}. */
@Command(
    name = "document",
    description = "Builds documents whose examples are the messages of scenarios.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class DocumentCommand {

  public DocumentCommand() {}
}
