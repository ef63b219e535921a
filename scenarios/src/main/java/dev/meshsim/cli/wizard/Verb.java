package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.Console;
import dev.meshsim.session.MeshSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A subcommand that does one thing on the machine and prints the result. */
abstract class Verb implements Callable<Integer> {

  final Console console;

  @Mixin final MachineOptions machine = new MachineOptions();

  @Mixin private Facts.Format format = new Facts.Format();

  Verb(Console console) {
    this.console = console;
  }

  /** Does the work; nothing is printed if it fails. */
  abstract Facts work(MeshSession session);

  @Override
  public final Integer call() {
    format.print(console, machine.use(this::work));
    return 0;
  }
}
