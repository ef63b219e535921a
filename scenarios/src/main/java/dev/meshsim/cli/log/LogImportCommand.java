package dev.meshsim.cli.log;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.store.StorePlace;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.migration.LogImport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mesh-sim log import}. */
@Command(
    name = "import",
    description = {
      "Imports logs into an empty store of a portal.",
      "Prints the number of records of each kind. Records that were completed, kept or left out are"
          + " listed on standard error, a line each."
    },
    mixinStandardHelpOptions = true)
public final class LogImportCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private LogFiles logs = new LogFiles();

  @Mixin private StorePlace place = new StorePlace();

  public LogImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Path> files = logs.existing();
    try (PortalStore store = place.portal(console)) {
      LogImport.Report report = LogImport.run(files, logs.domain(), store);
      report.notes().forEach(note -> console.note(note.place() + ": " + note.text()));
      report.kinds().forEach((kind, count) -> console.line(count + " " + kind));
      console.out().println(report.records() + " records, dialect " + report.dialect().label());
    }
    return 0;
  }
}
