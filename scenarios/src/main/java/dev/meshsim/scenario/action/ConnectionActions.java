package dev.meshsim.scenario.action;

import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.scenario.Step;
import dev.meshsim.session.ConnectionRefusedException;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PendingConnections;
import dev.meshsim.session.PersonalSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The actions that connect a device, on the device's side and on the administrator's. */
final class ConnectionActions {

  private ConnectionActions() {}

  static Observation connect(Stage stage, Step step) {
    Actor player = stage.actor(step);
    player.made(player.session().connect(player.device(), step.values().text("connect")));
    return Observation.ok();
  }

  static Observation connectPending(Stage stage, Step step) {
    Actor player = stage.actor(step);
    PendingConnections connections = player.personal().connectPending();
    player.made(connections);
    List<String> seen = new ArrayList<>();
    seen.add(connections.pending().size() + " pending");
    boolean same = !connections.pending().isEmpty();
    for (PendingConnection request : connections.pending()) {
      Optional<String> machine = machineOf(stage, request);
      machine.ifPresent(name -> seen.add("pending " + name));
      same &=
          machine
              .map(name -> stage.player(name).authenticator().equals(request.authenticator()))
              .orElse(false);
    }
    if (same) {
      seen.add("same authenticator");
    }
    return Observation.ok(seen);
  }

  private static Optional<String> machineOf(Stage stage, PendingConnection request) {
    return stage.players().entrySet().stream()
        .filter(entry -> entry.getValue().isDevice(request.deviceUdf()))
        .map(entry -> entry.getKey())
        .findFirst();
  }

  static Observation connectClose(Stage stage, Step step) {
    Actor player = stage.actor(step);
    String asking = step.values().text("connectClose");
    PendingConnection request =
        player.pending().pending().stream()
            .filter(open -> stage.player(asking).isDevice(open.deviceUdf()))
            .findFirst()
            .orElseThrow(
                () ->
                    new MissingThingException(
                        step.actor(),
                        "request of " + asking + " in its list",
                        "list the requests with connectPending after "
                            + asking
                            + " has connected"));
    player.personal().connectClose(request, ConnectionStatus.valueOf(step.values().text("result")));
    return Observation.ok();
  }

  static Observation await(Stage stage, Step step) {
    Actor player = stage.actor(step);
    try {
      player.made(player.attempt().await());
      return Observation.ok("accepted");
    } catch (ConnectionRefusedException e) {
      return Observation.otherwise("rejected", "error " + e.code());
    }
  }

  static Observation poll(Stage stage, Step step) {
    Actor player = stage.actor(step);
    try {
      Optional<PersonalSession> session = player.attempt().poll();
      session.ifPresent(player::made);
      return Observation.ok(session.isPresent() ? "accepted" : "pending");
    } catch (ConnectionRefusedException e) {
      return Observation.otherwise("rejected", "error " + e.code());
    }
  }
}
