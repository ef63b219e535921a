package dev.meshsim.report.document;

import dev.meshsim.report.MessageNames;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.document.template.Directive;
import dev.meshsim.report.document.template.Directive.Word;
import dev.meshsim.report.document.template.DocumentException.Code;
import dev.meshsim.report.document.template.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scenarios of a document, and the names by which its placeholders find messages. */
final class Scenarios {

  private final Problems problems;
  private final Map<String, Optional<DocumentRun>> runs = new LinkedHashMap<>();
  private final Map<String, Optional<Named>> picks = new HashMap<>();

  Scenarios(Problems problems) {
    this.problems = problems;
  }

  /** Adds a scenario under its name in the template; empty if it could not be run. */
  void add(Word name, Optional<DocumentRun> run) {
    if (!name.text().matches("[A-Za-z][A-Za-z0-9-]*")) {
      problems.add(
          name.place(),
          Code.VALUE,
          "a scenario's name is letters, digits and hyphens",
          "write for example flow");
    }
    if (runs.putIfAbsent(name.text(), run) != null) {
      problems.add(
          name.place(),
          Code.NAME,
          "another scenario of the template is called " + name.text(),
          "choose another name");
    }
  }

  /** Adds a scenario that no placeholder names. */
  void add(String name, DocumentRun run) {
    runs.put(name, Optional.of(run));
  }

  /** The runs, in the template's order. */
  List<DocumentRun> all() {
    return runs.values().stream().flatMap(Optional::stream).toList();
  }

  /** Names an exchange, or says that there is none to name. */
  void name(String name, Optional<Named> exchange) {
    picks.put(name, exchange);
  }

  /** True if a pick has this name, whether it has found something or not. */
  boolean isPick(String name) {
    return picks.containsKey(name);
  }

  /** The exchange of a pick. */
  Optional<Named> pick(String name) {
    return picks.getOrDefault(name, Optional.empty());
  }

  /** The names of the picks. */
  List<String> pickNames() {
    return picks.keySet().stream().sorted().toList();
  }

  /** The scenario that an option names, or the first. */
  Optional<DocumentRun> run(Directive directive) {
    Optional<Word> name = directive.option("scenario");
    return name.isPresent() ? run(name.get(), name.get().text()) : first(directive.words().get(0));
  }

  private Optional<DocumentRun> first(Word word) {
    if (runs.isEmpty()) {
      problems.add(
          word.place(),
          Code.UNKNOWN,
          "the template names no scenario before this",
          "write <?mesh scenario flow \"FILE\"?> in a line of its own");
      return Optional.empty();
    }
    return runs.values().iterator().next();
  }

  /** The scenario of a name; empty if there is none, which is then reported. */
  Optional<DocumentRun> named(Word name) {
    return run(name, name.text());
  }

  private Optional<DocumentRun> run(Word word, String name) {
    if (!runs.containsKey(name)) {
      problems.unknown(
          word.place(), "scenario", name, runs.keySet(), "name a scenario of the template");
      return Optional.empty();
    }
    return runs.getOrDefault(name, Optional.empty());
  }

  /** The message that a word names, {@code flow:connect-phone.Get.response}. */
  Optional<Named> message(Word word) {
    int dot = word.text().lastIndexOf('.');
    String direction = word.text().substring(dot + 1);
    if (dot < 0 || !Named.DIRECTIONS.contains(direction)) {
      withoutDirection(word, dot, direction);
      return Optional.empty();
    }
    Optional<Named> found =
        exchange(new Word(word.text().substring(0, dot), word.place()))
            .map(exchange -> exchange.in(direction));
    if (found.isPresent() && found.get().octets().isEmpty()) {
      problems.add(
          word.place(),
          Code.UNKNOWN,
          direction.equals(MessageNames.SIGNED)
              ? found.get().name() + " was not signed by its sender"
              : "the step of " + found.get().name() + " shows no private data",
          direction.equals(MessageNames.SIGNED)
              ? "write " + found.get().name() + ".request"
              : "add show: true to the step, if it can have it");
      return Optional.empty();
    }
    return found;
  }

  private void withoutDirection(Word word, int dot, String direction) {
    boolean whole =
        dot < 0
            || isPick(word.text())
            || all().stream()
                .flatMap(run -> run.exchanges().stream().map(run.names()::of))
                .anyMatch(word.text().substring(word.text().indexOf(':') + 1)::equals);
    if (whole) {
      problems.add(
          word.place(),
          Code.UNKNOWN,
          "\"" + word.text() + "\" does not end in request, signed, response or shown",
          "write for example " + word.text() + "." + MessageNames.REQUEST);
    } else {
      problems.unknown(
          word.place().right(dot + 1),
          "direction",
          direction,
          Named.DIRECTIONS,
          "write request, signed, response or shown");
    }
  }

  /** The exchange that a word names: a pick, or the name of an exchange of a scenario. */
  Optional<Named> exchange(Word word) {
    String text = word.text();
    if (isPick(text)) {
      Optional<Named> picked = pick(text);
      if (picked.isEmpty()) {
        problems.add(
            word.place(),
            Code.UNKNOWN,
            "no message was found for the pick " + text,
            "put this between <?mesh if " + text + "?> and <?mesh end?>");
      }
      return picked;
    }
    int colon = text.indexOf(':');
    Optional<DocumentRun> run = colon < 0 ? first(word) : run(word, text.substring(0, colon));
    return run.flatMap(found -> exchange(found, text.substring(colon + 1), word));
  }

  private Optional<Named> exchange(DocumentRun run, String name, Word word) {
    List<Named> all =
        run.exchanges().stream().map(exchange -> new Named(run, exchange, "")).toList();
    Optional<Named> found = all.stream().filter(each -> each.name().equals(name)).findFirst();
    if (found.isPresent()) {
      return isOneOfSeveral(found.get(), word) ? Optional.empty() : found;
    }
    List<String> several =
        all.stream().map(Named::name).filter(each -> each.startsWith(name + ".")).toList();
    if (!several.isEmpty()) {
      problems.add(
          word.place(),
          Code.UNKNOWN,
          "the step " + name + " sends several messages: " + String.join(", ", several),
          "write one of them");
      return Optional.empty();
    }
    List<String> known = new ArrayList<>(all.stream().map(Named::name).toList());
    known.addAll(pickNames());
    problems.unknown(
        word.place(),
        "message",
        name,
        known,
        "name one of them; a step that sends nothing has no message");
    return Optional.empty();
  }

  /** A step more would give the name to another message, and nobody would notice. */
  private boolean isOneOfSeveral(Named found, Word word) {
    TracedExchange exchange = found.exchange();
    if (exchange.label().isPresent()) {
      return false;
    }
    long alike =
        found.run().exchanges().stream()
            .filter(other -> other.label().isEmpty())
            .filter(other -> other.call().equals(exchange.call()))
            .filter(other -> other.machine().equals(exchange.machine()))
            .map(TracedExchange::step)
            .distinct()
            .count();
    if (alike > 1) {
      problems.add(
          word.place(),
          Code.UNKNOWN,
          alike + " steps of the scenario are \"" + exchange.title() + "\", so this may be any",
          "give the step that you mean a label, and write that");
    }
    return alike > 1;
  }
}
