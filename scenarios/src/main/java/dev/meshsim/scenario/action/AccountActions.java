package dev.meshsim.scenario.action;

import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.scenario.Step;
import dev.meshsim.session.AccountBehind;
import dev.meshsim.session.PersonalSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The actions on several portals and accounts. */
final class AccountActions {

  private static final String NONE_BEHIND = "none behind";

  private AccountActions() {}

  static Observation addAccount(Stage stage, Step step) {
    stage.actor(step).personal().addAccount(step.values().text("addAccount"));
    return Observation.ok();
  }

  static Observation bindAccount(Stage stage, Step step) {
    stage.actor(step).personal().bindAccount(step.values().text("bindAccount"));
    return Observation.ok();
  }

  static Observation personalSession(Stage stage, Step step) {
    Actor player = stage.actor(step);
    player.made(player.session().personalSession(step.values().text("personalSession")));
    return Observation.ok();
  }

  static Observation accounts(Stage stage, Step step) {
    Actor player = stage.actor(step);
    List<String> accounts = player.session().accounts();
    List<String> seen = new ArrayList<>();
    seen.add(accounts.size() + " accounts");
    seen.add(player.session().profiles().size() + " profiles");
    accounts.forEach(account -> seen.add("account " + account));
    player.machine().defaultOf(RecordKind.ACCOUNT).ifPresent(name -> seen.add("default " + name));
    List<String> behind =
        accounts.stream().filter(account -> player.machine().behind(account).isPresent()).toList();
    seen.addAll(behind(behind));
    return Observation.ok(seen);
  }

  static Observation findings(Stage stage, Step step) {
    return Observation.ok(stage.actor(step).session().findings().size() + " findings");
  }

  static Observation publishAgain(Stage stage, Step step) {
    PersonalSession session = stage.actor(step).personal();
    Optional<Side> side =
        step.values().optionalText("side").map(word -> Side.valueOf(word.toUpperCase(Locale.ROOT)));
    List<AccountBehind> behind = side.map(session::publishAgain).orElseGet(session::publishAgain);
    return Observation.ok(behind(behind.stream().map(AccountBehind::account).toList()));
  }

  private static List<String> behind(List<String> accounts) {
    return accounts.isEmpty()
        ? List.of(NONE_BEHIND)
        : accounts.stream().map(account -> "behind " + account).toList();
  }

  static Observation makeDefault(Stage stage, Step step) {
    stage.actor(step).personal().makeDefault();
    return Observation.ok();
  }

  static Observation forgetAccount(Stage stage, Step step) {
    stage.actor(step).personal().forgetAccount();
    return Observation.ok();
  }
}
