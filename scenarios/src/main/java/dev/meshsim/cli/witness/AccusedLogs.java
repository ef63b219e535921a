package dev.meshsim.cli.witness;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.EvidenceFile;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.transparency.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps the evidence of logs that have signed two histories, each in a file. A log can sign as many
 * as it likes, so there are at most {@value #MOST} files. Thread-safe.
 */
final class AccusedLogs implements Consumer<Evidence> {

  /** The most files of evidence in the directory. */
  static final int MOST = 100;

  private final Path directory;
  private final Consumer<String> notes;

  /**
   * Keeps evidence.
   *
   * @param notes receives a line for each new file
   */
  AccusedLogs(Path directory, Consumer<String> notes) {
    this.directory = directory;
    this.notes = notes;
  }

  @Override
  public synchronized void accept(Evidence evidence) {
    Bytes text = evidence.text();
    if (Files.exists(EvidenceFile.file(directory, text)) || count() >= MOST) {
      return;
    }
    String shown = evidence.judge();
    try {
      Path file = EvidenceFile.write(directory, text);
      notes.accept(shown + "; the evidence is in " + Quote.of(file));
    } catch (MeshException e) {
      notes.accept(shown + "; the evidence could not be kept: " + e.problem());
    }
  }

  private long count() {
    try (Stream<Path> names = Files.list(directory)) {
      return names.filter(EvidenceFile::isEvidence).count();
    } catch (IOException e) {
      // A directory that cannot be listed cannot be written either, and that is reported.
      return 0;
    }
  }
}
