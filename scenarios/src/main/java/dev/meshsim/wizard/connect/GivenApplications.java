package dev.meshsim.wizard.connect;

import dev.meshsim.error.MeshException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.wizard.Conversation;
import dev.meshsim.wizard.Leaving;
import dev.meshsim.wizard.Prompt;
import java.util.ArrayList;
import java.util.List;

/** Offers the applications that the device was given. */
final class GivenApplications {

  private final Conversation talk;
  private final PersonalSession profile;

  GivenApplications(Conversation talk, PersonalSession profile) {
    this.talk = talk;
    this.profile = profile;
  }

  /** Offers them until the person leaves. */
  void offer() {
    boolean again = true;
    while (again) {
      talk.kept("This device is connected.", "Start the connection tool again to go on.");
      talk.title("Applications of " + profile.account());
      List<ApplicationProfileEntry> given = given();
      List<String> choices = new ArrayList<>(given.stream().map(this::describe).toList());
      choices.add("Look again");
      choices.add("Leave");
      int chosen = talk.choose(Prompt.GIVEN_APPLICATION.about(), choices);
      again = chosen < choices.size() - 1;
      if (chosen < given.size()) {
        open(given.get(chosen));
      }
    }
  }

  private List<ApplicationProfileEntry> given() {
    VerifiedPersonalProfile version;
    try {
      version = profile.refresh();
    } catch (MeshException e) {
      talk.failure(e);
      version = profile.personalProfile();
    }
    Udf own = profile.thisDevice().identifier();
    List<ApplicationProfileEntry> given =
        version.profile().applications().stream()
            .filter(entry -> entry.decryptDevices().contains(own))
            .toList();
    if (given.isEmpty()) {
      talk.say("This device was given none. An administrator can give it some.");
    }
    return given;
  }

  private boolean changes(ApplicationProfileEntry entry) {
    return entry.adminDevices().contains(profile.thisDevice().identifier());
  }

  private String describe(ApplicationProfileEntry entry) {
    return entry.type() + (changes(entry) ? ", to read and change" : ", to read");
  }

  private void open(ApplicationProfileEntry entry) {
    try {
      ApplicationSession application = profile.application(entry.identifier().text());
      if (entry.type().equals(PasswordProfile.TYPE)) {
        new Passwords(talk, application, changes(entry)).offer();
      } else {
        talk.secret(Prompt.CONTENT.about(entry.type()), ApplicationText.lines(application));
        talk.say(
            "A program changes it, for example: mesh-sim connect update "
                + entry.identifier()
                + " FILE");
      }
    } catch (MeshException e) {
      talk.failure(e);
    } catch (Leaving e) {
      if (e.way() == Leaving.Way.OUT) {
        throw e;
      }
      talk.back();
    }
  }
}
