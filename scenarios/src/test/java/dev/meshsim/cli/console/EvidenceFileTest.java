package dev.meshsim.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure that a portal's signatures prove leaves its evidence in a file. */
class EvidenceFileTest {

  private static final Bytes EVIDENCE = Bytes.utf8("{\"ForkEvidence\":{}}\n");

  @Test
  void theSameEvidenceIsOneFile(@TempDir Path directory) throws IOException {
    var failure = TransparencyException.proved(Code.FORKED, "two histories", EVIDENCE);
    String line = EvidenceFile.keep(directory, failure).orElseThrow();
    assertEquals(line, EvidenceFile.keep(directory, failure).orElseThrow());
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size());
      assertEquals(EVIDENCE.utf8(), Files.readString(all.get(0)));
      assertTrue(line.contains(String.valueOf(all.get(0).getFileName())), line);
    }
  }

  @Test
  void aFailureWithoutEvidenceLeavesNone(@TempDir Path directory) {
    var failure = TransparencyException.forked("example.com", 3);
    assertEquals(Optional.empty(), EvidenceFile.keep(directory, failure));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed(@TempDir Path directory) {
    var failure = TransparencyException.proved(Code.FORKED, "two histories", EVIDENCE);
    String line = EvidenceFile.keep(directory.resolve("missing"), failure).orElseThrow();
    assertTrue(line.startsWith("the evidence could not be kept: "), line);
  }
}
