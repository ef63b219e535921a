package dev.meshsim.wizard.manage;

import dev.meshsim.session.AccountBehind;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.wizard.AccountCheck;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Retrying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The accounts of a profile at its portals. */
final class PortalAccounts {

  private final Desk desk;

  PortalAccounts(Desk desk) {
    this.desk = desk;
  }

  void manage(PersonalSession profile) {
    desk.talk().title("Accounts at portals");
    desk.kept("No account was changed.");
    List<String> accounts = profile.accounts();
    accounts.forEach(
        account ->
            desk.talk()
                .fact(
                    "account",
                    account + (account.equals(profile.account()) ? ", the usual one" : "")));
    List<String> choices = new ArrayList<>(List.of("Add an account at a portal"));
    if (accounts.size() > 1) {
      choices.add("Make another account the usual one");
      choices.add("Delete an account at its portal");
    }
    if (!profile.accountsBehind().isEmpty()) {
      choices.add("Give the portals that are behind what they missed");
    }
    choices.add("Back");
    String chosen = choices.get(desk.talk().choose(Prompt.ACCOUNT_TASK.about(), choices));
    if (chosen.startsWith("Add")) {
      add(profile);
    } else if (chosen.startsWith("Make")) {
      session(accounts).makeDefault();
      desk.talk().say("It is the usual account now.");
    } else if (chosen.startsWith("Delete")) {
      delete(accounts);
    } else if (chosen.startsWith("Give")) {
      report(profile.publishAgain());
    }
  }

  private void add(PersonalSession profile) {
    String account =
        desk.talk()
            .ask(
                new AccountCheck(desk.session())
                    .forNew(Prompt.FURTHER_ACCOUNT, Optional.of(profile.udf())));
    desk.kept("It is not known whether the account " + account + " was made: add it again.");
    Retrying.runWhileAway(desk.talk(), () -> profile.addAccount(account));
    desk.talk().say("The profile has the account " + account + " too.");
    report(profile.publishAgain());
  }

  private PersonalSession session(List<String> accounts) {
    return desk.session()
        .personalSession(accounts.get(desk.talk().choose(Prompt.ACCOUNT.about(), accounts)));
  }

  private void delete(List<String> accounts) {
    PersonalSession chosen = session(accounts);
    if (desk.talk().agree(Prompt.ACCOUNT_DELETION.about(chosen.account()))) {
      chosen.deleteAccount();
      desk.talk().say("The account " + chosen.account() + " is deleted.");
    }
  }

  private void report(List<AccountBehind> behind) {
    if (behind.isEmpty()) {
      desk.talk().say("All portals have all of the profile.");
    }
    behind.forEach(account -> desk.talk().failure(account.toString(), account.reason()));
  }
}
