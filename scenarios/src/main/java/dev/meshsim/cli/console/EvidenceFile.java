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
    Bytes text = proved.evidence();
    Path file =
        directory.resolve("evidence-" + Sha256.of(text).hex().substring(0, DIGITS) + ".json");
    try {
      if (!Files.exists(file)) {
        DurableFiles.real().replace(file.toAbsolutePath(), text.toArray());
      }
    } catch (MeshException e) {
      return Optional.of("the evidence could not be kept: " + e.problem());
    }
    return Optional.of(
        "the evidence is in " + Quote.of(file) + "; mesh-sim log evidence verify judges it");
  }
}
