package dev.meshsim.scenario.run;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.Quote;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses cases by tag and name. A case is chosen if it has any of the tags and none that is
 * excluded, and if any of the patterns matches its whole name; without tags or without patterns,
 * these choose all.
 *
 * @param tags as written: a tag, or {@code not} and a tag
 * @param names patterns, in which {@code *} stands for any characters and {@code ?} for one
 */
public record Choice(List<String> tags, List<String> names) {

  /** Chooses every case. */
  public static final Choice ALL = new Choice(List.of(), List.of());

  private static final Pattern NOT = Pattern.compile("not +(?<tag>.+)");

  /** Copies the lists. */
  public Choice {
    tags = List.copyOf(tags);
    names = List.copyOf(names);
  }

  /**
   * The chosen cases of a plan. Files that are no scenarios stay.
   *
   * @throws RunException {@code scenario.none-chosen} if a tag or a pattern is that of no case, or
   *     no case is chosen
   */
  RunPlan of(RunPlan plan) {
    wanted().forEach(tag -> requireTag(plan, tag));
    names.forEach(name -> requireName(plan, name));
    List<Case> chosen = plan.cases().stream().filter(this::takes).toList();
    if (chosen.isEmpty() && !plan.cases().isEmpty()) {
      throw RunException.noneChosen(
          "no scenario is chosen by all of these: "
              + tags.stream()
                  .map(tag -> "--tag " + Quote.text(tag))
                  .collect(Collectors.joining(" "))
              + names.stream()
                  .map(name -> " --name " + Quote.text(name))
                  .collect(Collectors.joining()),
          RunException.Code.NONE_CHOSEN.hint());
    }
    return new RunPlan(plan.rejected(), chosen);
  }

  /** True if the case is chosen. */
  public boolean takes(Case one) {
    List<String> wanted = wanted();
    return (wanted.isEmpty() || wanted.stream().anyMatch(one.tags()::contains))
        && excluded().stream().noneMatch(one.tags()::contains)
        && (names.isEmpty()
            || names.stream().anyMatch(name -> pattern(name).matcher(one.name()).matches()));
  }

  private List<String> wanted() {
    return tags.stream().filter(tag -> !NOT.matcher(tag).matches()).toList();
  }

  private List<String> excluded() {
    return tags.stream()
        .map(NOT::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group("tag"))
        .toList();
  }

  private static void requireTag(RunPlan plan, String tag) {
    TreeSet<String> known = new TreeSet<>();
    plan.cases().forEach(each -> known.addAll(each.tags()));
    if (!known.contains(tag)) {
      throw RunException.noneChosen(
          "no scenario has the tag " + Quote.text(tag),
          DidYouMean.hint(
              tag,
              known,
              known.isEmpty()
                  ? "there are no tags; choose by --name or by file"
                  : "the tags are: " + Quote.of(String.join(", ", known), 200)));
    }
  }

  private static void requireName(RunPlan plan, String name) {
    Pattern pattern = pattern(name);
    List<String> known = plan.cases().stream().map(Case::name).toList();
    if (known.stream().noneMatch(each -> pattern.matcher(each).matches())) {
      throw RunException.noneChosen(
          "no scenario has a name like " + Quote.text(name),
          DidYouMean.hint(name, known, RunException.Code.NONE_CHOSEN.hint()));
    }
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    glob.codePoints()
        .forEach(
            c ->
                regex.append(
                    c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
