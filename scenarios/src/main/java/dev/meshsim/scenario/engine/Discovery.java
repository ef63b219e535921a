package dev.meshsim.scenario.engine;

import dev.meshsim.error.MeshException;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.results.CaseDirectory;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.ScenarioFile;
import dev.meshsim.scenario.run.ScenarioFiles;
import dev.meshsim.scenario.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.SelectorResolutionResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** Reads the selected scenario files and adds their chosen cases to the engine's tests. */
final class Discovery {

  private final EngineDiscoveryRequest request;
  private final EngineRoot root;
  private final UniqueId engine;

  /** The place of each name so far, by the name without regard to case. */
  private final Map<String, Origin> names = new HashMap<>();

  Discovery(EngineDiscoveryRequest request, EngineRoot root) {
    this.request = request;
    this.root = root;
    this.engine = root.getUniqueId();
  }

  /** True if the request has a selector that this engine answers. */
  static boolean isAsked(EngineDiscoveryRequest request, UniqueId engine) {
    return request.getSelectorsByType(DiscoverySelector.class).stream()
        .anyMatch(selector -> Selected.isFor(selector, engine));
  }

  void run() {
    for (DiscoverySelector selector : request.getSelectorsByType(DiscoverySelector.class)) {
      if (Selected.isFor(selector, engine)) {
        request.getDiscoveryListener().selectorProcessed(engine, selector, resolve(selector));
      }
    }
  }

  private SelectorResolutionResult resolve(DiscoverySelector selector) {
    try {
      boolean found = false;
      for (Selected selected : Selected.of(selector, engine)) {
        found |= add(selected);
      }
      return found ? SelectorResolutionResult.resolved() : SelectorResolutionResult.unresolved();
    } catch (MeshException e) {
      request
          .getDiscoveryListener()
          .issueEncountered(
              engine,
              DiscoveryIssue.builder(DiscoveryIssue.Severity.ERROR, e.getMessage())
                  .cause(e)
                  .build());
      return SelectorResolutionResult.unresolved();
    }
  }

  /** True if there is a test for the selection. */
  private boolean add(Selected selected) {
    Origin origin = selected.origin();
    boolean directory = Files.isDirectory(origin.path());
    if (!directory && !origin.isScenario()) {
      return false;
    }
    boolean found = false;
    for (ScenarioFile file : ScenarioFiles.read(List.of(origin.path()))) {
      Origin place = directory ? origin.below(Path.of(file.file())) : origin;
      found |= add(file, place, origin.prefix(directory), selected);
    }
    return found;
  }

  private boolean add(ScenarioFile file, Origin place, String prefix, Selected selected) {
    UniqueId id = place.id(engine);
    TestDescriptor parent =
        root.getChildren().stream()
            .filter(child -> child.getUniqueId().equals(id))
            .findFirst()
            .map(TestDescriptor.class::cast)
            .orElseGet(() -> new FileDescriptor(engine, place));
    Predicate<Case> line = at(selected.line(), file.cases());
    boolean found = false;
    if (!file.problems().isEmpty()) {
      found = add(parent, selected, rejected(id, place, Origin.joined(prefix, file.name()), file));
    }
    for (Case read : file.cases()) {
      Case one =
          new Case(
              Origin.joined(prefix, read.name()),
              read.scenario(),
              read.line(),
              read.tags(),
              read.needs());
      if (line.test(read) && root.parameters().choice().takes(one)) {
        for (String store : root.parameters().options().stores()) {
          found |= add(parent, selected, descriptor(id, place, one, store));
        }
      }
    }
    if (!parent.getChildren().isEmpty() && parent.getParent().isEmpty()) {
      root.addChild(parent);
    }
    return found;
  }

  private static boolean add(TestDescriptor parent, Selected selected, CaseDescriptor made) {
    if (selected.label().map(label -> !label.equals(made.getDisplayName())).orElse(false)) {
      return false;
    }
    // A case that two selectors name is there already.
    parent.addChild(made);
    return true;
  }

  private CaseDescriptor descriptor(UniqueId id, Origin place, Case one, String store) {
    String label = root.parameters().options().label(one, store);
    Origin first = names.putIfAbsent(CaseDirectory.folded(label), place);
    if (first != null && !first.equals(place)) {
      EngineException problem =
          EngineException.duplicateName(label, first.path().toString(), place.path().toString());
      return CaseDescriptor.rejected(id, label, place.source(), problem);
    }
    return CaseDescriptor.of(id, label, place.source(one.line().orElse(1)), one);
  }

  private static CaseDescriptor rejected(
      UniqueId id, Origin place, String label, ScenarioFile file) {
    List<Problem> problems = file.problems();
    ScenarioException first = ScenarioException.of(problems.get(0));
    Failures.at(first, label, file.file(), problems.get(0).place().line());
    problems.stream()
        .skip(1)
        .map(ScenarioException::of)
        .map(e -> Failures.at(e, label, file.file(), e.problems().get(0).place().line()))
        .forEach(first::addSuppressed);
    return CaseDescriptor.rejected(id, label, place.source(problems.get(0).place().line()), first);
  }

  /** The case at a line; any other line of a file means all of its cases. */
  private static Predicate<Case> at(OptionalInt line, List<Case> cases) {
    return line.isPresent() && cases.stream().anyMatch(each -> each.line().equals(line))
        ? each -> each.line().equals(line)
        : each -> true;
  }
}
