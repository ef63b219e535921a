package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.document.BuiltDocument;
import dev.meshsim.report.document.json.JsonSpacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A file beside the documents that says what each was made from: the digests of its template, its
 * scenarios and the program, and those of all that was written. A document whose digests are still
 * the same is not built again. The record is no part of the output: it is not to be committed.
 */
final class BuildRecord {

  /** The name of the file in the directory of the documents. */
  static final String FILE = ".mesh-sim-documents.json";

  private final Path directory;
  private final String program;
  private final Map<String, Object> documents = new TreeMap<>();

  private BuildRecord(Path directory, String program) {
    this.directory = directory;
    this.program = program;
  }

  /** The record in a directory; one that is not there or cannot be read knows no document. */
  static BuildRecord read(Path directory) {
    BuildRecord record = new BuildRecord(directory, ProgramDigest.compute());
    try {
      JsonNode json = MeshJson.readTree(Bytes.of(Files.readAllBytes(directory.resolve(FILE))));
      if (json.path("program").asString("").equals(record.program)) {
        json.path("documents")
            .properties()
            .forEach(e -> record.documents.put(e.getKey(), e.getValue()));
      }
    } catch (IOException | MeshException e) {
      // Everything is built again.
    }
    return record;
  }

  /** True if a document was made from this template and nothing has changed since. */
  boolean isFresh(String name, String template) {
    Object known = documents.get(name);
    return known instanceof JsonNode json
        && json.path("template").asString("").equals(template)
        && json.path("scenarios").properties().stream()
            .allMatch(e -> ScenarioRuns.digest(e.getKey()).equals(e.getValue().asString("")))
        && json.path("written").properties().stream()
            .allMatch(e -> digest(directory.resolve(e.getKey())).equals(e.getValue().asString("")));
  }

  private static String digest(Path file) {
    try {
      return Sha256.of(Bytes.of(Files.readAllBytes(file))).hex();
    } catch (IOException e) {
      return "";
    }
  }

  /** Remembers a document that was written. */
  void put(BuiltDocument document, String template, List<String> scenarios) {
    Map<String, Object> digests = new TreeMap<>();
    scenarios.forEach(path -> digests.put(path, ScenarioRuns.digest(path)));
    Map<String, Object> written = new TreeMap<>();
    written.put(document.name(), Sha256.of(Bytes.utf8(document.text())).hex());
    document.files().forEach((path, octets) -> written.put(path, Sha256.of(octets).hex()));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("template", template);
    entry.put("scenarios", digests);
    entry.put("written", written);
    documents.put(document.name(), MeshJson.toTree(entry));
  }

  /** The record as the content of its file. */
  Bytes octets() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("program", program);
    all.put("documents", new TreeMap<>(documents));
    return Bytes.utf8(JsonSpacing.laidOut(MeshJson.write(all).utf8()) + "\n");
  }

  /** The names of the documents that it knows. */
  List<String> names() {
    return new ArrayList<>(documents.keySet());
  }
}
