package dev.meshsim.scenario.action;

import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.surroundings.MissingThingException;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/** The actions on application profiles, and on the passwords in one. */
final class ApplicationActions {

  private ApplicationActions() {}

  static Observation add(Stage stage, Step step) {
    Actor player = stage.actor(step);
    PersonalSession personal = player.personal();
    String type = step.values().text("add");
    player.made(
        EntryKind.of(type)
            .map(kind -> personal.add(kind.empty(), false))
            .orElseGet(() -> personal.add(new PasswordProfile(true), false)));
    return Observation.ok();
  }

  static Observation application(Stage stage, Step step) {
    Actor player = stage.actor(step);
    PersonalSession personal = player.personal();
    player.made(personal.application(first(step, personal).text()));
    return Observation.ok();
  }

  static Observation recoverApplication(Stage stage, Step step) {
    Actor player = stage.actor(step);
    PersonalSession personal = player.personal();
    player.made(personal.recoverApplication(first(step, personal).text()));
    return Observation.ok();
  }

  static Observation removeApplication(Stage stage, Step step) {
    PersonalSession personal = stage.actor(step).personal();
    personal.removeApplication(first(step, personal).text());
    return Observation.ok();
  }

  static Udf first(Step step, PersonalSession personal) {
    String type = step.values().text(step.kind().word());
    List<Udf> identifiers = personal.applicationsOfType(type);
    if (identifiers.isEmpty()) {
      throw new MissingThingException(
          step.actor(), type + " in its copy of the profile", "fetch the profile with refresh");
    }
    return identifiers.get(0);
  }

  static Observation addDevice(Stage stage, Step step) {
    Udf device = stage.player(step.values().text("addDevice")).device().udf();
    stage.actor(step).application().addDevice(device, step.values().flag("admin"));
    return Observation.ok();
  }

  static Observation put(Stage stage, Step step) {
    passwords(stage, step)
        .put(step.values().text("put"), step.values().text("user"), step.values().text("password"));
    return Observation.ok();
  }

  static Observation get(Stage stage, Step step) {
    Optional<PasswordEntry> entry = passwords(stage, step).get(step.values().text("get"));
    return entry
        .map(found -> Observation.ok("user " + found.username(), "password " + found.password()))
        .orElse(Observation.ok("no entry"));
  }

  static Observation deleteSite(Stage stage, Step step) {
    boolean there = passwords(stage, step).delete(step.values().text("deleteSite"));
    return there ? Observation.ok() : Observation.ok("no entry");
  }

  static Observation autoGenerate(Stage stage, Step step) {
    passwords(stage, step).autoGenerate(step.values().flag("autoGenerate"));
    return Observation.ok();
  }

  static Observation neverAsk(Stage stage, Step step) {
    passwords(stage, step).neverAsk(step.values().texts("neverAsk"));
    return Observation.ok();
  }

  static Observation update(Stage stage, Step step) {
    stage.actor(step).application().update();
    if (step.values().flag("show")) {
      stage.privateData().show(step, MeshJson.writeTagged(passwords(stage, step).content()));
    }
    return Observation.ok();
  }

  private static PasswordProfile passwords(Stage stage, Step step) {
    return stage.actor(step).application().passwordProfile();
  }
}
