package dev.meshsim.scenario.reader;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.Quote;
import dev.meshsim.scenario.ExpectForm;
import dev.meshsim.scenario.Expectation;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.ValueType;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the expectations of a step: one text or a list of texts. */
final class ExpectationReader {

  private final Set<String> machines;
  private final ScenarioProblems problems;

  ExpectationReader(Set<String> machines, ScenarioProblems problems) {
    this.machines = machines;
    this.problems = problems;
  }

  List<Expectation> read(StepKind kind, YamlNode value) {
    List<YamlNode> items = value instanceof YamlNode.Sequence list ? list.items() : List.of(value);
    List<Expectation> expectations = new ArrayList<>();
    for (YamlNode item : items) {
      if (item instanceof Scalar scalar && !scalar.absent()) {
        one(kind, scalar).ifPresent(expectations::add);
      } else {
        problems.wrongType(item, "expect", ValueType.TEXTS);
      }
    }
    return expectations;
  }

  /** The form whose opposite this is; a call's failure is expected by its kind. */
  private static Optional<ExpectForm> opposite(StepKind kind, String text) {
    String rest = Expectation.withoutNot(text);
    return rest.equals(text)
        ? Optional.empty()
        : kind.forms().stream().filter(known -> known.matches(rest)).findFirst();
  }

  private Optional<Expectation> one(StepKind kind, Scalar scalar) {
    String text = scalar.text().strip().replaceAll("\\s+", " ");
    Optional<ExpectForm> form =
        kind.allForms().stream()
            .filter(known -> known.matches(text))
            .findFirst()
            .or(() -> opposite(kind, text));
    if (form.isEmpty()) {
      List<String> templates = kind.allForms().stream().map(ExpectForm::template).toList();
      problems.add(
          scalar.place(),
          ScenarioException.Code.BAD_EXPECTATION,
          kind.word()
              + " cannot show \""
              + Quote.brief(text)
              + "\"; expectations: "
              + String.join(", ", templates),
          ExpectationHints.of(kind, text));
      return Optional.empty();
    }
    Expectation expectation = new Expectation(scalar.place(), form.get(), text);
    if (form.get().placeholder().equals(Optional.of("machine"))
        && !machines.contains(expectation.argument())) {
      problems.add(
          scalar.place(),
          ScenarioException.Code.UNDEFINED,
          "there is no machine \""
              + expectation.argument()
              + "\"; machines: "
              + String.join(", ", machines),
          DidYouMean.hint(expectation.argument(), machines, "name one of them"));
      return Optional.empty();
    }
    return known(expectation) ? Optional.of(expectation) : Optional.empty();
  }

  /** False, and reports it, if the code or the status of the expectation does not exist. */
  private boolean known(Expectation expectation) {
    String argument = expectation.argument();
    Optional<String> placeholder = expectation.form().placeholder();
    if (placeholder.equals(Optional.of("code")) && !KnownCodes.all().contains(argument)) {
      problems.add(
          expectation.place(),
          ScenarioException.Code.BAD_EXPECTATION,
          "there is no error code \""
              + Quote.brief(argument)
              + "\"; codes: "
              + String.join(", ", KnownCodes.near(argument)),
          DidYouMean.hint(argument, KnownCodes.all(), "docs/errors.md lists the codes"));
      return false;
    }
    List<String> statuses = KnownStatuses.of(expectation.form());
    if (placeholder.equals(Optional.of("status")) && !statuses.contains(argument)) {
      problems.add(
          expectation.place(),
          ScenarioException.Code.BAD_EXPECTATION,
          "a portal does not give the status "
              + argument
              + " here; statuses: "
              + String.join(", ", statuses),
          argument.startsWith("2") && !statuses.get(0).startsWith("2")
              ? "a call that succeeds is not refused"
              : DidYouMean.hint(argument, statuses, "docs/statuses.md says when each is given"));
      return false;
    }
    return true;
  }
}
