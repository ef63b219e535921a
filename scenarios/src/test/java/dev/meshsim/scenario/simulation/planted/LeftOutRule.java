package dev.meshsim.scenario.simulation.planted;

import static dev.meshsim.scenario.simulation.planted.Change.empty;
import static dev.meshsim.scenario.simulation.planted.Change.gives;
import static dev.meshsim.scenario.simulation.planted.Change.instead;
import static dev.meshsim.scenario.simulation.planted.Change.returns;
import static dev.meshsim.scenario.simulation.planted.Change.skip;
import static dev.meshsim.scenario.simulation.planted.Change.without;

import dev.meshsim.scenario.Rule;
import java.util.List;
import java.util.Map;

/**
 * A portal that leaves out a rule: a row of the table.
 *
 * @param changes of the portal; together they leave out the rule
 */
record LeftOutRule(Rule rule, List<Defect> changes) {

  private static final String SERVICE = "portal.service.";
  private static final String CREATE =
      "create(Ldev/meshsim/protocol/CreateRequest;Ldev/meshsim/portal/service/Caller;)"
          + "Ldev/meshsim/protocol/CreateResponse;";

  /** The rules that cannot be tried from outside, each with its reason. */
  static final Map<Rule, String> UNTRIED =
      Map.of(Rule.CONNECTION_EXPIRES, "a request stays open for seven days of real time");

  /** All, in the order of the rules. */
  static final List<LeftOutRule> ALL =
      List.of(
          row(
              Rule.NAME_FORM,
              "QueryRules",
              "find",
              instead("parse", 0, "anyName", "takes any text for a name")),
          row(Rule.NAME_DOMAIN, "AccountRules", "domainObjection", returns(Change.Value.EMPTY)),
          row(Rule.NAME_TAKEN, "AccountRules", "requireRepeat", empty()),
          row(Rule.NAME_CASE, "AccountRules", "requireRepeat", empty()),
          row(Rule.NAME_DELETED, "AccountRules", "requireOwner", empty()),
          row(
              Rule.ACCOUNT_SIGNED,
              "AccountRules",
              CREATE,
              new Change.Jump(2, 5, "takes a request that nobody has signed")),
          row(Rule.ACCOUNT_KNOWN, "Authority", "unknownAccount", returns(Change.Value.NOTHING)),
          row(Rule.ACCOUNT_DELETED, "PortalState", "account", gives("deleted", Change.Value.FALSE)),
          new LeftOutRule(
              Rule.REQUEST_FORM,
              List.of(new Defect("", "json.MeshJson", "strict", skip("enable", 1), ""))),
          row(Rule.REQUEST_SIZE, "RequestCheck", "check", empty()),
          row(Rule.REQUEST_CHALLENGE, "Freshness", "requireFresh", empty()),
          row(Rule.REQUEST_ONCE, "Freshness", "use", empty()),
          row(
              Rule.REQUEST_TIME,
              "Freshness",
              "requireFresh",
              gives("compareTo", Change.Value.NOTHING)),
          row(Rule.REQUEST_SIGNER, "Authority", "envelope", gives("equals", 1, Change.Value.TRUE)),
          row(Rule.SIGNATURE_VERIFIES, "Authority", "verify", without("verifyOnce")),
          new LeftOutRule(
              Rule.ADMINISTRATOR_ASKS,
              List.of(
                  change("Authority", "administrator", gives("orElseThrow", Change.Value.NOTHING)),
                  change("Authority", "verify", empty()))),
          row(Rule.ADMINISTRATOR_SIGNS, "ProfileStoring", "requireSuccession", empty()),
          row(Rule.VERSION_REPLACES, "Succession", "requireReplaces", empty()),
          row(Rule.VERSION_REPEATED, "CompletionRules", "isGiven", returns(Change.Value.FALSE)),
          row(
              Rule.APPLICATION_SIGNER,
              "PublishRules",
              "publishApplication",
              instead("application", 1, "unverified", "reads it without verifying it")),
          row(Rule.APPLICATION_LISTED, "PublishRules", "publishApplication", empty()),
          row(Rule.APPLICATION_IDENTIFIER, "ProfileStoring", "claim", empty()),
          row(Rule.ESCROW_SIGNED, "EscrowRules", "publish", empty()),
          row(Rule.ESCROW_ONCE, "EscrowRules", "publish", gives("equals", Change.Value.TRUE)),
          row(Rule.ESCROW_VOIDED, "EscrowRules", "voided", returns(Change.Value.EMPTY_LIST)),
          row(Rule.CONNECTION_PROFILE, "ConnectRules", "start", gives("equals", Change.Value.TRUE)),
          row(
              Rule.CONNECTION_NEEDED,
              "ConnectRules",
              "requireNew",
              gives("isPresent", Change.Value.FALSE)),
          row(Rule.CONNECTION_LATEST, "CompletionRules", "requireAnswers", empty()),
          row(Rule.CONNECTION_FRESH, "ConnectRules", "requireFresh", empty()),
          row(Rule.CONNECTION_FLOOD, "ConnectRules", "start", gives("size", Change.Value.NOTHING)),
          row(Rule.CONNECTION_ANSWERED, "CompletionRules", "isGiven", returns(Change.Value.TRUE)),
          row(
              Rule.CONNECTION_PUBLISHED,
              "CompletionRules",
              "requireAnswerable",
              gives("contains", Change.Value.TRUE)),
          row(Rule.CONNECTION_ASKER, "Authority", "device", empty()));

  private static LeftOutRule row(Rule rule, String type, String method, Change change) {
    return new LeftOutRule(rule, List.of(change(type, method, change)));
  }

  private static Defect change(String type, String method, Change change) {
    return new Defect(method, SERVICE + type, method, change, "");
  }

  /** The name of the rule, as the kit takes it. */
  String name() {
    return rule.tag().substring(Rule.TAG.length());
  }

  /** A loader of the portal with the changes: of its rules only, if only they are changed. */
  PlantedLoader loader() {
    String rules = "dev.meshsim." + SERVICE;
    boolean only = changes.stream().allMatch(each -> each.className().startsWith(rules));
    String server = PlantedServer.class.getName();
    return new PlantedLoader(
        changes,
        only
            ? name -> name.startsWith(rules) || name.startsWith(server)
            : name -> name.startsWith("dev.meshsim."));
  }

  @Override
  public String toString() {
    return name();
  }
}
