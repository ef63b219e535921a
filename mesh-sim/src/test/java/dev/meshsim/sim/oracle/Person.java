package dev.meshsim.sim.oracle;

import dev.meshsim.error.MeshException;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.ConnectionRefusedException;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PendingConnections;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionException;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The person at one machine, whose operations begin and end as events. */
final class Person {

  static final String ALICE = "alice@" + WatchedMesh.PORTAL;

  private final WatchedMesh mesh;
  final String name;
  MeshSession session;
  DeviceRegistration device;
  PersonalSession personal;
  ConnectionAttempt attempt;
  String listedCode;
  PendingConnections pending;
  OfflineEscrowEntry escrow;
  ApplicationSession application;

  Person(WatchedMesh mesh, String name) {
    this.mesh = mesh;
    this.name = name;
    this.session = mesh.program(name);
  }

  /** Runs an operation; a typed failure becomes sentences, as in a scenario. */
  List<String> run(
      String word, String value, Map<String, String> more, Supplier<List<String>> act) {
    Map<String, String> arguments = new LinkedHashMap<>(more);
    arguments.put(word, value);
    SimEvent.Began began = new SimEvent.Began(name, word, arguments);
    mesh.tick();
    mesh.tell(began);
    try {
      List<String> sentences = act.get();
      mesh.tell(new SimEvent.Ended(began, sentences, Optional.empty()));
      return sentences;
    } catch (WatchedMachineStore.Crash crash) {
      return List.of("crash");
    } catch (MeshException e) {
      List<String> sentences = sentences(e);
      mesh.tell(new SimEvent.Ended(began, sentences, Optional.of(e)));
      return sentences;
    }
  }

  private static List<String> sentences(MeshException e) {
    String error = "error " + e.code();
    if (e instanceof ConnectionRefusedException) {
      return List.of("rejected", error);
    }
    return e.errorCode() == SessionException.Code.CODES_DIFFER
        ? List.of("codes differ", error)
        : List.of(error);
  }

  private List<String> run(String word, String value, Runnable act) {
    return run(
        word,
        value,
        Map.of(),
        () -> {
          act.run();
          return List.of("ok");
        });
  }

  List<String> createDevice() {
    return run("createDevice", name, () -> device = session.createDevice(name, "a device"));
  }

  List<String> createAccount(String account) {
    return run(
        "createAccount",
        account,
        () ->
            personal = session.createAccount(account, new PersonalProfile(device.deviceProfile())));
  }

  Person withAccount(String account) {
    createDevice();
    createAccount(account);
    return this;
  }

  List<String> connect(String account) {
    return run("connect", account, () -> asks(session.connect(device, account)));
  }

  List<String> connectAsAdministrator(String account) {
    return run(
        "connectAsAdministrator",
        account,
        () -> asks(session.connectAsAdministrator(device, account)));
  }

  private void asks(ConnectionAttempt made) {
    attempt = made;
    listedCode = null;
  }

  /** Lists the requests; {@code others} learn the codes of theirs. */
  List<String> connectPending(Person... others) {
    return run(
        "connectPending",
        name,
        Map.of(),
        () -> {
          pending = personal.connectPending();
          List<String> seen = new ArrayList<>(List.of("ok", pending.pending().size() + " pending"));
          boolean same = !pending.pending().isEmpty();
          for (PendingConnection request : pending.pending()) {
            Optional<Person> asking =
                Arrays.stream(others)
                    .filter(other -> other.device.udf().equals(request.deviceUdf()))
                    .findFirst();
            asking.ifPresent(other -> other.listedCode = request.authenticator());
            same &=
                asking
                    .map(other -> other.attempt.authenticator().equals(request.authenticator()))
                    .orElse(false);
          }
          if (same) {
            seen.add("same authenticator");
          }
          return seen;
        });
  }

  private PendingConnection request(Person asking) {
    return pending.pending().stream()
        .filter(open -> open.deviceUdf().equals(asking.device.udf()))
        .findFirst()
        .orElseThrow();
  }

  List<String> connectClose(Person asking, ConnectionStatus result) {
    return run(
        "connectClose",
        asking.name,
        Map.of("result", result.name()),
        () -> {
          if (result == ConnectionStatus.REJECTED) {
            personal.connectReject(request(asking));
          } else {
            personal.connectClose(request(asking), result, asking.attempt.authenticator());
          }
          return List.of("ok");
        });
  }

  List<String> accept(Person asking) {
    return connectClose(asking, ConnectionStatus.ACCEPTED);
  }

  List<String> acceptAdministrator(Person asking) {
    return run(
        "acceptAdministrator",
        asking.name,
        () -> personal.acceptAdministrator(request(asking), asking.attempt.authenticator()));
  }

  List<String> await() {
    return run(
        "await",
        name,
        Map.of(),
        () -> {
          personal = listedCode == null ? attempt.awaitUncompared() : attempt.await(listedCode);
          return List.of("accepted");
        });
  }

  /** Connects a new machine of the same person, which {@code administrator} accepts. */
  Person connected(Person administrator) {
    createDevice();
    connect(administrator.personal.account());
    administrator.connectPending(this);
    administrator.accept(this);
    await();
    return this;
  }

  List<String> refresh() {
    return run("refresh", name, () -> personal.refresh());
  }

  List<String> removeDevice(Person other) {
    return run("removeDevice", other.name, () -> personal.removeDevice(other.device.udf()));
  }

  List<String> changeDeviceKeys() {
    return run("changeDeviceKeys", name, () -> device = personal.changeDeviceKeys());
  }

  List<String> escrow(int quorum, int shares) {
    return run(
        "escrow",
        quorum + " of " + shares,
        () -> {
          escrow = personal.newEscrowEntry(quorum, shares);
          personal.escrow(escrow);
        });
  }

  List<String> recover(String account, Person from, Integer... numbers) {
    return run(
        "recover",
        account,
        Map.of("shares", Arrays.stream(numbers).map(n -> from.name + " " + n).toList().toString()),
        () -> {
          List<KeyShare> shares =
              Arrays.stream(numbers).map(n -> from.escrow.keyShares().get(n - 1)).toList();
          try (Secret secret = new Secret(shares)) {
            personal = session.recover(secret, account);
          }
          device = session.device().orElseThrow();
          return personal.udf().equals(from.escrow.profile())
              ? List.of("ok", "same profile")
              : List.of("ok");
        });
  }

  List<String> delete() {
    return run("delete", name, () -> personal.delete());
  }

  List<String> eraseTest() {
    return run("eraseTest", name, () -> session.eraseTest());
  }

  List<String> add(Person... readers) {
    return run(
        "add",
        "PasswordProfile",
        () -> {
          application = personal.add(new PasswordProfile(true), false);
          for (Person reader : readers) {
            application.addDevice(reader.device.udf(), false);
          }
          application.update();
        });
  }

  List<String> put(String site, String password) {
    return run(
        "put",
        site,
        Map.of("user", name, "password", password),
        () -> {
          application.passwordProfile().put(site, name, password);
          return List.of("ok");
        });
  }

  List<String> update() {
    return run("update", name, () -> application.update());
  }

  List<String> openApplication() {
    return run(
        "application",
        "PasswordProfile",
        () ->
            application =
                personal.application(personal.applicationsOfType("PasswordProfile").get(0).text()));
  }

  void restart() {
    session = mesh.program(name);
    mesh.tell(new SimEvent.Restarted(name));
    device = session.device().orElse(null);
    personal = session.personalSession().orElse(null);
    attempt = attempt == null ? null : session.connectionAttempt(attempt.account()).orElse(null);
  }
}
