package dev.meshsim.cli.console;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.transparency.tree.TransparencyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that keeps the evidence of a failure: what a portal did to its log, proved by the
 * portal's own signatures. Its name comes from its content, so the same evidence is one file.
 */
public final class EvidenceFile {

  private static final String START = "evidence-";
  private static final String END = ".json";
  private static final int DIGITS = 12;

  private EvidenceFile() {}

  /**
   * Keeps the evidence of a failure, if it has any.
   *
   * @param directory where the file is made
   * @return a line for the person; empty if there is no evidence
   */
  public static Optional<String> keep(Path directory, Throwable failure) {
    if (!(failure instanceof TransparencyException.Proved proved)) {
      return Optional.empty();
    }
    try {
      Path file = write(directory, proved.evidence());
      return Optional.of(
          "the evidence is in " + Quote.of(file) + "; mesh-sim log evidence verify judges it");
    } catch (MeshException e) {
      return Optional.of("the evidence could not be kept: " + e.problem());
    }
  }

  /** The file that the evidence with this text has. */
  public static Path file(Path directory, Bytes text) {
    return directory.resolve(START + Sha256.of(text).hex().substring(0, DIGITS) + END);
  }

  /** True if a file has such a name. */
  public static boolean isEvidence(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(START) && name.endsWith(END);
  }

  /**
   * Keeps evidence; a file that is there stays as it is.
   *
   * @throws MeshException if it cannot be written
   */
  public static Path write(Path directory, Bytes text) {
    Path file = file(directory, text);
    if (!Files.exists(file)) {
      DurableFiles.real().replace(file.toAbsolutePath(), text.toArray());
    }
    return file;
  }
}
