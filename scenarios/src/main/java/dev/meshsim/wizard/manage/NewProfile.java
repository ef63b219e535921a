package dev.meshsim.wizard.manage;

import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.wizard.AccountCheck;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Retrying;

/** Makes a profile and its account, its first applications and its shares. */
final class NewProfile {

  private final Desk desk;

  NewProfile(Desk desk) {
    this.desk = desk;
  }

  void make() {
    desk.talk().title("A new profile");
    desk.talk()
        .say(
            "A profile has an account at a portal, alice@example.com for example. Whether the name"
                + " is free is shown while you type.");
    desk.kept("No profile was made.");
    String account = desk.talk().ask(new AccountCheck(desk.session()).forNew(Prompt.NEW_ACCOUNT));
    DeviceRegistration device = device(desk);
    PersonalProfile made = new PersonalProfile(device.deviceProfile());
    desk.kept("If the portal has made the account all the same, its name is taken.");
    PersonalSession profile =
        Retrying.whileAway(desk.talk(), () -> desk.session().createAccount(account, made));
    String done = "The profile and its account " + profile.account() + " are made";
    desk.talk().say(done + ".");
    desk.talk().fact("profile", profile.udf().text());
    desk.kept(done + "; it has no shares yet.");
    new NewApplications(desk).addFirst(profile);
    desk.talk().title("Shares of the profile");
    if (desk.talk().agree(Prompt.FIRST_SHARES.about())) {
      new EscrowShares(desk).make(profile);
    }
  }

  /** The machine's device, or a new one with the name that the person gives. */
  static DeviceRegistration device(Desk desk) {
    return desk.session()
        .device()
        .orElseGet(
            () -> {
              String name = desk.talk().ask(Question.ofText(Prompt.COMPUTER_NAME.about()));
              return desk.session().createDevice(name, System.getProperty("os.name", "computer"));
            });
  }
}
