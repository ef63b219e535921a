package dev.meshsim.scenario.action;

import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.surroundings.MissingThingException;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.ConnectionRefusedException;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PendingConnections;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The actions that connect a device, on the device's side and on the administrator's. */
final class ConnectionActions {

  private static final String COMPARE = "compare";

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
    seen.add(connections.refused().size() + " left out");
    boolean same = !connections.pending().isEmpty();
    for (PendingConnection request : connections.pending()) {
      Optional<String> machine = machineOf(stage, request);
      machine.ifPresent(name -> seen.add("pending " + name));
      machine.ifPresent(name -> stage.player(name).listed(request.authenticator()));
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
    PendingConnection request = request(stage, step, asking);
    PersonalSession administrator = player.personal();
    if (step.values().text("result").equals(ConnectionStatus.REJECTED.name())) {
      administrator.connectReject(request);
    } else if (compares(step)) {
      String shown = stage.player(asking).authenticator();
      return unlessCodesDiffer(
          () -> {
            administrator.connectClose(request, ConnectionStatus.ACCEPTED, shown);
            return Observation.ok();
          });
    } else {
      administrator.acceptUncompared(request);
    }
    return Observation.ok();
  }

  /** The request of a machine in the acting machine's list. */
  static PendingConnection request(Stage stage, Step step, String asking) {
    return stage.actor(step).pending().pending().stream()
        .filter(open -> stage.player(asking).isDevice(open.deviceUdf()))
        .findFirst()
        .orElseThrow(
            () ->
                new MissingThingException(
                    step.actor(),
                    "request of " + asking + " in its list",
                    "list the requests with connectPending after " + asking + " has connected"));
  }

  static Observation await(Stage stage, Step step) {
    Actor player = stage.actor(step);
    ConnectionAttempt attempt = player.attempt();
    return unlessCodesDiffer(
        () -> {
          Optional<String> code = comparedCode(player, step);
          player.made(code.map(attempt::await).orElseGet(attempt::awaitUncompared));
          return Observation.ok("accepted");
        });
  }

  static Observation poll(Stage stage, Step step) {
    Actor player = stage.actor(step);
    ConnectionAttempt attempt = player.attempt();
    return unlessCodesDiffer(
        () -> {
          Optional<PersonalSession> session =
              comparedCode(player, step).map(attempt::poll).orElseGet(attempt::pollUncompared);
          session.ifPresent(player::made);
          return Observation.ok(session.isPresent() ? "accepted" : "pending");
        });
  }

  /**
   * The code that the person at the new device compares; empty if the step does not compare, or no
   * administration device has shown one yet.
   */
  private static Optional<String> comparedCode(Actor player, Step step) {
    return compares(step) ? player.listedCode() : Optional.empty();
  }

  private static boolean compares(Step step) {
    return !step.values().has(COMPARE) || step.values().flag(COMPARE);
  }

  static Observation unlessCodesDiffer(Supplier<Observation> call) {
    try {
      return call.get();
    } catch (ConnectionRefusedException e) {
      return Observation.otherwise("rejected", "error " + e.code());
    } catch (SessionException e) {
      if (e.errorCode() != SessionException.Code.CODES_DIFFER) {
        throw e;
      }
      return Observation.otherwise("codes differ", "error " + e.code());
    }
  }
}
