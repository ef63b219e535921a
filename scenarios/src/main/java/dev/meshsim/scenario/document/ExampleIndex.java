package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.report.document.BuiltDocument;
import dev.meshsim.report.document.IndexEntry;
import dev.meshsim.report.document.json.JsonSpacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The index of the examples in a directory: for each document its files and its blocks. */
final class ExampleIndex {

  /** The path of the file, relative to the documents. */
  static final String FILE = ScenarioRuns.EXAMPLES + "/index.json";

  private final Map<String, JsonNode> documents = new TreeMap<>();

  /** The index in a directory; empty if there is none. */
  static ExampleIndex read(Path directory) {
    ExampleIndex index = new ExampleIndex();
    try {
      MeshJson.readTree(Bytes.of(Files.readAllBytes(directory.resolve(FILE))))
          .path("documents")
          .properties()
          .forEach(entry -> index.documents.put(entry.getKey(), entry.getValue()));
    } catch (IOException | MeshException e) {
      // Nothing was built here yet.
    }
    return index;
  }

  /** The index after documents were built anew; the others stay. */
  ExampleIndex with(Iterable<BuiltDocument> built) {
    ExampleIndex next = new ExampleIndex();
    next.documents.putAll(documents);
    for (BuiltDocument document : built) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("files", document.files().keySet());
      members.put("examples", document.index().stream().map(IndexEntry::members).toList());
      next.documents.put(document.name(), MeshJson.toTree(members));
    }
    return next;
  }

  /** Every file that it lists, documents included. */
  Set<String> files() {
    Set<String> files = new TreeSet<>();
    documents.forEach(
        (name, members) -> {
          files.add(name);
          members.path("files").forEach(path -> files.add(path.asString("")));
        });
    if (!documents.isEmpty()) {
      files.add(FILE);
    }
    return files;
  }

  /** The content of its file. */
  Bytes octets() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("documents", documents);
    return Bytes.utf8(JsonSpacing.laidOut(MeshJson.write(all).utf8()) + "\n");
  }
}
