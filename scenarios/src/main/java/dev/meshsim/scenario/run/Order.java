package dev.meshsim.scenario.run;

import dev.meshsim.error.Quote;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The order of the cases of a run.
 *
 * @param seed of a random order; empty for the order of the files
 */
public record Order(OptionalLong seed) {

  /** The order of the files. */
  public static final Order FILE = new Order(OptionalLong.empty());

  private static final Pattern RANDOM = Pattern.compile("random:(-?[0-9]{1,18})");

  /**
   * Reads {@code file} or {@code random:SEED}.
   *
   * @throws RunException {@code scenario.bad-choice} for anything else
   */
  public static Order parse(String text) {
    if (text.equals("file")) {
      return FILE;
    }
    var random = RANDOM.matcher(text);
    if (!random.matches()) {
      throw RunException.badChoice(
          "--order takes file or random:SEED, not " + Quote.text(text),
          "write for example --order random:7");
    }
    return new Order(OptionalLong.of(Long.parseLong(random.group(1))));
  }

  /** The plan in this order. Two cases have one order, whichever others there are. */
  RunPlan of(RunPlan plan) {
    if (seed.isEmpty()) {
      return plan;
    }
    List<Case> cases =
        plan.cases().stream()
            .sorted(
                Comparator.comparingLong(
                        (Case each) ->
                            NameDigest.of("mesh-sim order", seed.getAsLong(), each.name()))
                    .thenComparing(Case::name))
            .toList();
    return new RunPlan(plan.rejected(), cases, plan.shard(), plan.whole());
  }
}
