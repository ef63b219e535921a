package dev.meshsim.cli.store;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.machine.MachineArchive;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.store.Finding;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim store}. */
@Command(
    name = "store",
    description = "Checks stores, and copies data between stores of any kinds.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class StoreCommand {

  public StoreCommand() {}

  /** The options that name a store and say whether it is a portal's or a machine's. */
  static final class Place {

    @Mixin private StorePlace place = new StorePlace();

    @Option(names = "--portal", description = "The store of a portal, not of a machine.")
    private boolean portal;

    @Option(
        names = "--production",
        description = "A person's own data, not test data (machines only).")
    private boolean production;

    private StoreMode mode() {
      return production ? StoreMode.PRODUCTION : StoreMode.TEST;
    }

    MachineStore machine() {
      return place.machine(mode());
    }

    MachineStore machineForReading() {
      return place.machineForReading(mode());
    }

    List<Finding> check() {
      return portal ? place.checkPortal() : place.checkMachine(mode());
    }

    PortalStore openPortal(Console console) {
      return place.portal(console);
    }

    PortalStore portalForReading(Console console) {
      return place.portalForReading(console);
    }
  }

  /** {@code mesh-sim store list}. */
  @Command(
      name = "list",
      description = "Prints the kinds of stores there are, for machines and for portals.",
      mixinStandardHelpOptions = true)
  public static final class ListKinds implements Callable<Integer> {

    private final Console console;

    public ListKinds(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      MachineStores.names().forEach(name -> console.line("machine " + name));
      PortalStores.names().forEach(name -> console.line("portal " + name));
      return 0;
    }
  }

  /** {@code mesh-sim store check}. */
  @Command(
      name = "check",
      description = {
        "Reads everything in a store and prints every problem; exit code 1 if there is any.",
        "A problem that opening the store would repair is one of them. Nothing is changed, so the"
            + " store may be on a read-only medium."
      },
      mixinStandardHelpOptions = true)
  public static final class Check implements Callable<Integer> {

    private final Console console;

    @Mixin private Place place = new Place();

    public Check(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      List<Finding> findings = place.check();
      for (Finding finding : findings) {
        console.line(finding.place() + ": " + finding.problem());
        console.line("  hint: " + finding.hint());
      }
      return findings.isEmpty() ? 0 : 1;
    }
  }

  /** {@code mesh-sim store export}. */
  @Command(
      name = "export",
      description = {
        "Writes the content of a store to a new file or directory.",
        "The file of a machine has private keys in the clear and is readable only by its owner. With"
            + " --portal, a portal's records are written to .jlog files in a new directory."
      },
      mixinStandardHelpOptions = true)
  public static final class Export implements Callable<Integer> {

    private final Console console;

    @Mixin private Place place = new Place();

    @Parameters(paramLabel = "TO", description = "The file, or with --portal the directory.")
    private Path to = Path.of("");

    public Export(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      if (place.portal) {
        try (PortalStore store = place.portalForReading(console);
            PortalStore logs = PortalStores.named("jlog").open(to, World.system(), console::note)) {
          console.errors().println(PortalTransfer.copy(store, logs) + " records exported");
        }
      } else {
        try (MachineStore store = place.machineForReading();
            SecretBytes archive = MachineArchive.write(store)) {
          ArchiveFile.write(archive, to, DurableFiles.real());
          console.note("exported to " + to);
        }
      }
      return 0;
    }
  }

  /** {@code mesh-sim store import}. */
  @Command(
      name = "import",
      description = "Fills an empty store from a file or directory that export wrote.",
      mixinStandardHelpOptions = true)
  public static final class Import implements Callable<Integer> {

    private final Console console;

    @Mixin private Place place = new Place();

    @Parameters(paramLabel = "FROM", description = "The file or directory that export wrote.")
    private Path from = Path.of("");

    public Import(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      if (place.portal) {
        if (!Files.isDirectory(from) || !PortalStores.named("jlog").isThere(from)) {
          throw new InputException(
              from + " is not a directory of .jlog files", "name the directory that export wrote");
        }
        try (PortalStore logs =
                PortalStores.named("jlog").openForReading(from, World.system(), console::note);
            PortalStore store = place.openPortal(console)) {
          console.errors().println(PortalTransfer.copy(logs, store) + " records imported");
        }
      } else {
        try (SecretBytes text = ArchiveFile.read(from);
            MachineArchive archive = MachineArchive.read(text)) {
          // Checked first, so that a wrong archive leaves no empty store behind.
          archive.requireMode(place.mode());
          try (MachineStore store = place.machine()) {
            console.errors().println(archive.into(store) + " records imported");
          }
        }
      }
      return 0;
    }
  }
}
