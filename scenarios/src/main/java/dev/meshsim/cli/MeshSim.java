package dev.meshsim.cli;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.PathArgument;
import dev.meshsim.cli.console.SecretArguments;
import dev.meshsim.cli.store.UsualRoot;
import dev.meshsim.error.DidYouMean;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The {@code mesh-sim} command: entry point, messages for wrong usage, exit codes. */
@Command(
    name = "mesh-sim",
    description = "Run, test and explain the Mathematical Mesh in one JVM.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLines.class,
    footer = {
      "",
      "Results go to standard output, everything else to standard error.",
      "Exit codes: 0 done, 1 a scenario or a check failed, 2 wrong usage or input, or output that",
      "cannot be written, 3 internal error or a limit of the JVM, 4 a scenario is undecided."
    })
public final class MeshSim {

  /** The exit code for a wrong command line or a wrong input. */
  static final int USAGE = 2;

  /** The exit code for an error of the program itself. */
  static final int INTERNAL = 3;

  @Option(
      names = "--plugin",
      paramLabel = "JAR",
      description =
          "Before COMMAND: a jar with stores, reports or application types of your own; may be given"
              + " several times. MESH_SIM_PLUGINS names further ones, as a class path does.")
  private List<Path> plugins = List.of();

  MeshSim() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Libraries format some messages with the default locale, whose digits may be of its own.
    Locale.setDefault(Locale.ROOT);
    ProcessOutput out = new ProcessOutput(FileDescriptor.out);
    PrintStream errors = new ProcessOutput(FileDescriptor.err).printer();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> System.exit(FailureReport.print(failure, errors)));
    System.exit(run(arguments, out, errors));
  }

  /** Runs the command and reports results that could not be written. */
  static int run(String[] arguments, ProcessOutput out, PrintStream errors) {
    PrintStream printer = out.printer();
    int code = run(arguments, printer, errors);
    printer.flush();
    Optional<String> failure = out.failure();
    if (failure.isPresent()) {
      // A full disk or a closed pipe must not look like success.
      int lost =
          FailureReport.print(
              "standard output cannot be written: " + failure.get(),
              "the printed results are not complete; direct them to where there is space",
              USAGE,
              errors);
      code = code == 0 ? lost : code;
    }
    errors.flush();
    return code;
  }

  /** Runs the command with these streams and returns its exit code. */
  static int run(String[] arguments, PrintStream out, PrintStream errors) {
    try {
      return commandLine(out, errors, arguments).execute(arguments);
    } catch (Error e) {
      return FailureReport.print(e, errors);
    }
  }

  /** The command for these arguments; with all subcommands if there are none. */
  static CommandLine commandLine(PrintStream out, PrintStream errors, String... arguments) {
    Console console = new Console(out, errors);
    CommandLine all = Commands.asked(console, arguments);
    return all.setExecutionStrategy(parsed -> withPlugins(all, parsed, errors))
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.errors(), true, StandardCharsets.UTF_8))
        // Plain help: the escape sequences for bold text would not get through the console.
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .registerConverter(Path.class, new PathArgument())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((e, given) -> usage(e, errors))
        .setExecutionExceptionHandler((e, command, parsed) -> FailureReport.print(e, errors));
  }

  /** Runs a command with the plugins that were named before it. */
  private static int withPlugins(
      CommandLine all, CommandLine.ParseResult parsed, PrintStream errors) {
    if (all.getCommand() instanceof MeshSim root) {
      String variable = System.getenv().getOrDefault(Plugins.VARIABLE, "");
      try (Plugins open = Plugins.open(root.plugins, variable)) {
        return new CommandLine.RunLast().execute(parsed);
      } catch (InputException e) {
        return FailureReport.print(e, errors);
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int usage(CommandLine.ParameterException e, PrintStream errors) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String problem = firstLine(e.getMessage());
    String hint =
        UsualRoot.of(e)
            .map(usual -> "programs have a person's data there: --root " + usual)
            .orElse("run " + name + " --help");
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      if (first.equals("--plugin")) {
        return FailureReport.print(
            problem, "write it before the command: mesh-sim --plugin JAR ...", USAGE, errors);
      }
      if (!first.startsWith("-") && takesSecrets(command)) {
        // The argument may be a secret or a share in the wrong place, so it is not repeated.
        problem = "there is an argument too many";
      }
      hint =
          DidYouMean.to(first, known(command.getCommandSpec()))
              .map(near -> "did you mean " + near + "?")
              .orElse(hint);
    }
    return FailureReport.print(problem, hint, USAGE, errors);
  }

  private static boolean takesSecrets(@Nullable CommandLine command) {
    return command != null
        && (command.getCommand() instanceof SecretArguments || takesSecrets(command.getParent()));
  }

  private static List<String> known(CommandSpec command) {
    List<String> words = new ArrayList<>(command.subcommands().keySet());
    words.addAll(command.optionsMap().keySet());
    return words;
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "wrong usage" : message.lines().findFirst().orElse("wrong usage");
  }
}
