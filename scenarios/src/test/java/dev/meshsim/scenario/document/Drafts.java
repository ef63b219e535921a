package dev.meshsim.scenario.document;

import dev.meshsim.report.document.BuiltDocument;
import dev.meshsim.report.document.DocumentWriter;
import dev.meshsim.report.document.ShippedTemplates;
import dev.meshsim.report.document.Template;
import dev.meshsim.report.document.template.DocumentException;
import dev.meshsim.report.document.template.DocumentProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Templates of a test, over one scenario that is run once. */
final class Drafts {

  /** A scenario with labels, a step that is there twice, shown passwords and shares. */
  static final String SCENARIO =
      """
      purpose: Alice keeps a password and her keys.
      machines: [desktop, phone]
      portal: example.com
      steps:
      - {validate: alice@example.com, on: desktop, label: ask}
      - {createDevice: desktop}
      - {createAccount: alice@example.com, on: desktop}
      - {add: PasswordProfile, on: desktop}
      - {put: example.com, on: desktop, user: alice, password: correct-horse-battery}
      - {update: desktop, label: kept, show: true}
      - {escrow: 2 of 3, on: desktop, label: escrowed}
      - {refresh: desktop}
      - {refresh: desktop}
      """;

  /** The part that is encrypted to the desktop. */
  static final String ENCRYPTED =
      "/Publish/Entry/SignedApplicationProfile/payload/PasswordProfile/SharedPrivate";

  private final Path directory;
  private final ScenarioRuns runs = new ScenarioRuns(KeptRuns.NONE);

  Drafts(Path directory) {
    this.directory = directory;
    try {
      Files.writeString(directory.resolve("kept.yaml"), SCENARIO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds a document from a template that begins with the scenario's placeholder in line 1. */
  BuiltDocument build(String name, String text) {
    return raw(name, "<?mesh scenario kept kept.yaml?>\n" + text);
  }

  BuiltDocument raw(String name, String text) {
    Template.Included root = new Template.Included(directory.resolve(name).toString(), text);
    Template template =
        Template.read(name, root, (from, included) -> ShippedTemplates.find(included));
    return DocumentWriter.build(template, runs, Optional.empty());
  }

  /** The problems of a template, as {@code line:column text / hint}. */
  List<String> problems(String name, String text) {
    try {
      build(name, text);
      return List.of();
    } catch (DocumentException e) {
      return e.problems().stream().map(Drafts::shown).toList();
    }
  }

  private static String shown(DocumentProblem problem) {
    return problem.place().line()
        + ":"
        + problem.place().column()
        + " "
        + problem.text()
        + " / "
        + problem.hint();
  }
}
