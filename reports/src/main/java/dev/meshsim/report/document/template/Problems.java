package dev.meshsim.report.document.template;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.report.document.template.DocumentException.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one template, so that all are reported at once. */
public final class Problems {

  private static final int SHOWN = 12;

  private final Set<DocumentProblem> found = new LinkedHashSet<>();

  public Problems() {}

  /** Adds a problem. */
  public void add(TemplatePlace place, Code code, String text, String hint) {
    found.add(new DocumentProblem(place, code, text, hint));
  }

  /**
   * Adds a name that does not exist, with the nearest one.
   *
   * @param what the kind of thing, {@code form}
   * @param known every name that exists
   * @param otherwise the hint if no name is near
   */
  public void unknown(
      TemplatePlace place, String what, String name, Collection<String> known, String otherwise) {
    add(
        place,
        Code.UNKNOWN,
        "there is no " + what + " \"" + name + "\"" + listed(known),
        DidYouMean.hint(name, known, otherwise));
  }

  private static String listed(Collection<String> known) {
    List<String> some = known.stream().limit(SHOWN).toList();
    int rest = known.size() - some.size();
    return some.isEmpty()
        ? ", and none at all here"
        : "; there are " + String.join(", ", some) + (rest > 0 ? " and " + rest + " more" : "");
  }

  /** True if there is a problem. */
  public boolean any() {
    return !found.isEmpty();
  }

  /**
   * Throws all problems in the order of the text.
   *
   * @throws DocumentException if there are any
   */
  public void throwIfAny() {
    if (any()) {
      List<DocumentProblem> sorted = new ArrayList<>(found);
      sorted.sort(Comparator.comparing(DocumentProblem::place));
      throw new DocumentException(sorted);
    }
  }
}
