package dev.meshsim.wizard.manage;

import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.wizard.Prompt;
import java.util.ArrayList;
import java.util.List;

/** Adds applications, with the empty content of their type. */
final class NewApplications {

  private final Desk desk;

  NewApplications(Desk desk) {
    this.desk = desk;
  }

  /** Offers one type after the other until the person has enough. */
  void addFirst(PersonalSession profile) {
    boolean more = true;
    while (more) {
      more = addOne(profile, "No more");
    }
  }

  void add(PersonalSession profile) {
    desk.kept("No application was added.");
    addOne(profile, "None");
  }

  private boolean addOne(PersonalSession profile, String none) {
    desk.talk().title("Applications of the profile");
    List<ApplicationType<?>> types = desk.types();
    List<String> choices =
        new ArrayList<>(types.stream().map(type -> label(type, profile)).toList());
    choices.add(none);
    int chosen = desk.talk().choose(Prompt.APPLICATION.about(), choices);
    if (chosen == types.size()) {
      return false;
    }
    ApplicationType<?> type = types.get(chosen);
    profile.add(type.empty(), true);
    desk.talk().say(type.tag() + " is added.");
    return true;
  }

  private static String label(ApplicationType<?> type, PersonalSession profile) {
    return type.tag()
        + (profile.applicationsOfType(type.tag()).isEmpty() ? "" : ", is there already");
  }
}
