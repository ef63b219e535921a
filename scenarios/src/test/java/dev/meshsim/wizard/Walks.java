package dev.meshsim.wizard;

import static dev.meshsim.wizard.Prompt.ANSWER;
import static dev.meshsim.wizard.Prompt.APPLICATION;
import static dev.meshsim.wizard.Prompt.CODE_TAKEN;
import static dev.meshsim.wizard.Prompt.COMPUTER_NAME;
import static dev.meshsim.wizard.Prompt.CONNECTED_ACCOUNT;
import static dev.meshsim.wizard.Prompt.CONTENT;
import static dev.meshsim.wizard.Prompt.DEVICE_NAME;
import static dev.meshsim.wizard.Prompt.FIRST_SHARES;
import static dev.meshsim.wizard.Prompt.GIVEN_APPLICATION;
import static dev.meshsim.wizard.Prompt.LOST_ACCOUNT;
import static dev.meshsim.wizard.Prompt.MISSING_SHARES;
import static dev.meshsim.wizard.Prompt.NEW_ACCOUNT;
import static dev.meshsim.wizard.Prompt.PASSWORD;
import static dev.meshsim.wizard.Prompt.PASSWORD_TASK;
import static dev.meshsim.wizard.Prompt.PASSWORD_TO_READ;
import static dev.meshsim.wizard.Prompt.QUORUM;
import static dev.meshsim.wizard.Prompt.SHARE;
import static dev.meshsim.wizard.Prompt.SHARE_COUNT;
import static dev.meshsim.wizard.Prompt.SHARE_TO_WRITE;
import static dev.meshsim.wizard.Prompt.SHARE_TYPED_BACK;
import static dev.meshsim.wizard.Prompt.SITE;
import static dev.meshsim.wizard.Prompt.TASK;
import static dev.meshsim.wizard.Prompt.USER;
import static dev.meshsim.wizard.Walk.chain;
import static dev.meshsim.wizard.Walk.step;
import static dev.meshsim.wizard.Walk.then;

import dev.meshsim.session.PersonalSession;
import dev.meshsim.wizard.Walk.Step;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The ways through both wizards, which together have every prompt and every task. */
final class Walks {

  private static final String PAPER = Rehearsal.PAPER;
  private static final String THERE = "The profile is in ~/.mmm and at its portal.";
  private static final String MADE =
      "and its account alice@example.com are made; it has no shares yet.";
  private static final String VOID = "The shares are not in force: throw away";

  private Walks() {}

  static List<Walk> all() {
    return List.of(
        newProfile(),
        unfinishedProfile(),
        recovery(),
        administrator(),
        missingShares(),
        TaskWalks.newShares(),
        TaskWalks.sharesAgain(),
        TaskWalks.accept(),
        TaskWalks.acceptAdministrator(),
        TaskWalks.reject(),
        TaskWalks.removal(),
        TaskWalks.removalWithShares(),
        TaskWalks.application(),
        TaskWalks.furtherAccount(),
        TaskWalks.usualAccount(),
        TaskWalks.deletedAccount(),
        TaskWalks.deletion(),
        TaskWalks.unfinishedDeletion(),
        connection(),
        newPassword(),
        readPassword(),
        otherContent());
  }

  static Function<Homes, String> paper(int share) {
    return homes -> homes.paper().get(share);
  }

  static List<Step> shares(String before) {
    return List.of(
        step(SHARE_COUNT, "2", before),
        step(QUORUM, "2", before),
        step(SHARE_TO_WRITE, "", VOID),
        step(SHARE_TYPED_BACK, PAPER, VOID),
        step(SHARE_TO_WRITE, "", VOID),
        step(SHARE_TYPED_BACK, PAPER, VOID));
  }

  static boolean hasShares(Homes homes) {
    PersonalSession profile = Scenes.profile(homes, "desktop");
    return homes.notes("desktop").hasShares(profile.udf());
  }

  private static Walk unfinishedProfile() {
    String open = "The profile is in ~/.mmm. No portal has acknowledged an account of it.";
    return new Walk(
        "an unfinished profile",
        Scenes::anUnfinishedProfile,
        true,
        "desktop",
        chain(
            List.of(step(NEW_ACCOUNT, Homes.ALICE, open).changing()),
            then(
                List.of(step(MISSING_SHARES, "no", THERE)),
                List.of(step(APPLICATION, "No more", MADE), step(FIRST_SHARES, "no", MADE)))),
        homes ->
            homes.session("desktop").accounts().equals(List.of(Homes.ALICE))
                && homes.session("desktop").profiles().size() == 1);
  }

