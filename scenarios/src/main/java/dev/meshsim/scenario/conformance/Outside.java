package dev.meshsim.scenario.conformance;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.Need;
import dev.meshsim.scenario.Rule;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.StepKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cases that can be played against a portal from outside. */
public final class Outside {

  private static final String UNSEEN = "the portal's logs cannot be seen from outside";

  /** The steps that need the inside of a portal, each with its reason. */
  private static final Map<String, String> INSIDE = inside();

  /** Expectations about what a portal's log has. */
  private static final Set<String> OF_THE_LOG = Set.of("profile version {n}", "latest profile");

  /** What a message has that was signed beforehand, for another portal and another time. */
  private static final String SIGNED = "SignedData";

  private Outside() {}

  private static Map<String, String> inside() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("wait", "the portal's time does not pass when a step says so");
    all.put("restartPortal", "the portal cannot be stopped from outside");
    all.put("backupPortal", "the portal's data cannot be copied from outside");
    all.put("restorePortal", "the portal's data cannot be put back from outside");
    all.put("logged", UNSEEN);
    all.put("hostile", "the case is about a portal that lies");
    return all;
  }

  /** The rules of portals, in their order: those before the first that only a client enforces. */
  public static List<Rule> rules() {
    return List.of(Rule.values()).subList(0, Rule.CODES_COMPARED.ordinal());
  }

  /**
   * The reason why a case cannot be played from outside; empty if it can.
   *
   * @param dialect the dialect of the portal
   */
  public static Optional<String> reason(Scenario scenario, Dialect dialect) {
    if (scenario.portals().size() > 1) {
      return Optional.of("it needs several portals");
    }
    if (!scenario.logs().isEmpty()) {
      return Optional.of("the portal's logs cannot be filled from outside");
    }
    if (scenario.needs().contains(Need.LOG)) {
      return Optional.of("whether the portal makes checkpoints is not decided from outside");
    }
    if (scenario.needs().contains(Need.DISK)) {
      return Optional.of("disks cannot fail from outside");
    }
    if (scenario.fixed().contains("dialect") && scenario.dialect() != dialect) {
      return Optional.of("its dialect is " + scenario.dialect().label());
    }
    return scenario.steps().stream().map(Outside::reason).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> reason(Step step) {
    StepKind kind = step.kind();
    String word = kind.word();
    Optional<String> inside = Optional.ofNullable(INSIDE.get(word));
    if (inside.isPresent()) {
      return inside;
    }
    if (step.expectations().stream()
        .anyMatch(each -> OF_THE_LOG.contains(each.form().template()))) {
      return Optional.of(UNSEEN);
    }
    if (word.equals("exchange")
        && step.values().optionalText(word).filter(text -> text.contains(SIGNED)).isPresent()) {
      return Optional.of("a message in it was signed for another portal and another time");
    }
    return Optional.empty();
  }
}
