package dev.meshsim.cli.wizard;

import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.wizard.FileNotes;
import dev.meshsim.wizard.manage.Desk;
import dev.meshsim.wizard.manage.ManagerWizard;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mesh-sim manager}. */
@Command(
    name = "manager",
    description = {
      "Manages a profile on an administration device (developer-08 section 4.2).",
      "On a terminal it asks: a new profile, its applications and shares, devices, accounts,"
          + " recovery, deletion. A subcommand does one of them without a question."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The data is the person's own, in production mode. Ctrl-D goes back to the choices, Ctrl-C",
      "leaves with exit code 130 and says what is kept; the next start goes on there. Secrets are",
      "shown and typed on the terminal's other screen, which is erased."
    })
public final class ManagerCommand implements Callable<Integer> {

  private static final String COMMAND = "mesh-sim manager";

  @Mixin private MachineOptions machine = new MachineOptions();

  public ManagerCommand() {}

  @Override
  public Integer call() {
    return Wizard.run(
        COMMAND,
        COMMAND + " create --account alice@example.com",
        talk ->
            machine.use(
                session ->
                    new ManagerWizard(
                            new Desk(
                                session,
                                talk,
                                new FileNotes(machine.directory()),
                                machine.directory().toString(),
                                List.copyOf(ApplicationTypes.installed().all())))
                        .run()));
  }
}
