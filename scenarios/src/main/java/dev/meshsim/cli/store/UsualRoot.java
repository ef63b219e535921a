package dev.meshsim.cli.store;

import dev.meshsim.machine.MachineException;
import dev.meshsim.machine.MachineStores;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The usual directory of a program's own data, for a hint if {@code --root} is missing. */
public final class UsualRoot {

  private UsualRoot() {}

  /** The directory, if {@code --root} is missing and the store is a machine's. */
  public static Optional<Path> of(CommandLine.ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    OptionSpec store = command.findOption("--store");
    OptionSpec portal = command.findOption("--portal");
    boolean asked =
        e instanceof CommandLine.MissingParameterException missing
            && missing.getMissing().contains(command.findOption("--root"))
            && portal != null
            && !Boolean.TRUE.equals(portal.getValue())
            && store != null
            && MachineStores.names().contains(store.<String>getValue());
    return asked ? usualRoot(store.getValue()) : Optional.empty();
  }

  private static Optional<Path> usualRoot(String kind) {
    try {
      return MachineStores.named(kind).usualRoot();
    } catch (MachineException e) {
      // Without a home directory there is no such place; the option is missing all the same.
      return Optional.empty();
    }
  }
}
