package dev.meshsim.scenario.run;

import dev.meshsim.error.Quote;
import dev.meshsim.scenario.results.CaseLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a suite, for one of several machines. A case's name alone says in which shard it is, so
 * that a case that is added moves no other.
 *
 * @param index counted from 1
 * @param count the number of shards
 * @param source the variables it was read from, for people; empty if it was given as numbers
 */
public record Shard(int index, int count, String source) {

  /** The only shard. */
  public static final Shard WHOLE = new Shard(1, 1, "");

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

  /**
   * The variables of a CI service.
   *
   * @param first the index of its first machine
   */
  private record Service(String name, String index, String count, int first) {}

  private static final List<Service> SERVICES =
      List.of(
          new Service("GitLab", "CI_NODE_INDEX", "CI_NODE_TOTAL", 1),
          new Service("CircleCI", "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
          new Service("Buildkite", "BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0),
          new Service("Semaphore", "SEMAPHORE_JOB_INDEX", "SEMAPHORE_JOB_COUNT", 1),
          new Service("Azure Pipelines", "SYSTEM_JOBPOSITIONINPHASE", "SYSTEM_TOTALJOBSINPHASE", 1),
          new Service("Bitbucket", "BITBUCKET_PARALLEL_STEP", "BITBUCKET_PARALLEL_STEP_COUNT", 0),
          new Service("a matrix (GitHub Actions, Jenkins)", "SHARD_INDEX", "SHARD_TOTAL", 1));

  /** Checks that there is such a shard. */
  public Shard {
    if (index < 1 || index > count) {
      throw RunException.badChoice(
          "there is no shard " + index + " of " + count,
          "write --shard I/N, with I from 1 to N, for example --shard 1/4");
    }
  }

  /**
   * Reads {@code I/N}, or {@code auto} for what the variables of a CI service say.
   *
   * @param environment the variables of the process
   * @throws RunException {@code scenario.bad-choice} for anything else, or if no service says it
   */
  public static Shard parse(String text, Map<String, String> environment) {
    if (text.equals("auto")) {
      return auto(environment);
    }
    return read(text, "", 1)
        .orElseThrow(
            () ->
                RunException.badChoice(
                    "--shard takes I/N or auto, not " + Quote.text(text),
                    "write for example --shard 1/4"));
  }

  private static Optional<Shard> read(String text, String source, int first) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new Shard(
                Integer.parseInt(form.group(1)) + 1 - first,
                Integer.parseInt(form.group(2)),
                source))
        : Optional.empty();
  }

  private static Shard auto(Map<String, String> environment) {
    for (Service service : SERVICES) {
      String index = environment.get(service.index());
      String count = environment.get(service.count());
      if (index != null && count != null) {
        String source =
            service.index()
                + "="
                + index
                + " and "
                + service.count()
                + "="
                + count
                + " of "
                + service.name();
        return read(index + "/" + count, source, service.first())
            .orElseThrow(
                () ->
                    RunException.badChoice(
                        "the variables are no numbers: " + Quote.of(source),
                        "write --shard I/N instead"));
      }
    }
    throw RunException.badChoice(
        "no CI service says which shard this is: there are no variables like CI_NODE_INDEX and"
            + " CI_NODE_TOTAL",
        "write --shard I/N, or set SHARD_INDEX, counted from 1, and SHARD_TOTAL");
  }

  /** The part of a plan that is in this shard. */
  RunPlan of(RunPlan plan) {
    return new RunPlan(
        plan.rejected().stream().filter(file -> has(file.name())).toList(),
        plan.cases().stream().filter(each -> has(each.name())).toList(),
        this,
        plan.whole());
  }

  /** Records this part, and all names of the whole suite, for those who put the parts together. */
  void record(Map<String, Object> head, List<String> whole) {
    if (count > 1) {
      head.put(CaseLog.SHARD, index + "/" + count);
      head.put(CaseLog.WHOLE, whole);
    }
  }

  private boolean has(String name) {
    return Long.remainderUnsigned(NameDigest.of("mesh-sim shard", 0, name), count) == index - 1;
  }
}
