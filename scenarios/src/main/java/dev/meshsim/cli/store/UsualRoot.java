package dev.meshsim.cli.store;

import dev.meshsim.machine.MachineStores;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The usual directory of a person's own machine, for a hint if {@code --root} is missing. */
public final class UsualRoot {

  private UsualRoot() {}

  /** The directory, if {@code --root} is missing and the store is for production data. */
  public static Optional<Path> of(CommandLine.ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    OptionSpec store = command.findOption("--store");
    OptionSpec production = command.findOption("--production");
    boolean asked =
        e instanceof CommandLine.MissingParameterException missing
            && missing.getMissing().contains(command.findOption("--root"))
            && production != null
            && Boolean.TRUE.equals(production.getValue())
            && store != null
            && MachineStores.names().contains(store.<String>getValue());
    return asked ? MachineStores.named(store.getValue()).usualRoot() : Optional.empty();
  }
}
