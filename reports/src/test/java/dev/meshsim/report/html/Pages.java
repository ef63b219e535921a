package dev.meshsim.report.html;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunIdentity;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.RunTotals;
import dev.meshsim.report.ScenarioResult;
import dev.meshsim.report.ScenarioTrace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pages of a run whose events a test sends. */
final class Pages implements ReportTarget {

  static final RunIdentity IDENTITY =
      new RunIdentity(
          7,
          "abc",
          Map.of(),
          List.of("store=all"),
          Map.of("tape", "there is no drive"),
          "17",
          Map.of("SUN", "17"));

  private final Map<String, String> files = new TreeMap<>();
  private final RunListener report = new HtmlReport().listener(this);

  Pages() {
    report.on(new RunEvent.RunStarted(IDENTITY, List.of()));
  }

  /** A case ends. */
  Pages end(ScenarioResult result, Optional<ScenarioTrace> trace) {
    report.on(new RunEvent.ScenarioStarted(result.info()));
    trace.ifPresent(all -> report.on(new RunEvent.ScenarioTraced(result.name(), all)));
    report.on(new RunEvent.ScenarioFinished(result));
    return this;
  }

  /** The thread of a case prepares its page. */
  Pages prepare(ScenarioResult result, Optional<ScenarioTrace> trace) {
    report.prepare(result, trace);
    return this;
  }

  Pages on(RunEvent event) {
    report.on(event);
    return this;
  }

  /** The run ends. */
  Pages finish() {
    return on(new RunEvent.RunFinished(IDENTITY, RunTotals.NONE, Path.of("out")));
  }

  /** The text of a page. */
  String page(String name) {
    String text = files.get("report/" + name);
    if (text == null) {
      throw new AssertionError("no " + name + " among " + files.keySet());
    }
    return text;
  }

  String index() {
    return page("index.html");
  }

  Map<String, String> files() {
    return files;
  }

  /** Writes all pages below a directory, and returns the index. */
  Path write(Path directory) {
    files.forEach(
        (name, text) -> {
          try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return directory.resolve("report").resolve("index.html");
  }

  @Override
  public void writeRunFile(String file, Bytes content) {
    if (new HtmlReport().files().stream().noneMatch(listed -> listed.matches(file))) {
      throw new AssertionError("the report does not list " + file);
    }
    if (files.put(file, content.utf8()) != null) {
      throw new AssertionError("written twice: " + file);
    }
  }

  @Override
  public void appendRunFile(String file, Bytes content) {
    throw new AssertionError("a page is written once");
  }

  @Override
  public void writeScenarioFile(String scenario, String file, Bytes content) {
    throw new AssertionError("all pages are in one directory");
  }

  @Override
  public PrintStream out() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  @Override
  public PrintStream errors() {
    return out();
  }
}
