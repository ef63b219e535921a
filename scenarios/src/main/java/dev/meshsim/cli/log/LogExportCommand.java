package dev.meshsim.cli.log;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.store.StorePlace;
import dev.meshsim.error.IoReason;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.migration.ReferenceLogWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim log export}. */
@Command(
    name = "export",
    description = {
      "Writes a portal's records as logs of the reference implementation.",
      "They are mesh.jlog and portal.jlog, in a directory that has neither yet."
    },
    mixinStandardHelpOptions = true)
public final class LogExportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StorePlace place = new StorePlace();

  @Parameters(paramLabel = "TO", description = "The directory; made if it is absent.")
  private Path to = Path.of("");

  public LogExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Path> made = new ArrayList<>();
    boolean whole = false;
    try (PortalStore store = place.portalForReading(console)) {
      Files.createDirectories(to);
      for (LogName log : LogName.values()) {
        write(store, log, made);
      }
      whole = true;
    } catch (IOException e) {
      throw new InputException(
          "cannot write to " + to + ": " + IoReason.of(e),
          "name a directory that has no mesh.jlog and no portal.jlog");
    } finally {
      if (!whole) {
        made.forEach(LogExportCommand::delete);
      }
    }
    return 0;
  }

  private void write(PortalStore store, LogName log, List<Path> made) throws IOException {
    Path file = to.resolve(log.fileName());
    OutputStream created =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    made.add(file);
    try (OutputStream out = new BufferedOutputStream(created)) {
      long records = ReferenceLogWriter.write(store, log, out);
      console.note(records + " records written to " + file);
    }
  }

  /**
   * Deletes a log that is not whole, or that lacks the other one; the first failure is reported.
   */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The failure that ended the export is the one that a person must know.
    }
  }
}
