package dev.meshsim.scenario.reader;

import dev.meshsim.error.DidYouMean;
import dev.meshsim.scenario.Member;
import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.Quorum;
import dev.meshsim.scenario.ScenarioException;
import dev.meshsim.scenario.ShareRef;
import dev.meshsim.scenario.StepKind;
import dev.meshsim.scenario.yaml.Place;
import dev.meshsim.scenario.yaml.YamlNode;
import dev.meshsim.scenario.yaml.YamlNode.Mapping;
import dev.meshsim.scenario.yaml.YamlNode.Scalar;
import dev.meshsim.scenario.yaml.YamlNode.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds steps that cannot succeed, whatever the portals answer: a quorum over its shares, an
 * account of a domain that no portal has, a share that does not exist. A step that expects to fail
 * may have them.
 */
final class StepChecks {

  private static final int LEAST_QUORUM = 2;
  private static final int MOST_SHARES = 15;

  private final Set<String> portals;
  private final ScenarioProblems problems;

  /** The number of shares of the latest escrow of each machine. */
  private final Map<String, Integer> shares = new HashMap<>();

  StepChecks(Set<String> portals, ScenarioProblems problems) {
    this.portals = portals;
    this.problems = problems;
  }

  /**
   * Checks a step whose keys have been read.
   *
   * @param values the value of each key
   */
  void check(Mapping step, StepKind kind, String machine, Map<String, Object> values) {
    boolean fails = step.get("expect").filter(this::isFailure).isPresent();
    for (Member member : kind.members()) {
      Object value = values.get(member.name());
      if (value == null || fails) {
        continue;
      }
      YamlNode node = step.get(member.name()).orElse(step);
      switch (member.type()) {
        case ACCOUNT -> account(node.place(), (String) value);
        case ACCOUNTS -> accounts(node, (List<?>) value);
        case QUORUM -> quorum(node.place(), (Quorum) value);
        case SHARES -> shares(node, (List<?>) value);
        default -> {}
      }
    }
    if (!fails
        && kind.gives().filter(Possession.ESCROW::equals).isPresent()
        && values.get(kind.word()) instanceof Quorum quorum) {
      shares.put(machine, quorum.shares());
    }
  }

  /** True if the text of an expectation, or one of a list, is of a call that does not succeed. */
  private boolean isFailure(YamlNode expect) {
    if (expect instanceof Sequence list) {
      return list.items().stream().anyMatch(this::isFailure);
    }
    String text = expect instanceof Scalar scalar ? scalar.text().strip() : "";
    // One portal answers for every domain, and says that it does not serve the others.
    return text.startsWith("error")
        || text.startsWith("refused")
        || (text.startsWith("not ") && portals.size() == 1);
  }

  private void accounts(YamlNode node, List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      account(item(node, i), (String) values.get(i));
    }
  }

  private void account(Place place, String account) {
    String domain = account.substring(account.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    // If the list of portals is wrong, only that is reported.
    if (!portals.isEmpty() && !portals.contains(domain)) {
      problems.add(
          place,
          ScenarioException.Code.UNDEFINED,
          "no portal has the accounts of " + domain + "; portals: " + String.join(", ", portals),
          DidYouMean.hint(
              domain, portals, "name one of them, add it to portal, or expect the failure"));
    }
  }

  private void quorum(Place place, Quorum quorum) {
    if (quorum.shares() < LEAST_QUORUM
        || quorum.shares() > MOST_SHARES
        || quorum.quorum() < LEAST_QUORUM
        || quorum.quorum() > quorum.shares()) {
      problems.add(
          place,
          ScenarioException.Code.IMPOSSIBLE,
          "a secret is split into 2 to 15 shares, of which 2 to all recover it, not " + quorum,
          "write for example 2 of 3, or expect the failure: error share."
              + (quorum.shares() < LEAST_QUORUM || quorum.shares() > MOST_SHARES
                  ? "count"
                  : "quorum"));
    }
  }

  private void shares(YamlNode node, List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      ShareRef share = (ShareRef) values.get(i);
      Integer count = shares.get(share.machine());
      if (count == null) {
        problems.add(
            item(node, i),
            ScenarioException.Code.UNDEFINED,
            "no escrow has been made on " + share.machine() + " by then" + others(),
            "name the machine of the escrow before the number, for example "
                + shares.keySet().stream().sorted().findFirst().orElse("desktop")
                + " "
                + share.number());
      } else if (share.number() > count) {
        problems.add(
            item(node, i),
            ScenarioException.Code.IMPOSSIBLE,
            "the escrow of "
                + share.machine()
                + " has "
                + count
                + " shares, and there is no share "
                + share.number(),
            "write a number from 1 to " + count + ", or expect the failure");
      }
    }
  }

  private String others() {
    return shares.isEmpty()
        ? ""
        : ", only on " + String.join(", ", shares.keySet().stream().sorted().toList());
  }

  private static Place item(YamlNode node, int index) {
    return node instanceof Sequence list && index < list.items().size()
        ? list.items().get(index).place()
        : node.place();
  }
}
