package dev.meshsim.scenario.action;

import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.application.ssh.SSHDevicePublic;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.surroundings.MissingThingException;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.SshApplication;
import dev.meshsim.ssh.KnownHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The actions on the entries of applications, and on the applications of a new device. */
final class EntryActions {

  private EntryActions() {}

  static Observation put(Stage stage, Step step) {
    ApplicationSession application = stage.actor(step).application();
    kind(step, application)
        .put(
            application,
            step.values().text("putEntry"),
            step.values().text("text"),
            stage.environment(step.actor()).world().now());
    return Observation.ok();
  }

  static Observation get(Stage stage, Step step) {
    ApplicationSession application = stage.actor(step).application();
    Optional<String> text =
        kind(step, application).get(application, step.values().text("getEntry"));
    return text.map(found -> Observation.ok("text " + found)).orElse(Observation.ok("no entry"));
  }

  static Observation remove(Stage stage, Step step) {
    ApplicationSession application = stage.actor(step).application();
    EntryKind<?> kind = kind(step, application);
    String key = step.values().text("removeEntry");
    boolean there = kind.get(application, key).isPresent();
    kind.remove(application, key);
    return there ? Observation.ok() : Observation.ok("no entry");
  }

  private static EntryKind<?> kind(Step step, ApplicationSession application) {
    return EntryKind.of(application.type())
        .orElseThrow(
            () ->
                new MissingThingException(
                    step.actor(),
                    "entries in its " + application.type(),
                    "passwords have the steps put, get and deleteSite"));
  }

  static Observation refresh(Stage stage, Step step) {
    stage.actor(step).application().refresh();
    return Observation.ok();
  }

  static Observation makeKey(Stage stage, Step step) {
    SshApplication.of(stage.actor(step).application()).makeKey();
    return Observation.ok();
  }

  static Observation authorizedKeys(Stage stage, Step step) {
    ApplicationSession application = stage.actor(step).application();
    List<String> seen = new ArrayList<>();
    seen.add(SshApplication.of(application).authorizedKeys().keys().size() + " keys");
    List<SSHDevicePublic> devices = application.ownDevice().all(SSHDevicePublic.class);
    stage
        .players()
        .forEach(
            (name, player) -> {
              if (devices.stream().anyMatch(device -> player.isDevice(device.deviceUdf()))) {
                seen.add("key of " + name);
              }
            });
    return Observation.ok(seen);
  }

  static Observation addKnownHosts(Stage stage, Step step) {
    SshApplication.of(stage.actor(step).application())
        .addKnownHosts(KnownHosts.read(step.values().text("addKnownHosts") + "\n"));
    return Observation.ok();
  }

  static Observation knownHosts(Stage stage, Step step) {
    KnownHosts known = SshApplication.of(stage.actor(step).application()).knownHosts();
    return Observation.ok(known.hosts().size() + " hosts");
  }

  static Observation connectAccept(Stage stage, Step step) {
    PersonalSession personal = stage.actor(step).personal();
    String asking = step.values().text("connectAccept");
    String shown = stage.player(asking).authenticator();
    return ConnectionActions.unlessCodesDiffer(
        () -> {
          personal.connectAccept(
              ConnectionActions.request(stage, step, asking), shown, all(personal, step));
          return Observation.ok();
        });
  }

  static Observation addToApplications(Stage stage, Step step) {
    PersonalSession personal = stage.actor(step).personal();
    String device = step.values().text("addToApplications");
    personal.addToApplications(stage.player(device).device().udf(), all(personal, step));
    return Observation.ok();
  }

  /** All applications that this machine's device may write. */
  private static List<ApplicationChoice> all(PersonalSession personal, Step step) {
    DeviceProfile own = personal.thisDevice();
    boolean admin = step.values().flag("admin");
    return personal.personalProfile().profile().applications().stream()
        .filter(entry -> entry.adminDevices().contains(own.identifier()))
        .map(entry -> new ApplicationChoice(entry.identifier(), admin))
        .toList();
  }
}
