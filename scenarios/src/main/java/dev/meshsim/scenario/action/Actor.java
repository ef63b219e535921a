package dev.meshsim.scenario.action;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.scenario.Possession;
import dev.meshsim.scenario.surroundings.MissingThingException;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PendingConnections;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.udf.Udf;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A machine of a scenario, with the latest thing of each kind that its steps have made. */
final class Actor {

  private final MeshMachine machine;
  private final MeshSession session;
  private @Nullable DeviceRegistration device;
  private @Nullable PersonalSession personal;
  private @Nullable ConnectionAttempt attempt;
  private @Nullable String listedCode;
  private @Nullable PendingConnections pending;
  private @Nullable Escrow escrow;
  private @Nullable ApplicationSession application;

  Actor(MeshMachine machine, MeshSession session) {
    this.machine = machine;
    this.session = session;
  }

  /**
   * This machine after its program was stopped and started again. It has what its store keeps, and
   * what people have noted: the shares, and the code on an administrator's list. A list of requests
   * and unpublished changes of an application are gone.
   */
  Actor restarted(MeshMachine again, MeshSession fresh) {
    Actor next = new Actor(again, fresh);
    next.device = fresh.device().orElse(null);
    if (personal == null) {
      // The program may have been stopped after it had stored its first profile.
      next.personal = fresh.personalSession().orElse(null);
    } else if (fresh.accounts().contains(personal.account())) {
      next.personal = fresh.personalSession(personal.account());
    }
    if (attempt != null) {
      next.attempt = fresh.connectionAttempt(attempt.account()).orElse(null);
      next.listedCode = listedCode;
    }
    next.escrow = escrow;
    return next;
  }

  /**
   * An escrow entry and the profile that it recovers.
   *
   * @param entry the entry with its shares
   * @param profile the profile's fingerprint
   */
  record Escrow(OfflineEscrowEntry entry, Udf profile) {}

  MeshMachine machine() {
    return machine;
  }

  MeshSession session() {
    return session;
  }

  DeviceRegistration device() {
    return there(device, Possession.DEVICE);
  }

  PersonalSession personal() {
    return there(personal, Possession.SESSION);
  }

  ConnectionAttempt attempt() {
    return there(attempt, Possession.REQUEST);
  }

  PendingConnections pending() {
    return there(pending, Possession.PENDING);
  }

  Escrow escrow() {
    return there(escrow, Possession.ESCROW);
  }

  ApplicationSession application() {
    return there(application, Possession.APPLICATION);
  }

  /** The things that the machine has now. */
  Set<Possession> possessions() {
    Set<Possession> has = EnumSet.noneOf(Possession.class);
    add(has, device, Possession.DEVICE);
    add(has, personal, Possession.SESSION);
    add(has, attempt, Possession.REQUEST);
    add(has, pending, Possession.PENDING);
    add(has, escrow, Possession.ESCROW);
    add(has, application, Possession.APPLICATION);
    return has;
  }

  private static void add(Set<Possession> has, @Nullable Object thing, Possession kind) {
    if (thing != null) {
      has.add(kind);
    }
  }

  /** True if the request of {@code asking} is in the list that this machine has. */
  boolean lists(Actor asking) {
    return pending != null
        && pending.pending().stream().anyMatch(request -> asking.isDevice(request.deviceUdf()));
  }

  /** True if the open application has a conflict. */
  boolean hasConflict() {
    return application != null && application.conflict().isPresent();
  }

  boolean isDevice(Udf udf) {
    return device != null && device.udf().equals(udf);
  }

  /** The code that the machine shows for its connection request, or an empty text. */
  String authenticator() {
    return attempt == null ? "" : attempt.authenticator();
  }

  /** The code that an administration device shows for the machine's request, if one lists it. */
  Optional<String> listedCode() {
    return Optional.ofNullable(listedCode);
  }

  /** An administration device lists the machine's request with this code. */
  void listed(String code) {
    listedCode = code;
  }

  void made(DeviceRegistration made) {
    device = made;
  }

  void made(PersonalSession made) {
    personal = made;
  }

  void made(ConnectionAttempt made) {
    attempt = made;
    listedCode = null;
  }

  void made(PendingConnections made) {
    pending = made;
  }

  void made(Escrow made) {
    escrow = made;
  }

  void made(ApplicationSession made) {
    application = made;
  }

  private <T> T there(@Nullable T thing, Possession kind) {
    if (thing == null) {
      throw new MissingThingException(machine.name(), kind.words(), kind.origin());
    }
    return thing;
  }
}
