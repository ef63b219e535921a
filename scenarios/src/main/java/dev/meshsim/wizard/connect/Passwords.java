package dev.meshsim.wizard.connect;

import dev.meshsim.error.Quote;
import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.wizard.Conversation;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Retrying;
import java.util.ArrayList;
import java.util.List;

/** Shows and changes passwords. The list has sites only; a password is shown alone and erased. */
final class Passwords {

  private final Conversation talk;
  private final ApplicationSession application;
  private final boolean changes;

  Passwords(Conversation talk, ApplicationSession application, boolean changes) {
    this.talk = talk;
    this.application = application;
    this.changes = changes;
  }

  void offer() {
    boolean again = true;
    while (again) {
      List<PasswordEntry> entries = application.passwordProfile().content().entries();
      talk.kept("This device is connected.", "Start the connection tool again to go on.");
      talk.title("Passwords");
      if (entries.isEmpty()) {
        talk.say("There is none yet.");
      }
      List<String> choices = new ArrayList<>(entries.stream().map(Passwords::describe).toList());
      if (changes) {
        choices.add("Set the password of a site");
      }
      choices.add("Back");
      int chosen = talk.choose(Prompt.PASSWORD_TASK.about(), choices);
      if (chosen < entries.size()) {
        show(entries.get(chosen));
      } else if (chosen < choices.size() - 1) {
        set();
      } else {
        again = false;
      }
    }
  }

  private static String describe(PasswordEntry entry) {
    return String.join(", ", entry.sites().stream().map(Quote::brief).toList());
  }

  private void show(PasswordEntry entry) {
    talk.secret(
        Prompt.PASSWORD_TO_READ.about(describe(entry)),
        List.of("user      " + entry.username(), "password  " + entry.password()));
  }

  private void set() {
    talk.kept("The password was not changed.", "Start the connection tool again.");
    String site = talk.ask(Question.ofText(Prompt.SITE.about()));
    String user = talk.ask(Question.ofText(Prompt.USER.about()));
    String password = talk.ask(Question.ofText(Prompt.PASSWORD.about(site)).hidden());
    application.passwordProfile().put(site, user, password);
    talk.kept("The password may be changed or not.", "Start the connection tool again to look.");
    Retrying.runWhileAway(talk, application::update);
    talk.say("The password is set on all devices that have these passwords.");
  }
}
