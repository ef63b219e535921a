package dev.meshsim.cli.schema;

import picocli.CommandLine.Command;

/** {@code mesh-sim schema}. */
@Command(
    name = "schema",
    description =
        "Writes the schema of objects and messages for other languages, compares schemas, and"
            + " checks files against it.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class SchemaCommand {

  public SchemaCommand() {}
}
