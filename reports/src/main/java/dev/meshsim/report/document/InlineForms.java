package dev.meshsim.report.document;

import dev.meshsim.report.document.json.JsonPart;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Makes the texts of the forms that stand within a line. */
final class InlineForms {

  private final Scenarios scenarios;
  private final Problems problems;
  private final Parts parts;
  private final ExampleFiles files;

  InlineForms(Scenarios scenarios, Problems problems, ExampleFiles files) {
    this.scenarios = scenarios;
    this.problems = problems;
    this.parts = new Parts(problems);
    this.files = files;
  }

  /** The text of a placeholder; empty if it has a problem, which is then reported. */
  Optional<String> text(Directive directive) {
    Word word = directive.words().get(0);
    return switch (directive.form()) {
      case VALUE -> scenarios.message(word).flatMap(message -> value(directive, message));
      case FINGERPRINT -> scenarios.run(directive).flatMap(run -> fingerprint(word, run));
      case FACT -> scenarios.run(directive).flatMap(run -> fact(word, run));
      case NAME -> scenarios.exchange(word).map(Named::name);
      case TITLE -> scenarios.exchange(word).map(named -> named.exchange().title());
      case FILE -> scenarios.message(word).map(message -> file(directive, message));
      default -> throw new IllegalStateException(directive.form() + " is not within a line");
    };
  }

  private Optional<String> value(Directive directive, Named message) {
    Optional<JsonNode> value = parts.part(directive, message).flatMap(JsonPart::tree);
    if (value.isPresent() && value.get().isContainer()) {
      problems.add(
          directive.option("part").map(Word::place).orElse(directive.place()),
          Code.PART,
          "this part of " + message.label() + " is no text, number or truth value",
          "name one of its parts, or show it with json");
      return Optional.empty();
    }
    boolean hidden = message.direction().equals(Named.SHOWN) && !directive.secret();
    if (value.isPresent() && hidden && !value.get().isNumber()) {
      problems.add(
          directive.place(),
          Code.SECRET,
          message.label() + " is private data, and the template does not ask for it",
          "write secret:value if this very value is to be printed");
      return Optional.empty();
    }
    return value.map(JsonNode::asString);
  }

  private Optional<String> fingerprint(Word word, DocumentRun run) {
    Map<String, String> byName = new TreeMap<>();
    run.trace().cast().keyNames().forEach((udf, name) -> byName.putIfAbsent(name, udf));
    Optional<String> found = Optional.ofNullable(byName.get(word.text()));
    if (found.isEmpty()) {
      problems.unknown(word.place(), "key", word.text(), byName.keySet(), "name one of them");
    }
    return found;
  }

  private Optional<String> fact(Word word, DocumentRun run) {
    Map<String, String> facts =
        Map.of(
            "name", run.trace().scenario(),
            "purpose", run.trace().purpose(),
            "portal", run.trace().portal(),
            "dialect", run.trace().dialect(),
            "suite", run.trace().suite(),
            "seed", Long.toString(run.trace().seed()));
    Optional<String> found = Optional.ofNullable(facts.get(word.text()));
    if (found.isEmpty()) {
      List<String> names = facts.keySet().stream().sorted().toList();
      problems.unknown(word.place(), "fact", word.text(), names, "name one of them");
    }
    return found;
  }

  private String file(Directive directive, Named message) {
    String path = ExampleFiles.path(message.run(), message.label() + ".json");
    files.add(path, message.octets().orElseThrow(), directive.place(), directive.secret());
    return path;
  }
}
