package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code mesh-sim vectors check}: what it prints, and its exit codes. */
class VectorsCheckTest {

  private static final Path JLOG = Golden.root().resolve("vectors/jlog_test.json");

  @TempDir Path directory;

  private Path changed() throws IOException {
    return Files.writeString(
        directory.resolve("mine.json"),
        Files.readString(JLOG).replaceFirst("\"TID:3\"", "\"TID:4\""));
  }

  @Test
  void aFileOfTestsThatPassIsCounted() {
    Cli cli = Cli.run("vectors", "check", JLOG.toString());
    assertEquals(
        new Cli(0, JLOG + ": 47 tests, 47 as expected%n0 mismatches%n".formatted(), ""), cli);
  }

  @Test
  void aMismatchIsNamedWithItsFileGroupAndTest() throws IOException {
    Files.copy(JLOG, directory.resolve("jlog_test.json"));
    Path mine = changed();
    Cli cli = Cli.run("vectors", "check", directory.toString());
    assertEquals(1, cli.code(), cli.errors());
    assertEquals(
        (directory.resolve("jlog_test.json")
                + ": 47 tests, 47 as expected%n"
                + mine
                + ": 47 tests, 46 as expected%n"
                + mine
                + ": group 1 (mesh), test 1: expected valid, found valid, but with another prior%n"
                + "2 files, 94 tests, 1 mismatch%n")
            .formatted(),
        cli.out());
  }

  @Test
  void aProgramReadsOneObject() throws IOException {
    changed();
    Cli cli = Cli.run("vectors", "check", directory.toString(), "--format", "json");
    assertEquals(1, cli.code());
    JsonNode json = MeshJson.readTree(Bytes.utf8(cli.out()));
    assertEquals(1, json.path("mismatches").intValue());
    assertEquals(47, json.path("tests").intValue());
    JsonNode mismatch = json.path("files").path(0).path("mismatches").path(0);
    assertEquals(1, mismatch.path("tcId").intValue());
    assertEquals("valid", mismatch.path("expected").stringValue());
    assertEquals("valid, but with another prior", mismatch.path("found").stringValue());
  }

  @Test
  void anInputThatCannotBeUsedIsExitCodeTwo() throws IOException {
    Cli empty = Cli.run("vectors", "check", directory.toString());
    assertEquals(2, empty.code());
    Files.writeString(directory.resolve("a.json"), "{\"schema\":\"schemas/jlogg_schema.json\"}");
    Cli unknown = Cli.run("vectors", "check", directory.toString());
    assertEquals(2, unknown.code());
    assertTrue(unknown.errors().contains("did you mean \"jlog_schema.json\"?"), unknown.errors());
    assertEquals("", unknown.out());
  }
}
