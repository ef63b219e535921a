package dev.meshsim.scenario.reader;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.scenario.ExpectForm;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.StepKinds;
import java.util.List;
import java.util.Optional;

/** What was probably meant by an expectation that a step cannot show. */
final class ExpectationHints {

  private static final int SHOWN_STEPS = 3;

  private ExpectationHints() {}

  /** The nearest form with the value that it takes, or the steps that show it. */
  static String of(StepKind kind, String text) {
    Optional<String> argument =
        kind.allForms().stream()
            .filter(form -> hasWordsOf(form, text))
            .flatMap(form -> form.placeholder().stream())
            .findFirst();
    if (argument.isPresent()) {
      return "write " + value(argument.get()) + " for {" + argument.get() + "}";
    }
    List<String> elsewhere =
        StepKinds.all().stream()
            .filter(other -> other.forms().stream().anyMatch(form -> form.matches(text)))
            .map(StepKind::word)
            .toList();
    if (!elsewhere.isEmpty()) {
      return "it is shown by "
          + String.join(", ", elsewhere.subList(0, Math.min(SHOWN_STEPS, elsewhere.size())));
    }
    List<String> templates = kind.allForms().stream().map(ExpectForm::template).toList();
    return DidYouMean.hint(
        text.replaceFirst("^[0-9]+ ", "{n} ").replaceFirst(" [0-9]{3}$", " {status}"),
        templates,
        "use one of these, with a value for what is in braces");
  }

  /** True if the text has the fixed words of a form, and only the value in braces is wrong. */
  private static boolean hasWordsOf(ExpectForm form, String text) {
    int hole = form.template().indexOf('{');
    if (hole < 0) {
      return false;
    }
    String before = form.template().substring(0, hole);
    String after = form.template().substring(form.template().indexOf('}') + 1);
    return (text + " ").startsWith(before)
        && text.endsWith(after)
        && !form.placeholder().equals(Optional.of("text"));
  }

  private static String value(String placeholder) {
    return switch (placeholder) {
      case "n" -> "a number";
      case "status" -> "a status such as 409";
      case "code" -> "a code such as share.too-few";
      default -> "the name of a machine";
    };
  }
}
