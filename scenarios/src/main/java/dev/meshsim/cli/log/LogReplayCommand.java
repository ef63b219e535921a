package dev.meshsim.cli.log;

import dev.meshsim.audit.record.Frame;
import dev.meshsim.audit.record.LogFrames;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.StandardInput;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.migration.LogImport;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mesh-sim log replay}. */
@Command(
    name = "replay",
    description = {
      "Answers requests as a portal with the records of logs.",
      "Reads requests, JSON objects one after the other, from standard input and prints each"
          + " response. Changes that the requests make are lost at the end; the logs are not changed."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "For example: echo '{\"Get\":{\"Account\":\"alice@example.com\"}}' | mesh-sim log replay"
          + " mesh.jlog portal.jlog"
    })
public final class LogReplayCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private LogFiles logs = new LogFiles();

  public LogReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Path> files = logs.existing();
    MemoryPortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(files, logs.domain(), store);
    report.notes().forEach(note -> console.note(note.place() + ": " + note.text()));
    try (MeshPortalDirect portal =
        MeshPortalDirect.open(World.system(), logs.domain(), report.dialect(), store)) {
      portal.trace().stop();
      LogFrames requests = new LogFrames(StandardInput.open());
      for (Frame frame = requests.next(); frame != null; frame = requests.next()) {
        // Invalid JSON becomes an empty request, so that the portal answers it as any bad request.
        Bytes request = frame.fault() == null ? frame.octets() : Bytes.EMPTY;
        console.out().println(portal.exchange(request).utf8());
      }
    } catch (IOException e) {
      throw StandardInput.failure(e);
    }
    return 0;
  }
}
