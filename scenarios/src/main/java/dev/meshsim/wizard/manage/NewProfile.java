package dev.meshsim.wizard.manage;

import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.protocol.Status;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.udf.Udf;
import dev.meshsim.wizard.AccountCheck;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Retrying;
import java.util.Optional;
import java.util.function.Function;

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
    String account = name(Optional.empty(), "");
    DeviceRegistration device = device(desk);
    PersonalProfile made = new PersonalProfile(device.deviceProfile());
    finish(created(account, made.udf(), name -> desk.session().createAccount(name, made)));
  }

  /** Goes on with a profile that is on the machine, and has no account that is acknowledged. */
  void goOn(Udf profile) {
    desk.talk().title("The account of the profile");
    Optional<String> asked = desk.session().unconfirmedAccounts(profile).stream().findFirst();
    desk.talk()
        .say(
            asked
                .map(
                    name ->
                        "The profile on this computer has asked for the account "
                            + name
                            + ", and its portal has not acknowledged it. Enter asks again.")
                .orElse("The profile on this computer has no account."));
    desk.talk().fact("profile", profile.text());
    desk.keptWithoutAccount();
    String account = name(Optional.of(profile), asked.orElse(""));
    finish(created(account, profile, name -> desk.session().createAccount(name, profile)));
  }

  private String name(Optional<Udf> profile, String proposal) {
    Question question = new AccountCheck(desk.session()).forNew(Prompt.NEW_ACCOUNT, profile);
    return desk.talk().ask(question.proposing(proposal));
  }

  /** Creates the account; asks for another name if another profile has this one. */
  private PersonalSession created(
      String account, Udf profile, Function<String, PersonalSession> create) {
    String name = account;
    while (true) {
      String asked = name;
      desk.keptWithoutAccount();
      try {
        return Retrying.whileAway(desk.talk(), () -> create.apply(asked));
      } catch (PortalRefusedException e) {
        if (e.status() != Status.ALREADY_EXISTS) {
          throw e;
        }
        desk.talk().failure("the name " + asked + " is another profile's", e);
        desk.keptAsItIs();
        name = name(Optional.of(profile), "");
      }
    }
  }

  private void finish(PersonalSession profile) {
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
