package dev.meshsim.wizard;

import static dev.meshsim.wizard.Prompt.ACCOUNT;
import static dev.meshsim.wizard.Prompt.ACCOUNT_DELETION;
import static dev.meshsim.wizard.Prompt.ACCOUNT_TASK;
import static dev.meshsim.wizard.Prompt.ADMINISTRATOR;
import static dev.meshsim.wizard.Prompt.AGAIN;
import static dev.meshsim.wizard.Prompt.APPLICATION;
import static dev.meshsim.wizard.Prompt.CODE;
import static dev.meshsim.wizard.Prompt.FURTHER_ACCOUNT;
import static dev.meshsim.wizard.Prompt.LOST_DEVICE;
import static dev.meshsim.wizard.Prompt.NEW_ACCOUNT;
import static dev.meshsim.wizard.Prompt.PROFILE_DELETION;
import static dev.meshsim.wizard.Prompt.REJECTED;
import static dev.meshsim.wizard.Prompt.REMOVAL;
import static dev.meshsim.wizard.Prompt.REQUEST;
import static dev.meshsim.wizard.Prompt.SHARE;
import static dev.meshsim.wizard.Prompt.TASK;
import static dev.meshsim.wizard.Prompt.UNFINISHED_DELETION;
import static dev.meshsim.wizard.Prompt.USE;
import static dev.meshsim.wizard.Walk.chain;
import static dev.meshsim.wizard.Walk.step;

import dev.meshsim.wizard.Walk.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The ways through the tasks of a profile manager that has a profile. */
final class TaskWalks {

  private static final String THERE = "The profile is in ~/.mmm and at its portal.";

  private TaskWalks() {}

  private static Function<Homes, String> asks(String machine, boolean administrator) {
    return homes -> Scenes.asks(homes, machine, administrator);
  }

  private static Function<Homes, String> code(String machine) {
    return homes -> Scenes.code(homes, machine);
  }

  static Walk newShares() {
    return desktop(
        "new shares",
        Scenes::aProfile,
        chain(
            List.of(step(TASK, "Make new", THERE)),
            Walks.shares("No new shares were made. Earlier ones are as good as before.")),
        Walks::hasShares);
  }

  private static Walk desktop(
      String name, Consumer<Homes> before, List<Step> steps, Predicate<Homes> done) {
    return new Walk(name, before, true, "desktop", steps, done);
  }

  /** New shares while the portal is away. */
  static Walk sharesAgain() {
    List<Step> steps = new ArrayList<>(newShares().steps());
    Step last = steps.remove(steps.size() - 1);
    steps.add(step(last.prompt(), homes -> away(homes, true, Rehearsal.PAPER), last.kept()));
    steps.add(
        step(
            AGAIN,
            homes -> away(homes, false, "yes"),
            "It is not known whether the new shares are in force"));
    return desktop(
        "shares while the portal is away",
        Scenes::aProfile,
        steps,
        homes -> away(homes, false, "").isEmpty() && Walks.hasShares(homes));
  }

  private static String away(Homes homes, boolean away, String answer) {
    homes.portal().away(away);
    return answer;
  }

  static Walk accept() {
    String open = "No request was answered; it stays open.";
    return desktop(
        "accept",
        Scenes::aProfile,
        List.of(
            step(TASK, "Connect a", THERE),
            step(REQUEST, asks("phone", false), open).changing(),
            step(CODE, code("phone"), open),
            step(USE, "to read and", open)),
        homes -> devices(homes) == 2);
  }

  private static int devices(Homes homes) {
    return Scenes.profile(homes, "desktop").refresh().devices().size();
  }

  static Walk acceptAdministrator() {
    String open = "No request was answered; it stays open.";
    return desktop(
        "accept an administrator",
        Scenes::aProfile,
        List.of(
            step(TASK, "Connect a", THERE),
            step(REQUEST, asks("laptop", true), open).changing(),
            step(CODE, code("laptop"), open),
            step(ADMINISTRATOR, "yes", open),
            step(USE, "to read", open)),
        homes -> Scenes.profile(homes, "desktop").administrators().size() == 2);
  }

