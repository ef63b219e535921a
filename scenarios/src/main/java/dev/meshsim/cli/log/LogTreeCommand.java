package dev.meshsim.cli.log;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputStreams;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.cli.store.StorePlace;
import dev.meshsim.error.Quote;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.PortalStore;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.service.LogAudit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code mesh-sim log tree}. */
@Command(
    name = "tree",
    description = {
      "Prints size and root of a portal's log and each checkpoint in it, and verifies them.",
      "The map of each checkpoint is computed again from the records. Nothing is changed. Exit code"
          + " 1 if a checkpoint is wrong, or if the signed one is not of this log."
    },
    mixinStandardHelpOptions = true)
public final class LogTreeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private StorePlace place = new StorePlace();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A signed checkpoint to compare with the log; needs --key.")
  private @Nullable Path signed;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The key of the log, NAME+ID+KEY, as portal keys prints it.")
  private @Nullable String key;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "The format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.text;

  public LogTreeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Optional<Checkpoint> given = given();
    try (PortalStore store = place.portalForReading(console)) {
      LogAudit.Result result = LogAudit.of(store);
      String wrong = given.flatMap(one -> LogAudit.compare(store, one)).orElse(null);
      if (format == OutputFormat.json) {
        console.out().println(json(result, wrong));
      } else {
        print(result);
        given.ifPresent(one -> console.line(text(one, wrong)));
      }
      return result.sound() && wrong == null ? 0 : 1;
    }
  }

  private Optional<Checkpoint> given() {
    Path file = signed;
    String text = key;
    if (file == null && text == null) {
      return Optional.empty();
    }
    if (file == null || text == null) {
      throw new InputException(
          "--checkpoint and --key belong together", "give both, or none of them");
    }
    return Optional.of(
        Checkpoint.open(
            InputStreams.parse(file.toString(), Note.MOST_OCTETS, Note::parse),
            NoteKey.parse(text)));
  }

  private void print(LogAudit.Result result) {
    for (LogAudit.Entry entry : result.checkpoints()) {
      console.line(
          "checkpoint "
              + entry.tree().size()
              + ", "
              + entry.time()
              + ", root "
              + entry.tree().root().hex()
              + (entry.problem() == null
                  ? ", map of " + entry.keys() + " keys verified"
                  : ": error: " + entry.problem()));
    }
    console.line("log " + result.tree().size() + ", root " + result.tree().root().hex());
  }

  private static String text(Checkpoint one, @Nullable String wrong) {
    return "signed checkpoint "
        + one.tree().size()
        + " of "
        + Quote.of(one.origin())
        + (wrong == null ? " is of this log" : ": error: " + wrong);
  }

  private static String json(LogAudit.Result result, @Nullable String wrong) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("size", result.tree().size()).put("root", result.tree().root().hex());
    ArrayNode checkpoints = all.putArray("checkpoints");
    for (LogAudit.Entry entry : result.checkpoints()) {
      ObjectNode one = checkpoints.addObject();
      one.put("size", entry.tree().size())
          .put("root", entry.tree().root().hex())
          .put("time", entry.time().toString())
          .put("covered", entry.covered())
          .put("keys", entry.keys());
      if (entry.problem() != null) {
        one.put("problem", entry.problem());
      }
    }
    if (wrong != null) {
      all.put("problem", wrong);
    }
    return MeshJson.write(all).utf8();
  }
}
