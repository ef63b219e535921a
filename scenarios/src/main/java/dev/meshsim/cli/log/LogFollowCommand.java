package dev.meshsim.cli.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputStreams;
import dev.meshsim.cli.console.WitnessesOption;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.portal.http.PublishedLog;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.ForkEvidence;
import dev.meshsim.transparency.LogView;
import dev.meshsim.transparency.WitnessDemand;
import dev.meshsim.transparency.WitnessEvidence;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.tree.TileReader;
import dev.meshsim.transparency.tree.TransparencyException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim log follow}. */
@Command(
    name = "follow",
    description = {
      "Fetches a portal's checkpoint and verifies that its log continues the one seen before.",
      "The last checkpoint is kept in a file, which is made at first contact. If the log was forked,"
          + " the evidence is written to another file and the kept checkpoint stays. A change of the"
          + " log's key is followed if the statements that the portal publishes lead to it."
    },
    mixinStandardHelpOptions = true)
public final class LogFollowCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "URL", description = "The portal's server, http://HOST:PORT.")
  private String url = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      required = true,
      description = "The key of the log, NAME+ID+KEY, as portal keys prints it.")
  private String key = "";

  @Option(
      names = "--seen",
      paramLabel = "FILE",
      required = true,
      description = "The file that keeps the last checkpoint.")
  private Path seen = Path.of("");

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "Where the evidence of a fork is written; an earlier one is replaced.")
  private @Nullable Path evidence;

  @Mixin private WitnessesOption witnesses = new WitnessesOption();

  public LogFollowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    NoteKey log = NoteKey.parse(key);
    Optional<WitnessDemand> demand = witnesses.demand(log.name());
    PublishedLog published = new PublishedLog(address());
    LogView before = new LogView(log, kept().orElse(null));
    Note shown = Note.parse(published.checkpoint());
    LogView now;
    try {
      now = before.advance(shown, size -> new TileReader(size, published::tile), published::chain);
    } catch (TransparencyException.Proved e) {
      throw evidence == null ? e : kept(evidence, e);
    }
    demand.ifPresent(needed -> requireWitnessed(needed, shown, now.key()));
    DurableFiles.real().replace(seen.toAbsolutePath(), shown.octets().toArray());
    if (!now.key().equals(log)) {
      console.note("the key of the log was changed: it is " + now.key());
    }
    console.line(text(before, Checkpoint.open(shown, now.key())));
    return 0;
  }

  private static void requireWitnessed(WitnessDemand needed, Note shown, NoteKey log) {
    needed.open(shown, log);
    if (!needed.isFresh(shown)) {
      throw TransparencyException.unwitnessed(
          log.name(),
          "the cosignatures of its checkpoint are older than "
              + needed.age().toMinutes()
              + " minutes");
    }
  }

  private URI address() {
    try {
      URI address = URI.create(url);
      if (address.getHost() != null && address.getScheme().startsWith("http")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Refused below.
    }
    throw new InputException(
        "the URL is not one of http or https", "give http://HOST:PORT of the portal's server");
  }

  private Optional<Note> kept() {
    return Files.exists(seen)
        ? Optional.of(InputStreams.parse(seen.toString(), Note.MOST_OCTETS, Note::parse))
        : Optional.empty();
  }

  private TransparencyException kept(Path file, TransparencyException.Proved forked) {
    Bytes text = forked.evidence();
    DurableFiles.real().replace(file.toAbsolutePath(), text.toArray());
    Evidence read = Evidence.read(text);
    console.note("the evidence is in " + file + ": " + read.judge());
    if (read instanceof ForkEvidence fork) {
      accuse(file, fork);
    }
    return forked.withoutEvidence();
  }

  /** Keeps the evidence against witnesses who have cosigned both checkpoints of a fork. */
  private void accuse(Path file, ForkEvidence fork) {
    List<NoteKey> known =
        witnesses.policy().stream()
            .flatMap(policy -> policy.witnesses().stream())
            .map(WitnessPolicy.Party::key)
            .toList();
    int number = 0;
    for (WitnessEvidence evidence : WitnessEvidence.in(fork, known)) {
      number++;
      Path beside = file.resolveSibling(file.getFileName() + ".witness-" + number);
      DurableFiles.real().replace(beside.toAbsolutePath(), evidence.text());
      console.note("the evidence is in " + beside + ": " + evidence.judge());
    }
  }

  private static String text(LogView before, Checkpoint now) {
    Note known = before.note();
    String head = "log " + now.tree().size() + ", root " + now.tree().root().hex();
    return known == null
        ? head + ", first contact"
        : head + ", continues " + Checkpoint.verified(known).tree().size();
  }
}
