package dev.meshsim.scenario.action;

import dev.meshsim.scenario.Step;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;

/** The actions that make administrators, and that remove and renew devices. */
final class AdministratorActions {

  private static final String SHARES = "shares";

  private AdministratorActions() {}

  static Observation connectAsAdministrator(Stage stage, Step step) {
    Actor player = stage.actor(step);
    String account = step.values().text("connectAsAdministrator");
    player.made(player.session().connectAsAdministrator(player.device(), account));
    return Observation.ok();
  }

  static Observation acceptAdministrator(Stage stage, Step step) {
    Actor player = stage.actor(step);
    String asking = step.values().text("acceptAdministrator");
    PendingConnection request = ConnectionActions.request(stage, step, asking);
    PersonalSession administrator = player.personal();
    String shown = stage.player(asking).authenticator();
    return ConnectionActions.unlessCodesDiffer(
        () -> {
          if (step.values().has(SHARES)) {
            try (Secret secret = RecoveryActions.secret(stage, step)) {
              administrator.acceptAdministrator(request, shown, secret);
            }
          } else {
            administrator.acceptAdministrator(request, shown);
          }
          return Observation.ok();
        });
  }

  static Observation removeDevice(Stage stage, Step step) {
    PersonalSession administrator = stage.actor(step).personal();
    Udf device = stage.player(step.values().text("removeDevice")).device().udf();
    if (step.values().has(SHARES)) {
      try (Secret secret = RecoveryActions.secret(stage, step)) {
        administrator.removeDevice(device, secret);
      }
    } else {
      administrator.removeDevice(device);
    }
    return Observation.ok();
  }

  static Observation changeDeviceKeys(Stage stage, Step step) {
    Actor player = stage.actor(step);
    player.made(player.personal().changeDeviceKeys());
    return Observation.ok();
  }
}
