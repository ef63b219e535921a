package dev.meshsim.cli.witness;

import dev.meshsim.cli.console.Console;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mesh-sim witness init}. */
@Command(
    name = "init",
    description = {
      "Makes a witness: its key, and the file of what it has cosigned.",
      "Prints its public key, and the line that others write into their policies, to which the"
          + " address is added. A backup of the directory that is put back is not the witness any"
          + " more: it may contradict what it has signed since. Make a new one with a new name."
    },
    mixinStandardHelpOptions = true)
public final class WitnessInitCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      required = true,
      description = "The witness's own directory; made if it is absent.")
  private Path root = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description =
          "The name of the witness, without spaces and plus signs; best a domain and a path:"
              + " witness.example/w1.")
  private String name = "";

  public WitnessInitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    NoteKey key = new WitnessDirectory(root, World.system()).make(name);
    console.line(key.text());
    console.line("witness " + key.name() + " " + key.text());
    return 0;
  }
}
