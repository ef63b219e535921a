package dev.meshsim.wizard.connect;

import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.PortalException;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.ConnectionRefusedException;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.wizard.AccountCheck;
import dev.meshsim.wizard.Conversation;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.Question;
import java.util.Optional;

/** Requests a connection, shows the code and waits for the answer. */
public final class ConnectionRequesting {

  private final MeshSession session;
  private final Conversation talk;
  private final boolean administrator;
  private boolean away;

  /**
   * A request.
   *
   * @param administrator true to ask to administer the profile too
   */
  public ConnectionRequesting(MeshSession session, Conversation talk, boolean administrator) {
    this.session = session;
    this.talk = talk;
    this.administrator = administrator;
  }

  /** The session on the profile; empty if the person stopped waiting or saw another code. */
  public Optional<PersonalSession> connect() {
    ConnectionAttempt attempt = open().orElseGet(this::request);
    talk.kept(
        "The request to " + attempt.account() + " stays open.",
        "Start this program again to wait for its answer.");
    talk.say("Type this code on an administration device of the profile (mesh-sim manager there):");
    talk.large(attempt.authenticator());
    boolean equal = talk.agree(Prompt.CODE_TAKEN.about());
    if (!equal) {
      talk.failure(
          "the administration device has no request with this code",
          "compare all letters again; if they are right, an answer that comes all the same is not"
              + " your administrator's");
      talk.left();
      return Optional.empty();
    }
    return answer(attempt);
  }

  private Optional<PersonalSession> answer(ConnectionAttempt attempt) {
    Optional<PersonalSession> profile;
    try {
      profile = talk.await(Prompt.ANSWER.about(), () -> asked(attempt));
    } catch (ConnectionRefusedException e) {
      talk.kept("The request is answered: this device was refused.", "");
      throw e;
    }
    if (profile.isEmpty()) {
      talk.left();
    } else {
      talk.say("This device is connected to the profile " + profile.get().udf() + ".");
    }
    return profile;
  }

  /** A portal that is away for a while does not end the waiting. */
  private Optional<PersonalSession> asked(ConnectionAttempt attempt) {
    try {
      Optional<PersonalSession> answer = attempt.poll(attempt.authenticator());
      if (away) {
        away = false;
        talk.say("The portal is there again.");
      }
      return answer;
    } catch (PortalException e) {
      if (e.errorCode() != PortalException.Code.UNREACHABLE) {
        throw e;
      }
      if (!away) {
        away = true;
        talk.say("The portal cannot be reached now. The waiting goes on.");
      }
      return Optional.empty();
    }
  }

  /** The request of an earlier run. */
  private Optional<ConnectionAttempt> open() {
    Optional<ConnectionAttempt> open =
        session.machine().store().list(RecordKind.REQUEST).stream()
            .map(record -> ((MachineRecord.Request) record).account())
            .findFirst()
            .flatMap(session::connectionAttempt);
    open.ifPresent(attempt -> talk.say("This device has asked " + attempt.account() + " before."));
    return open;
  }

  private ConnectionAttempt request() {
    String account = "";
    while (true) {
      account = talk.ask(AccountCheck.forExisting(Prompt.CONNECTED_ACCOUNT).proposing(account));
      DeviceRegistration device =
          session
              .device()
              .orElseGet(
                  () ->
                      session.createDevice(
                          talk.ask(Question.ofText(Prompt.DEVICE_NAME.about())),
                          System.getProperty("os.name", "computer")));
      talk.kept("This device has a name and keys, and has asked nobody.", "");
      try {
        return administrator
            ? session.connectAsAdministrator(device, account)
            : session.connect(device, account);
      } catch (MeshException e) {
        talk.failure(e);
      }
    }
  }
}
