package dev.meshsim.scenario.reader;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.scenario.Expectation;
import dev.meshsim.scenario.Member;
import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepKinds;
import dev.meshsim.scenario.StepValues;
import dev.meshsim.scenario.ValueType;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Entry;
import dev.meshsim.scenario.yaml.YamlNode.Mapping;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the steps in order, and tracks the things that each machine has before each step. */
final class StepReader {

  private final Set<String> machines;
  private final ScenarioProblems problems;
  private final ValueReader values;
  private final StepChecks checks;
  private final Map<String, Set<Possession>> possessions = new HashMap<>();

  StepReader(Set<String> machines, Set<String> portals, ScenarioProblems problems) {
    this.machines = machines;
    this.problems = problems;
    this.values = new ValueReader(machines, portals, problems);
    this.checks = new StepChecks(portals, problems);
  }

  /** Reads a step; empty if it had a problem, which is then reported. */
  Optional<Step> read(int number, YamlNode node) {
    if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
      problems.add(
          node.place(),
          ScenarioException.Code.WRONG_TYPE,
          "a step is a call and its keys, not " + node.kind(),
          "write for example - validate: alice@example.com");
      return Optional.empty();
    }
    Scalar word = mapping.entries().get(0).key();
    Optional<StepKind> kind = StepKinds.named(word.text());
    if (kind.isEmpty()) {
      unknownStep(word, mapping);
      return Optional.empty();
    }
    return step(number, mapping, kind.get());
  }

  private void unknownStep(Scalar word, Mapping mapping) {
    List<String> words = StepKinds.all().stream().map(StepKind::word).toList();
    String known =
        mapping.entries().stream()
            .map(entry -> entry.key().text())
            .filter(words::contains)
            .findFirst()
            .map(later -> "write the call first: " + later + ", then " + word.shown())
            .orElse(DidYouMean.hint(word.text(), words, "docs/scenarios.md lists the steps"));
    // A misspelled step counts as the probable one, so that later steps find the thing it makes.
    DidYouMean.to(word.text(), words)
        .flatMap(StepKinds::named)
        .ifPresent(
            meant -> {
              String actorKey = meant.actorKey().equals("on") ? "on" : word.text();
              if (mapping.get(actorKey).orElse(word) instanceof Scalar actor) {
                follow(meant, actor.text());
              }
            });
    problems.add(
        word.place(),
        ScenarioException.Code.UNKNOWN_KEY,
        "a step begins with its call, and \""
            + word.shown()
            + "\" is none; calls: "
            + String.join(", ", words),
        known);
  }

  private Optional<Step> step(int number, Mapping mapping, StepKind kind) {
    Optional<String> actor = actor(mapping, kind);
    Map<String, Object> read = new HashMap<>();
    List<Expectation> expectations = List.of();
    boolean good = actor.isPresent();
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      Optional<Member> member =
          kind.members().stream().filter(known -> known.name().equals(key)).findFirst();
      if (member.isEmpty()) {
        unknownKey(entry.key(), kind);
        good = false;
      } else if (key.equals("expect")) {
        expectations = new ExpectationReader(machines, problems).read(kind, entry.value());
      } else if (member.get().type() != ValueType.ACTOR) {
        Optional<Object> value =
            values.read(key, member.get().type(), entry.value(), actor.orElse(""));
        good &= value.isPresent();
        value.ifPresent(present -> read.put(key, present));
      }
    }
    good &= complete(mapping, kind);
    if (!good) {
      actor.ifPresent(name -> follow(kind, name));
      return Optional.empty();
    }
    String machine = actor.orElseThrow();
    // If the list of machines is wrong, only that is reported.
    if (!machines.isEmpty()) {
      checkNeeds(mapping, kind, machine);
      checks.check(mapping, kind, machine, read);
    }
    follow(kind, machine);
    kind.copiesTo().map(key -> (String) read.get(key)).ifPresent(to -> copy(machine, to));
    Optional<String> label = Optional.ofNullable((String) read.get("label"));
    return Optional.of(
        new Step(
            number, mapping.place(), kind, machine, new StepValues(read), expectations, label));
  }

  private Optional<String> actor(Mapping mapping, StepKind kind) {
    if (!kind.hasActor()) {
      return Optional.of("");
    }
    Optional<YamlNode> written = mapping.get(kind.actorKey());
    if (written.isPresent()) {
      return values
          .read(kind.actorKey(), ValueType.ACTOR, written.get(), "")
          .map(String.class::cast);
    }
    if (machines.size() <= 1) {
      return Optional.of(machines.stream().findFirst().orElse(""));
    }
    if (misspelled(mapping, kind, kind.actorKey())) {
      return Optional.empty();
    }
    problems.add(
        mapping.place(),
        ScenarioException.Code.MISSING_KEY,
        kind.word() + " does not say on which machine; machines: " + String.join(", ", machines),
        "add on: and one of them");
    return Optional.empty();
  }

  private void unknownKey(Scalar key, StepKind kind) {
    List<String> known = kind.members().stream().map(Member::name).toList();
    problems.add(
        key.place(),
        ScenarioException.Code.UNKNOWN_KEY,
        kind.word() + " has no key \"" + key.shown() + "\"; keys: " + String.join(", ", known),
        DidYouMean.hint(key.text(), known, "remove it"));
  }

  /** True if an unknown key, reported as such, was probably meant to be {@code key}. */
  private static boolean misspelled(Mapping mapping, StepKind kind, String key) {
    List<String> known = kind.members().stream().map(Member::name).toList();
    return mapping.entries().stream()
        .map(entry -> entry.key().text())
        .anyMatch(
            word -> !known.contains(word) && DidYouMean.to(word, known).equals(Optional.of(key)));
  }

  private boolean complete(Mapping mapping, StepKind kind) {
    List<String> absent = new ArrayList<>();
    for (Member member : kind.members()) {
      if (member.required()
          && mapping.get(member.name()).isEmpty()
          && !misspelled(mapping, kind, member.name())) {
        absent.add(member.name());
      }
    }
    for (String key : absent) {
      problems.add(
          mapping.place(),
          ScenarioException.Code.MISSING_KEY,
          kind.word() + " lacks the key " + key,
          "add " + key + ": and its value");
    }
    return absent.isEmpty();
  }

  private void checkNeeds(Mapping mapping, StepKind kind, String machine) {
    Set<Possession> has = possessions.getOrDefault(machine, Set.of());
    for (Possession thing : kind.needs()) {
      if (!has.contains(thing)) {
        problems.add(
            mapping.place(),
            ScenarioException.Code.UNDEFINED,
            kind.word()
                + (thing.words().matches("[aeiou].*") ? " needs an " : " needs a ")
                + thing.words()
                + ", and "
                + machine
                + " has none by then",
            thing.origin());
      }
    }
  }

  private void copy(String from, String to) {
    Set<Possession> copied = EnumSet.noneOf(Possession.class);
    copied.addAll(possessions.getOrDefault(from, Set.of()));
    copied.removeAll(Set.of(Possession.PENDING, Possession.APPLICATION, Possession.BACKUP));
    possessions.put(to, copied);
  }

  private void follow(StepKind kind, String machine) {
    possessions.getOrDefault(machine, EnumSet.noneOf(Possession.class)).removeAll(kind.loses());
    kind.gives()
        .ifPresent(
            thing ->
                possessions
                    .computeIfAbsent(machine, m -> EnumSet.noneOf(Possession.class))
                    .add(thing));
  }
}