  static Walk reject() {
    String open = "No request was answered; it stays open.";
    return desktop(
        "reject",
        Scenes::aProfile,
        List.of(
            step(TASK, "Connect a", THERE),
            step(REQUEST, asks("phone", false), open).changing(),
            step(CODE, "no", open),
            step(REJECTED, "Reject phone", open)),
        homes -> Scenes.profile(homes, "desktop").connectPending().pending().isEmpty());
  }

  static Walk removal() {
    String none = "No device was removed.";
    return desktop(
        "removal",
        Scenes::aPhone,
        List.of(
            step(TASK, "Remove a", THERE),
            step(LOST_DEVICE, "phone", none),
            step(REMOVAL, "yes", none)),
        homes -> devices(homes) == 1);
  }

  static Walk removalWithShares() {
    String none = "No device was removed";
    return new Walk(
        "removal with shares",
        Scenes::twoAdministrators,
        true,
        "laptop",
        List.of(
            step(TASK, "Remove a", THERE),
            step(LOST_DEVICE, "desktop", none),
            step(REMOVAL, "yes", none),
            step(SHARE, Walks.paper(0), none),
            step(SHARE, Walks.paper(1), none)),
        homes -> Scenes.profile(homes, "laptop").refresh().devices().size() == 1);
  }

  static Walk application() {
    return desktop(
        "an application",
        Scenes::aProfile,
        List.of(
            step(TASK, "Add an", THERE),
            step(APPLICATION, "MailProfile", "No application was added.")),
        homes -> Scenes.profile(homes, "desktop").applicationsOfType("MailProfile").size() == 1);
  }

  private static List<String> accounts(Homes homes) {
    return homes.session("desktop").accounts();
  }

  static Walk furtherAccount() {
    String none = "No account was changed.";
    return desktop(
        "a further account",
        Scenes::aProfile,
        List.of(
            step(TASK, "Accounts", THERE),
            step(ACCOUNT_TASK, "Add an", none),
            step(FURTHER_ACCOUNT, "alice@example.net", none)),
        homes -> accounts(homes).size() == 2);
  }

  static Walk usualAccount() {
    String none = "No account was changed.";
    return desktop(
        "another usual account",
        Scenes::twoAccounts,
        List.of(
            step(TASK, "Accounts", THERE),
            step(ACCOUNT_TASK, "Make another", none),
            step(ACCOUNT, "alice@example.net", none)),
        homes -> Scenes.profile(homes, "desktop").account().equals("alice@example.net"));
  }

  static Walk deletedAccount() {
    String none = "No account was changed.";
    return desktop(
        "a deleted account",
        Scenes::twoAccounts,
        List.of(
            step(TASK, "Accounts", THERE),
            step(ACCOUNT_TASK, "Delete an", none),
            step(ACCOUNT, "alice@example.net", none),
            step(ACCOUNT_DELETION, "yes", none)),
        homes -> accounts(homes).equals(List.of(Homes.ALICE)));
  }

  static Walk deletion() {
    return desktop(
        "deletion",
        Scenes::aProfile,
        List.of(
            step(TASK, "Delete the", THERE),
            step(PROFILE_DELETION, Homes.ALICE, "The profile was not deleted.")),
        homes -> homes.session("desktop").profiles().isEmpty());
  }

  static Walk unfinishedDeletion() {
    String open = "The profile is in ~/.mmm. No portal has acknowledged an account of it.";
    return desktop(
        "deletion of an unfinished profile",
        Scenes::anUnfinishedProfile,
        List.of(
            step(NEW_ACCOUNT, Rehearsal.BACK, open),
            step(TASK, "Delete the", open),
            step(UNFINISHED_DELETION, "yes", "The profile was not deleted.")),
        homes -> homes.session("desktop").profiles().isEmpty());
  }
}
