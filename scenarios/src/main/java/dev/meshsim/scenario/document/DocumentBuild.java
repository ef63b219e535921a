package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.document.BuiltDocument;
import dev.meshsim.report.document.DocumentWriter;
import dev.meshsim.report.document.template.DocumentException;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.DocumentProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A build of documents: templates in, documents and the files beside them out. */
public final class DocumentBuild {

  /**
   * The outcome of a build.
   *
   * @param documents the number of documents
   * @param changed the paths that were written or removed
   * @param differences what a check has found, a text for each file
   * @param scenarios the number of scenarios that were run
   */
  public record Outcome(
      int documents, List<String> changed, List<String> differences, int scenarios) {

    /** Copies the lists. */
    public Outcome {
      changed = List.copyOf(changed);
      differences = List.copyOf(differences);
    }
  }

  private final List<Path> templates;
  private final Path out;

  /**
   * A build.
   *
   * @param templates the templates' files
   * @param out the directory of the documents
   */
  public DocumentBuild(List<Path> templates, Path out) {
    this.templates = List.copyOf(templates);
    this.out = out;
  }

  /**
   * Builds the documents that have changed since the last build, and writes them. Of their
   * scenarios only those are run that have changed.
   *
   * @throws DocumentException with every problem of every template; nothing is written then
   */
  public Outcome build() {
    BuildRecord record = BuildRecord.read(out);
    KeptRuns kept = KeptRuns.beside(out);
    ScenarioRuns runs = new ScenarioRuns(kept);
    Map<String, List<String>> scenarios = new HashMap<>();
    Map<String, String> digests = new HashMap<>();
    List<BuiltDocument> built =
        documents(
            runs,
            loaded -> !record.isFresh(loaded.template().name(), loaded.digest()),
            (document, loaded) -> {
              scenarios.put(document.name(), runs.takeUsed());
              digests.put(document.name(), loaded.digest());
            });
    if (built.isEmpty()) {
      return new Outcome(templates.size(), List.of(), List.of(), 0);
    }
    ExampleIndex before = ExampleIndex.read(out);
    OutputFiles files = files(before, built);
    List<String> changed = files.write();
    built.forEach(
        document ->
            record.put(
                document,
                digests.getOrDefault(document.name(), ""),
                scenarios.getOrDefault(document.name(), List.of())));
    files.write(BuildRecord.FILE, record.octets());
    kept.write();
    return new Outcome(templates.size(), changed, List.of(), runs.count());
  }

  /**
   * Compares what is there with what a build would write; nothing is written, and every scenario is
   * run.
   *
   * @throws DocumentException with every problem of every template
   */
  public Outcome check() {
    ScenarioRuns runs = new ScenarioRuns(KeptRuns.NONE);
    List<BuiltDocument> built = documents(runs, loaded -> true, (document, loaded) -> {});
    List<String> differences = files(ExampleIndex.read(out), built).differences();
    return new Outcome(templates.size(), List.of(), differences, runs.count());
  }

  private interface Kept {
    void keep(BuiltDocument document, TemplateFiles.Loaded loaded);
  }

  private List<BuiltDocument> documents(
      ScenarioRuns runs, Predicate<TemplateFiles.Loaded> wanted, Kept kept) {
    List<BuiltDocument> built = new ArrayList<>();
    List<DocumentProblem> problems = new ArrayList<>();
    Map<String, Path> names = new HashMap<>();
    for (Path file : templates) {
      try {
        TemplateFiles.Loaded loaded = TemplateFiles.read(file);
        requireOwn(file, loaded.template().name(), names);
        if (wanted.test(loaded)) {
          BuiltDocument document = DocumentWriter.build(loaded.template(), runs, Optional.empty());
          kept.keep(document, loaded);
          built.add(document);
        }
      } catch (DocumentException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return built;
  }

  /** A document has a name of its own and does not replace its template. */
  private void requireOwn(Path file, String name, Map<String, Path> names) {
    Path other = names.putIfAbsent(name, file);
    if (other != null) {
      throw DocumentException.file(
          Code.NAME,
          file.toString(),
          "another template of the build has the name " + name + " too: " + other,
          "rename one of the two, since both documents would have the name");
    }
    Path document = out.resolve(name);
    try {
      if (Files.exists(document) && Files.isSameFile(document, file)) {
        throw DocumentException.file(
            Code.NAME,
            file.toString(),
            "the document would replace its template",
            "name another directory with --out");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OutputFiles files(ExampleIndex before, List<BuiltDocument> built) {
    ExampleIndex after = before.with(built);
    Map<String, Bytes> files = new TreeMap<>();
    for (BuiltDocument document : built) {
      files.put(document.name(), Bytes.utf8(document.text()));
      files.putAll(document.files());
    }
    files.put(ExampleIndex.FILE, after.octets());
    Set<String> gone = new TreeSet<>(before.files());
    Set<String> others = new TreeSet<>(after.files());
    others.removeAll(files.keySet());
    // Files of documents that are not built now stay, and are not looked at.
    gone.removeAll(others);
    return new OutputFiles(out, files, gone);
  }
}
