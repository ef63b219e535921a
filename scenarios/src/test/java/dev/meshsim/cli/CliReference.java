package dev.meshsim.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Generates the reference of the command, {@code docs/cli.md}, from its help. */
final class CliReference {

  private CliReference() {}

  static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # The mesh-sim command

            This page is generated from the command's own help; do not edit it. To write it anew, run
            `mvn -pl scenarios -am test -Dtest=ReferencesTest -Dmeshsim.write=true
            -Dsurefire.failIfNoSpecifiedTests=false`.

            `bin/mesh-sim` works from any directory. The first time, and whenever a source has changed,
            it builds the project.

            | Variable | Meaning |
            |---|---|
            | `JAVA_HOME` | the JDK to use, 17 or later; otherwise the `java` of the `PATH` |

            """);
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    command(page, MeshSim.commandLine(nowhere, nowhere));
    return page.toString().stripTrailing() + "\n";
  }

  private static void command(StringBuilder page, CommandLine command) {
    page.append("## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
    page.append(command.getUsageMessage(CommandLine.Help.Ansi.OFF)).append("```\n\n");
    command.getSubcommands().values().forEach(sub -> command(page, sub));
  }
}
