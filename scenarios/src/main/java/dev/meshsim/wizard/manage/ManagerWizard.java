package dev.meshsim.wizard.manage;

import dev.meshsim.error.MeshException;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.udf.Udf;
import dev.meshsim.wizard.Leaving;
import dev.meshsim.wizard.Prompt;
import dev.meshsim.wizard.connect.ConnectionRequesting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The profile manager on a terminal: it offers tasks until the person leaves. */
public final class ManagerWizard {

  /** The exit code of a program that was stopped by Ctrl-C. */
  private static final int STOPPED = 130;

  private static final String DELETION = "Delete the profile from this computer";

  private final Desk desk;

  /** A wizard at a desk. */
  public ManagerWizard(Desk desk) {
    this.desk = desk;
  }

  /** A task that can be chosen. */
  private record Task(String name, Runnable work) {}

  /**
   * Runs until the person leaves.
   *
   * @return the exit code: 0, or 130 after Ctrl-C
   */
  public int run() {
    desk.talk().title("Mesh profile manager");
    desk.talk()
        .say("This computer's data is in " + desk.place() + ". Ctrl-D goes back, Ctrl-C leaves.");
    try {
      start();
      boolean again = true;
      while (again) {
        again = offer();
      }
      return 0;
    } catch (Leaving e) {
      desk.talk().left();
      return STOPPED;
    }
  }

  /** Goes on with what an earlier run has left open. */
  private void start() {
    Optional<PersonalSession> personal = desk.session().personalSession();
    if (personal.isEmpty()) {
      List<Udf> begun = desk.session().profilesWithoutAccount();
      if (!begun.isEmpty()) {
        attempt(() -> new NewProfile(desk).goOn(begun.get(0)));
      }
      return;
    }
    desk.keptAsItIs();
    attempt(() -> new ProfileText(desk).show(personal.get()));
    if (new EscrowShares(desk).isMissing(personal.get())) {
      desk.talk()
          .say(
              "Nobody has written down the shares of this profile on this computer. Without them a"
                  + " lost device is a lost profile.");
      attempt(
          () -> {
            if (desk.talk().agree(Prompt.MISSING_SHARES.about())) {
              new EscrowShares(desk).make(personal.get());
            }
          });
    }
  }

  private boolean offer() {
    List<Task> tasks = tasks();
    List<String> names = new ArrayList<>(tasks.stream().map(Task::name).toList());
    names.add("Leave");
    desk.talk().title("What do you want to do?");
    int chosen;
    try {
      chosen = desk.talk().choose(Prompt.TASK.about(), names);
    } catch (Leaving e) {
      if (e.way() == Leaving.Way.OUT) {
        throw e;
      }
      return false;
    }
    if (chosen == tasks.size()) {
      return false;
    }
    attempt(tasks.get(chosen).work());
    return true;
  }

  private List<Task> tasks() {
    Optional<PersonalSession> personal = desk.session().personalSession();
    if (personal.isEmpty()) {
      List<Udf> begun = desk.session().profilesWithoutAccount();
      List<Task> tasks = new ArrayList<>();
      tasks.add(
          begun.isEmpty()
              ? new Task("Make a new profile", () -> new NewProfile(desk).make())
              : new Task(
                  "Make the account of the profile",
                  () -> new NewProfile(desk).goOn(begun.get(0))));
      tasks.add(
          new Task("Recover a profile from its shares", () -> new ProfileRecovery(desk).recover()));
      tasks.add(
          new Task(
              "Connect this computer as an administrator of a profile",
              this::connectAsAdministrator));
      if (!begun.isEmpty()) {
        tasks.add(new Task(DELETION, () -> new Deletion(desk).deleteWithoutAccount(begun.get(0))));
      }
      return tasks;
    }
    PersonalSession profile = personal.get();
    List<Task> tasks = new ArrayList<>();
    tasks.add(new Task("Show the profile", () -> new ProfileText(desk).show(profile)));
    if (profile.administers()) {
      tasks.add(new Task("Connect a device", () -> new DeviceConnection(desk).connect(profile)));
      tasks.add(new Task("Remove a device", () -> new DeviceRemoving(desk).remove(profile)));
      tasks.add(new Task("Add an application", () -> new NewApplications(desk).add(profile)));
      tasks.add(
          new Task("Make new shares of the profile", () -> new EscrowShares(desk).renew(profile)));
      tasks.add(new Task("Accounts at portals", () -> new PortalAccounts(desk).manage(profile)));
    }
    tasks.add(new Task(DELETION, () -> new Deletion(desk).delete(profile)));
    return tasks;
  }

  private void connectAsAdministrator() {
    new ConnectionRequesting(desk.session(), desk.talk(), true)
        .connect()
        .ifPresent(profile -> new ProfileText(desk).show(profile));
  }

  /** Does a task; a failure or Ctrl-D leads back to the choices. */
  private void attempt(Runnable task) {
    try {
      task.run();
    } catch (MeshException e) {
      desk.talk().failure(e);
    } catch (Leaving e) {
      if (e.way() == Leaving.Way.OUT) {
        throw e;
      }
      desk.talk().back();
    }
    desk.keptAsItIs();
  }
}
