package dev.meshsim.wizard.manage;

import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.session.MeshSession;
import dev.meshsim.wizard.Conversation;
import dev.meshsim.wizard.Notes;
import java.util.List;

/**
 * The tools of the tasks of the profile manager.
 *
 * @param session the machine and its portals
 * @param place the place of the machine's data, as the person knows it
 * @param types the types of applications to offer
 */
public record Desk(
    MeshSession session,
    Conversation talk,
    Notes notes,
    String place,
    List<ApplicationType<?>> types) {

  /** Copies the types. */
  public Desk {
    types = List.copyOf(types);
  }

  /** Says what is kept if the person leaves now. */
  void kept(String kept) {
    talk.kept(kept, "Start the profile manager again to go on.");
  }

  /** Says that what is on the machine now is kept. */
  void keptAsItIs() {
    if (session.personalSession().isPresent()) {
      kept("The profile is in " + place + " and at its portal.");
    } else if (session.profilesWithoutAccount().isEmpty()) {
      kept("There is no profile on this computer.");
    } else {
      keptWithoutAccount();
    }
  }

  /** Says that a profile is kept whose account is not made, or may be. */
  void keptWithoutAccount() {
    kept("The profile is in " + place + ". No portal has acknowledged an account of it.");
  }
}
