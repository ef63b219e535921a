package dev.meshsim.docs;

import dev.meshsim.json.MeshJson;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.RunListener;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.Verdict;
import dev.meshsim.scenario.Expectation;
import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.run.Case;
import dev.meshsim.scenario.run.RunPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What the cases of a run have shown: statuses of the portal, refusals and errors. */
final class Coverage implements RunListener {

  /** What a request is called whose transaction cannot be told. */
  static final String UNREADABLE = "?";

  private static final String ERROR = "error ";

  /** An answer of the portal. */
  record Answer(String transaction, int status) {}

  private final Map<Answer, Set<String>> answers = new HashMap<>();
  private final Map<String, Set<String>> reasons = new TreeMap<>();
  private final Map<String, Set<String>> codes = new TreeMap<>();
  private final Map<Rule, Set<String>> rules = new TreeMap<>();
  private final List<String> notPassed = new ArrayList<>();

  /** Notes the rules that the cases name and the errors that their steps expect. */
  Coverage(RunPlan plan) {
    for (Case each : plan.cases()) {
      for (Rule rule : Rule.values()) {
        if (each.tags().contains(rule.tag())) {
          add(rules, rule, each.name());
        }
      }
      each.scenario().steps().stream()
          .flatMap(step -> step.expectations().stream())
          .map(Expectation::text)
          .filter(text -> text.startsWith(ERROR))
          .forEach(text -> add(codes, text.substring(ERROR.length()), each.name()));
    }
  }

  private static <K> void add(Map<K, Set<String>> map, K key, String name) {
    map.computeIfAbsent(key, any -> new TreeSet<>()).add(name);
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.ScenarioTraced traced) {
      traced.trace().exchanges().forEach(one -> exchange(traced.scenario(), one));
    } else if (event instanceof RunEvent.ScenarioRejected rejected) {
      notPassed.addAll(rejected.problems());
    } else if (event instanceof RunEvent.ScenarioFinished finished
        && finished.result().verdict() != Verdict.PASSED) {
      finished
          .result()
          .explained()
          .forEach(
              step -> notPassed.add(step.place() + ": " + step.explanation().orElse("no reason")));
    }
  }

  private void exchange(String name, TracedExchange one) {
    JsonNode response = MeshJson.readTree(one.response()).iterator().next();
    int status = response.path("Status").intValue(0);
    add(answers, new Answer(one.transaction(), status), name);
    String reason = response.path("StatusReason").stringValue("");
    if (!reason.isEmpty()) {
      add(reasons, status + " " + reason, name);
    }
  }

  /** What did not pass, with its reason; a coverage of it says nothing. */
  List<String> notPassed() {
    return List.copyOf(notPassed);
  }

  /** Every answer that a portal gave. */
  Set<Answer> answers() {
    return Set.copyOf(answers.keySet());
  }

  /** The cases in which the portal answered so. */
  Set<String> cases(Answer answer) {
    return answers.getOrDefault(answer, Set.of());
  }

  /** The cases that expect the error of this code. */
  Set<String> cases(String code) {
    return codes.getOrDefault(code, Set.of());
  }

  /** The cases that name the rule. */
  Set<String> cases(Rule rule) {
    return rules.getOrDefault(rule, Set.of());
  }

  /** True if the case met the refusal of a rule, or the rule has none. */
  boolean shows(String name, Rule rule) {
    if (rule.code().isPresent()) {
      return cases(rule.code().get().code()).contains(name);
    }
    return rule.reason()
        .map(reason -> reasons.getOrDefault(refusal(rule, reason), Set.of()).contains(name))
        .orElse(true);
  }

  private static String refusal(Rule rule, RefusalReason reason) {
    return rule.status() + " " + reason.wireName();
  }
}
