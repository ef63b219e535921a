package dev.meshsim.wizard.manage;

import dev.meshsim.session.PersonalSession;
import dev.meshsim.udf.Udf;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Verdict;

/** Deletes a profile from this machine. */
final class Deletion {

  private final Desk desk;

  Deletion(Desk desk) {
    this.desk = desk;
  }

  void delete(PersonalSession profile) {
    desk.talk().title("Delete the profile from this computer");
    desk.kept("The profile was not deleted.");
    desk.talk()
        .say(
            "The profile, its applications and its master keys are removed from "
                + desk.place()
                + ". Its portal keeps what was published, and other devices go on.");
    if (new EscrowShares(desk).isMissing(profile)) {
      desk.talk()
          .say(
              "No shares of it were written down on this computer. If there are none, the master"
                  + " keys are gone for good.");
    }
    desk.talk()
        .ask(
            Question.of(
                Prompt.PROFILE_DELETION.about(),
                typed -> {
                  String name = typed.strip();
                  if (name.equals(profile.account())) {
                    return Verdict.good("");
                  }
                  return profile.account().startsWith(name)
                      ? Verdict.unfinished("")
                      : Verdict.bad("the account is " + profile.account());
                }));
    profile.delete();
    desk.talk().say("The profile is deleted from this computer.");
  }

  /** Deletes a profile that has no account which a portal has acknowledged. */
  void deleteWithoutAccount(Udf profile) {
    desk.talk().title("Delete the profile from this computer");
    desk.kept("The profile was not deleted.");
    desk.talk()
        .say(
            "The profile and its master keys are removed from "
                + desk.place()
                + ", and nothing brings them back.");
    desk.talk().fact("profile", profile.text());
    for (String account : desk.session().unconfirmedAccounts(profile)) {
      desk.talk()
          .say(
              "It has asked for the account "
                  + account
                  + ". If the portal has made it, the name stays taken, and nobody can use or delete"
                  + " the account. To delete it too, make the account first.");
    }
    if (!desk.talk().agree(Prompt.UNFINISHED_DELETION.about())) {
      desk.talk().say("The profile was not deleted.");
      return;
    }
    desk.session().deleteProfile(profile);
    desk.talk().say("The profile is deleted from this computer.");
  }
}
