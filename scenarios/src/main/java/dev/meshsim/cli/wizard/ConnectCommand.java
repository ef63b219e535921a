package dev.meshsim.cli.wizard;

import dev.meshsim.wizard.connect.ConnectWizard;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mesh-sim connect}. */
@Command(
    name = "connect",
    description = {
      "Connects this device to a profile, and reads and updates its applications (developer-08"
          + " section 4.3).",
      "On a terminal it asks, shows the code and waits for the answer. A subcommand does one step"
          + " without a question."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The data is the person's own, in production mode. A request stays open when the wizard is",
      "left, and the next start waits for its answer. Exit code 130 after Ctrl-C."
    })
public final class ConnectCommand implements Callable<Integer> {

  private static final String COMMAND = "mesh-sim connect";

  @Mixin private MachineOptions machine = new MachineOptions();

  public ConnectCommand() {}

  @Override
  public Integer call() {
    return Wizard.run(
        COMMAND,
        COMMAND + " request --account alice@example.com",
        talk ->
            machine.use(
                session -> new ConnectWizard(session, talk, machine.directory().toString()).run()));
  }
}
