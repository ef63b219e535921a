package dev.meshsim.wizard.manage;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionException;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.udf.Udf;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import dev.meshsim.wizard.Retrying;
import dev.meshsim.wizard.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers a connection request. The person types the code that the device shows: a code that is
 * only read is soon agreed to without a look.
 */
final class DeviceConnection {

  private final Desk desk;

  DeviceConnection(Desk desk) {
    this.desk = desk;
  }

  void connect(PersonalSession profile) {
    desk.talk().title("Connect a device");
    desk.talk()
        .say(
            "Run mesh-sim connect (or meshconnect) on the device, and ask there for the account "
                + profile.account()
                + ".");
    desk.kept("No request was answered; it stays open.");
    Optional<List<PendingConnection>> found =
        desk.talk().await(Prompt.REQUEST.about(), () -> pending(profile));
    if (found.isEmpty()) {
      return;
    }
    found.get().forEach(request -> desk.talk().fact("asks", describe(request)));
    desk.talk()
        .say(
            "The code that the device shows tells its request from that of somebody else, so it is"
                + " not shown here.");
    Optional<PendingConnection> request = compared(profile);
    if (request.isPresent()) {
      accept(profile, request.get());
    } else {
      reject(profile);
    }
  }

  private static Optional<List<PendingConnection>> pending(PersonalSession profile) {
    List<PendingConnection> pending = profile.connectPending().pending();
    return pending.isEmpty() ? Optional.empty() : Optional.of(pending);
  }

  private static String describe(PendingConnection request) {
    return String.join(", ", request.deviceNames())
        + request.deviceDescription().map(text -> " (" + text + ")").orElse("");
  }

  /** The request with the code that the person has typed; empty to reject one. */
  private Optional<PendingConnection> compared(PersonalSession profile) {
    int letters = ConnectionAuthenticator.letters(Dialect.of(profile.udf()));
    while (true) {
      String typed =
          desk.talk().ask(Question.of(Prompt.CODE.about(), text -> complete(text, letters)));
      if (typed.equalsIgnoreCase("no")) {
        return Optional.empty();
      }
      try {
        return Optional.of(profile.connectPending().withAuthenticator(typed));
      } catch (SessionException e) {
        desk.talk()
            .failure(
                "no request has this code",
                "read it once more; if it is right, the device asks another account or portal, or"
                    + " somebody has changed its request: type no");
      }
    }
  }

  private void accept(PersonalSession profile, PendingConnection request) {
    String code = request.authenticator();
    desk.talk().say("This is the request of " + describe(request) + ".");
    boolean administers =
        request.asksToAdminister() && desk.talk().agree(Prompt.ADMINISTRATOR.about());
    List<ApplicationChoice> applications = applications(profile);
    desk.kept("The device may be accepted, and may lack some of its applications.");
    Retrying.whileAway(
        desk.talk(),
        () ->
            administers
                ? profile.acceptAdministrator(request, code)
                : profile.connectAccept(request, code, applications));
    if (administers) {
      Retrying.runWhileAway(
          desk.talk(), () -> profile.addToApplications(request.deviceUdf(), applications));
    }
    desk.talk().say("The device is connected.");
  }

  private static Verdict complete(String typed, int letters) {
    if (typed.strip().equalsIgnoreCase("no")) {
      return Verdict.good("");
    }
    int given = ConnectionAuthenticator.lettersOf(typed).length();
    if (given == letters) {
      return Verdict.good("");
    }
    return given < letters
        ? Verdict.unfinished(given == 0 ? "" : letters - given + " more")
        : Verdict.bad("a code has " + letters + " letters and digits");
  }

  private void reject(PersonalSession profile) {
    List<PendingConnection> pending = profile.connectPending().pending();
    List<String> choices =
        new ArrayList<>(pending.stream().map(request -> "Reject " + describe(request)).toList());
    choices.add("Leave all requests open");
    int chosen = desk.talk().choose(Prompt.REJECTED.about(), choices);
    if (chosen < pending.size()) {
      profile.connectReject(pending.get(chosen));
      desk.talk().say("The request is rejected.");
    }
  }

  private List<ApplicationChoice> applications(PersonalSession profile) {
    Udf own = profile.thisDevice().identifier();
    List<ApplicationChoice> chosen = new ArrayList<>();
    for (ApplicationProfileEntry entry : profile.refresh().profile().applications()) {
      if (entry.adminDevices().contains(own)) {
        int use =
            desk.talk()
                .choose(
                    Prompt.USE.about(entry.type()),
                    List.of("not at all", "to read", "to read and change"));
        if (use > 0) {
          chosen.add(new ApplicationChoice(entry.identifier(), use == 2));
        }
      }
    }
    return chosen;
  }
}