  private static Walk newProfile() {
    String none = "No profile was made.";
    List<Step> missing = chain(List.of(step(MISSING_SHARES, "yes", THERE)), shares(THERE));
    List<Step> before =
        List.of(
            step(TASK, "Make a new", "Stopped. Nothing was changed."),
            step(NEW_ACCOUNT, Homes.ALICE, none),
            step(COMPUTER_NAME, "desktop", none).changing());
    List<Step> after =
        List.of(
            step(APPLICATION, "PasswordProfile", MADE).changing(),
            step(APPLICATION, "No more", MADE),
            step(FIRST_SHARES, "yes", MADE));
    return new Walk(
        "a new profile",
        homes -> {},
        true,
        "desktop",
        chain(before, then(missing, chain(after, shares(MADE)))),
        Walks::hasShares);
  }

  private static Walk recovery() {
    String none = "Nothing was changed, and no share is kept.";
    return new Walk(
        "recovery",
        Scenes::shares,
        true,
        "new",
        List.of(
            step(TASK, "Recover", "Stopped. Nothing was changed."),
            step(LOST_ACCOUNT, Homes.ALICE, none),
            step(SHARE, paper(1), none),
            step(SHARE, paper(0), none),
            step(COMPUTER_NAME, "new", none)),
        homes -> Scenes.profile(homes, "new").administers());
  }

  private static Walk administrator() {
    List<Step> again =
        List.of(
            step(TASK, "Connect this", ""),
            step(CODE_TAKEN, "yes", ""),
            step(ANSWER, homes -> Scenes.answer(homes, "laptop"), ""));
    String open = "The request to alice@example.com stays open.";
    return new Walk(
        "an administrator",
        Scenes::aProfile,
        true,
        "laptop",
        chain(
            List.of(
                step(TASK, "Connect this", "Stopped. Nothing was changed."),
                step(CONNECTED_ACCOUNT, Homes.ALICE, "Nothing was changed."),
                step(DEVICE_NAME, "laptop", "Nothing was changed.").changing()),
            then(
                again,
                List.of(
                    step(CODE_TAKEN, "yes", open),
                    step(ANSWER, homes -> Scenes.answer(homes, "laptop"), open)))),
        homes -> Scenes.profile(homes, "laptop").administers());
  }

  private static Walk missingShares() {
    return new Walk(
        "missing shares",
        Scenes::aProfileWithoutShares,
        true,
        "desktop",
        chain(List.of(step(MISSING_SHARES, "yes", THERE)), shares(THERE)),
        Walks::hasShares);
  }

  private static Walk phone(String name, Predicate<Homes> done, Step... steps) {
    return new Walk(name, Scenes::aPhone, false, "phone", List.of(steps), done);
  }

  private static Walk connection() {
    String open = "The request to alice@example.com stays open.";
    List<Step> answered =
        List.of(
            step(CODE_TAKEN, "yes", open),
            step(ANSWER, homes -> Scenes.answer(homes, "phone"), open));
    return new Walk(
        "a connection",
        Scenes::aProfile,
        false,
        "phone",
        chain(
            List.of(
                step(CONNECTED_ACCOUNT, Homes.ALICE, "Nothing was changed."),
                step(DEVICE_NAME, "phone", "Nothing was changed.").changing()),
            then(answered, answered)),
        homes -> homes.session("phone").profiles().size() == 1);
  }

  private static Walk newPassword() {
    String none = "The password was not changed.";
    return phone(
        "a new password",
        homes -> Scenes.passwords(homes).contains("daisy 4"),
        step(GIVEN_APPLICATION, "PasswordProfile", "This device is connected."),
        step(PASSWORD_TASK, "Set the", "This device is connected."),
        step(SITE, "example.org", none),
        step(USER, "alice", none),
        step(PASSWORD, "daisy 4", none));
  }

  private static Walk readPassword() {
    return phone(
        "a password",
        homes -> Scenes.passwords(homes).equals(List.of("tulip 17")),
        step(GIVEN_APPLICATION, "PasswordProfile", "This device is connected."),
        step(PASSWORD_TASK, "example.org", "This device is connected."),
        step(PASSWORD_TO_READ, "", "This device is connected."));
  }

  private static Walk otherContent() {
    return phone(
        "the content of another application",
        homes -> true,
        step(GIVEN_APPLICATION, "MailProfile", "This device is connected."),
        step(CONTENT, "", "This device is connected."));
  }
}
