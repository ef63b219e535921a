package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Utf8;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.fuzz.Mutations;
import dev.meshsim.fuzz.PlainMessages;
import dev.meshsim.log.Change;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.migration.LogImport;
import dev.meshsim.store.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutated logs of a portal: checked and imported without any exception but the project's own. */
class JlogFuzzTest {

  private static final Duration TIME = Duration.ofMillis(400);
  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  @TempDir private Path directory;
  private Path mesh;
  private Path portal;

  @BeforeEach
  void writeLogs() {
    mesh = directory.resolve("mesh.jlog");
    portal = directory.resolve("portal.jlog");
    try (PortalStore store = JlogPortalStore.open(mesh, portal, DurableFiles.real(), w -> {})) {
      for (int i = 0; i < 4; i++) {
        List<IndexTerm> terms = List.of(new IndexTerm("UDF", "M\u00e9" + i));
        Bytes text = Bytes.utf8("{\"A\":\"\u20ac \\\"quoted\\\" \ud83d\ude00\"}");
        String key = "Account$" + i;
        store.transact(
            tx -> {
              tx.put(Change.create(LogName.MESH, key, terms, text, T0));
              tx.put(Change.create(LogName.PORTAL, key, terms, text, T0.plusMillis(1)));
              return key;
            });
      }
    }
  }

  private static byte[] octets(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] octets) {
    try {
      Files.write(file, octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyMutatedLogIsChecked() {
    Mutations.of("portal logs", List.of(octets(portal)))
        .run(
            TIME,
            input -> {
              write(portal, input);
              List<Finding> findings = JlogPortalStore.check(mesh, portal, DurableFiles.real());
              for (Finding finding : findings) {
                PlainMessages.require(finding.problem());
                PlainMessages.require(finding.hint());
              }
              boolean utf8 = Bytes.of(input).utf8Fault() == Utf8.NONE;
              assertTrue(utf8 || !findings.isEmpty(), "octets are not UTF-8");
            });
  }

  @Test
  void everyMutatedLogIsImported() {
    Path file = directory.resolve("mutated.jlog");
    Mutations.of("imported logs", List.of(octets(mesh), octets(portal)))
        .run(
            TIME,
            input -> {
              write(file, input);
              try (PortalStore store = new MemoryPortalStore()) {
                LogImport.run(List.of(file), "example.com", store)
                    .notes()
                    .forEach(note -> PlainMessages.require(note.text()));
              } catch (MeshException e) {
                PlainMessages.require(e);
              }
            });
  }

  @Test
  void unchangedLogHasNoFindings() {
    assertFalse(JlogPortalStore.check(mesh, portal, DurableFiles.real()).size() > 0);
  }
}
