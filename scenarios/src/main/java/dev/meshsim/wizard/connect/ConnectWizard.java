package dev.meshsim.wizard.connect;

import dev.meshsim.error.MeshException;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.wizard.Conversation;
import dev.meshsim.wizard.Leaving;
import java.util.Optional;

/** The connection tool on a terminal. */
public final class ConnectWizard {

  /** The exit code of a program that was stopped by Ctrl-C. */
  private static final int STOPPED = 130;

  /** The exit code if no answer came, or a failure ended the work before. */
  private static final int FAILED = 2;

  private final MeshSession session;
  private final Conversation talk;
  private final String place;

  /**
   * A connection tool.
   *
   * @param place the place of the machine's data, as the person knows it
   */
  public ConnectWizard(MeshSession session, Conversation talk, String place) {
    this.session = session;
    this.talk = talk;
    this.place = place;
  }

  /**
   * Runs until the person leaves.
   *
   * @return the exit code: 0; 2 if the device was not connected; 130 after Ctrl-C
   */
  public int run() {
    talk.title("Mesh connection tool");
    talk.say("This computer's data is in " + place + ". Ctrl-D goes back, Ctrl-C leaves.");
    talk.kept("Nothing was changed.", "");
    try {
      Optional<PersonalSession> profile = session.personalSession();
      if (profile.isEmpty()) {
        profile = connected();
      }
      if (profile.isEmpty()) {
        return FAILED;
      }
      new GivenApplications(talk, profile.get()).offer();
      return 0;
    } catch (Leaving e) {
      if (e.way() == Leaving.Way.BACK && session.personalSession().isPresent()) {
        return 0;
      }
      talk.left();
      return STOPPED;
    }
  }

  private Optional<PersonalSession> connected() {
    try {
      return new ConnectionRequesting(session, talk, false).connect();
    } catch (MeshException e) {
      talk.failure(e);
      talk.left();
      return Optional.empty();
    }
  }
}
