package dev.meshsim.scenario.reader;

import dev.meshsim.error.Quote;
import dev.meshsim.scenario.DidYouMean;
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
          DidYouMean.hint(text, templates, "use one of these, with a value for what is in braces"));
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
    return Optional.of(expectation);
  }
}
