package dev.meshsim.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.testing.Golden;
import dev.meshsim.vectors.check.VectorRun;
import dev.meshsim.vectors.check.VectorRun.FileResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published vectors are up to date, and the library passes all of them. */
class VectorsTest {

  private static final Path DIRECTORY = Golden.root().resolve("vectors");

  @Test
  void theFilesAreThoseThatTheProgramMakes() throws IOException {
    Map<String, String> made = new TreeMap<>(VectorSet.texts());
    for (Map.Entry<String, String> file : made.entrySet()) {
      Golden.assertSame(DIRECTORY.resolve(file.getKey()), file.getValue());
    }
    assertEquals(made.keySet(), published().keySet());
  }

  @Test
  void theLibraryDoesAsEachTestSays() {
    List<FileResult> results = VectorRun.check(DIRECTORY);
    assertEquals(17, results.size());
    for (FileResult result : results) {
      assertEquals(
          "",
          result.mismatches().stream().map(Object::toString).collect(Collectors.joining("\n")),
          result.file().toString());
      assertEquals(0, result.acceptableRefused(), result.file().toString());
    }
  }

  @Test
  void numbersNotesAndErrorsAreConsistent() throws IOException {
    for (Map.Entry<String, JsonNode> file : published().entrySet()) {
      Set<String> flags = new TreeSet<>();
      int count = 0;
      for (JsonNode group : file.getValue().path("testGroups")) {
        for (JsonNode test : group.path("tests")) {
          assertEquals(++count, test.path("tcId").asInt(), file.getKey());
          test.path("flags").forEach(flag -> flags.add(flag.stringValue()));
          boolean invalid = test.path("result").stringValue().equals("invalid");
          assertEquals(invalid, test.has("error"), file.getKey() + " " + count);
        }
      }
      assertEquals(count, file.getValue().path("numberOfTests").asInt(), file.getKey());
      Set<String> notes = new TreeSet<>(file.getValue().path("notes").propertyNames());
      assertEquals(notes, flags, file.getKey());
      String row = "| [" + file.getKey() + "](" + file.getKey() + ") |";
      String readme = Files.readString(DIRECTORY.resolve("README.md"));
      String line = readme.lines().filter(l -> l.startsWith(row)).findFirst().orElse("");
      assertTrue(
          line.matches(".*\\| \\w[^|]+ \\| \\w[^|]+ \\| " + count + " \\|"),
          "README.md: " + row + " what it shows | what an implementer does | " + count + " |");
    }
  }

  static Map<String, JsonNode> published() throws IOException {
    Map<String, JsonNode> files = new TreeMap<>();
    try (var all = Files.list(DIRECTORY)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".json")).toList()) {
        files.put(
            file.getFileName().toString(), MeshJson.readTree(Bytes.of(Files.readAllBytes(file))));
      }
    }
    return files;
  }
}
