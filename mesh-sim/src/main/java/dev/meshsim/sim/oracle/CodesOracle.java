package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.sim.oracle.fact.DeviceOwners;
import dev.meshsim.sim.oracle.fact.Facts;
import dev.meshsim.sim.oracle.fact.Message;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two machines show the same code if and only if they mean the same connection request to the same
 * profile. Each machine's own record says what it means; the codes are not computed here.
 */
final class CodesOracle implements Oracle {

  private static final Set<String> COMPARES_AT_ADMINISTRATOR =
      Set.of("connectClose", "acceptAdministrator", "connectAccept");

  private static final Set<String> COMPARES_AT_DEVICE = Set.of("await", "poll");

  private static final Set<String> MAKES_A_REQUEST = Set.of("connect", "connectAsAdministrator");

  /**
   * The meaning of a code at one machine.
   *
   * @param request the digest of the signed request
   * @param master the digest of the signed master profile that it knows
   */
  private record Meant(Udf device, Udf profile, Bytes request, Bytes master) {

    boolean isSame(Meant other) {
      boolean pair = device.equals(other.device) && profile.equals(other.profile);
      return Dialect.of(device) == Dialect.PORTAL_2017
          ? pair
          : pair && request.equals(other.request) && master.equals(other.master);
    }
  }

  /** The meaning of each machine's latest request; empty if that is not known. */
  private final Map<String, Optional<Meant>> attempts = new HashMap<>();

  /** The meaning of each device in an administrator's list. */
  private final Map<String, Map<Udf, Meant>> lists = new HashMap<>();

  /** The meaning, in a list, of the code that the person at a machine has seen. */
  private final Map<String, Meant> seen = new HashMap<>();

  private final Map<String, List<Meant>> arriving = new HashMap<>();
  private @Nullable DeviceOwners owners;

  @Override
  public String name() {
    return "codes-compare";
  }

  @Override
  public String law() {
    return "Codes are equal if and only if both machines mean the same connection request.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Began.class,
        SimEvent.Ended.class,
        SimEvent.Received.class,
        SimEvent.Committed.class,
        SimEvent.CommitFailed.class,
        SimEvent.Restarted.class,
        SimEvent.Replaced.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    DeviceOwners devices = owners;
    if (devices == null) {
      devices = new DeviceOwners(scene.history().facts());
      owners = devices;
    }
    if (event instanceof SimEvent.Began began) {
      arriving.put(began.machine(), new ArrayList<>());
    } else if (event instanceof SimEvent.Received received) {
      listed(received, scene);
    } else if (event instanceof SimEvent.Ended ended) {
      ended(ended, devices, verdict);
    } else if (event instanceof SimEvent.Committed commit) {
      devices.stored(commit.machine(), commit.changes());
      commit.changes().forEach(change -> attempt(commit.machine(), change, scene));
    } else if (event instanceof SimEvent.CommitFailed failure) {
      forget(failure.machine());
    } else if (event instanceof SimEvent.Restarted restarted) {
      lists.remove(restarted.machine());
      restarted(restarted.machine(), scene);
    } else if (event instanceof SimEvent.Replaced replaced) {
      for (MachineRecord record : scene.store(replaced.machine()).list(RecordKind.DEVICE)) {
        devices.has(replaced.machine(), ((MachineRecord.Device) record).signed());
      }
      lists.remove(replaced.machine());
      forget(replaced.machine());
    }
  }

  /** The machine's request is not known until it makes another. */
  private void forget(String machine) {
    attempts.put(machine, Optional.empty());
    seen.remove(machine);
  }

  private void attempt(String machine, MachineChange change, Scene scene) {
    if (change instanceof MachineChange.Put put
        && put.record() instanceof MachineRecord.Request request) {
      attempts.put(machine, meant(request.signed(), Optional.of(request.profile()), scene));
      seen.remove(machine);
    }
  }

  /**
   * A machine that starts again has no request any more that was answered before. If its program
   * stopped while it made one, its person does not know of that.
   */
  private void restarted(String machine, Scene scene) {
    Optional<String> word = scene.history().operation(machine).map(SimEvent.Began::word);
    if (word.filter(MAKES_A_REQUEST::contains).isPresent()) {
      forget(machine);
    } else if (scene.store(machine).list(RecordKind.REQUEST).isEmpty()) {
      attempts.remove(machine);
    }
  }

  private static Optional<Meant> meant(
      SignedConnectionRequest signed, Optional<SignedPersonalProfile> profile, Scene scene) {
    Optional<ProfileFacts> known = profile.flatMap(scene.history()::profile);
    ConnectionRequest request =
        scene.dialect().json().read(signed.signedData().payload(), ConnectionRequest.class);
    return known
        .filter(facts -> facts.identifier().equals(request.parentUdf()))
        .map(
            facts ->
                new Meant(
                    request.device().identifier(),
                    facts.identifier(),
                    Facts.signed(signed),
                    facts.signedMaster()));
  }

  /** A page of an administrator's list. */
  private void listed(SimEvent.Received received, Scene scene) {
    Message message = scene.history().message(received);
    Optional<ConnectPendingRequest> asked = message.asked(ConnectPendingRequest.class);
    Optional<ConnectPendingResponse> answer = message.answered(ConnectPendingResponse.class);
    if (asked.isEmpty() || answer.isEmpty() || answer.get().pending() == null) {
      return;
    }
    String account = AccountName.parse(asked.get().accountId()).toString();
    Optional<SignedPersonalProfile> profile =
        scene
            .history()
            .account(received.machine(), account)
            .flatMap(udf -> scene.history().profile(received.machine(), udf));
    for (SignedConnectionRequest signed : answer.get().pending()) {
      meant(signed, profile, scene)
          .ifPresent(
              meant ->
                  arriving
                      .computeIfAbsent(received.machine(), name -> new ArrayList<>())
                      .add(meant));
    }
  }

  private void ended(SimEvent.Ended ended, DeviceOwners devices, Verdict verdict) {
    SimEvent.Began began = ended.began();
    String machine = began.machine();
    if (began.word().equals("connectPending") && ended.sentences().contains("ok")) {
      list(ended, arriving.getOrDefault(machine, List.of()), devices, verdict);
    } else if (COMPARES_AT_ADMINISTRATOR.contains(began.word()) && compares(began)) {
      String asking = began.arguments().getOrDefault(began.word(), "");
      Optional<Udf> device = only(devices, asking);
      Optional<Meant> listed = device.map(udf -> lists.getOrDefault(machine, Map.of()).get(udf));
      listed.ifPresent(meant -> compared(ended, meant, asking, "ok", verdict));
    } else if (COMPARES_AT_DEVICE.contains(began.word()) && compares(began)) {
      Optional.ofNullable(seen.get(machine))
          .ifPresent(meant -> compared(ended, meant, machine, "accepted", verdict));
    }
    arriving.remove(machine);
  }

  private static boolean compares(SimEvent.Began began) {
    return !began.arguments().getOrDefault("compare", "true").equals("false")
        && !began.arguments().getOrDefault("result", "").equals("REJECTED");
  }

  /** The device of a machine that has had one device only, which no other machine has. */
  private static Optional<Udf> only(DeviceOwners devices, String machine) {
    return devices
        .latest(machine)
        .filter(udf -> devices.of(udf).size() == 1 && devices.count(machine) == 1);
  }

  private void list(
      SimEvent.Ended ended, List<Meant> listed, DeviceOwners devices, Verdict verdict) {
    String machine = ended.began().machine();
    Map<Udf, Meant> list = new HashMap<>();
    lists.put(machine, list);
    if (!ended.sentences().contains(listed.size() + " pending")) {
      // Some do not verify, so that the machine does not show them. Which codes people have seen
      // is not known then.
      seen.clear();
      return;
    }
    boolean judged = true;
    boolean same = !listed.isEmpty();
    for (Meant meant : listed) {
      list.put(meant.device(), meant);
      Set<String> has = devices.of(meant.device());
      String asking = has.isEmpty() ? "" : has.iterator().next();
      if (has.isEmpty()) {
        same = false;
      } else if (only(devices, asking).isEmpty() || !attempts.containsKey(asking)) {
        judged = false;
        seen.remove(asking);
      } else {
        seen.put(asking, meant);
        Optional<Meant> attempt = attempts.get(asking);
        judged &= attempt.isPresent();
        same &= attempt.filter(meant::isSame).isPresent();
      }
    }
    boolean shown = ended.sentences().contains("same authenticator");
    if (judged && shown != same) {
      verdict.violated(
          machine
              + (shown
                  ? " shows the codes of the machines for other requests than theirs"
                  : " shows other codes than the machines for their requests"));
    }
  }

  private void compared(
      SimEvent.Ended ended, Meant listed, String asking, String good, Verdict verdict) {
    Optional<Meant> attempt = attempts.getOrDefault(asking, Optional.empty());
    if (attempt.isEmpty()) {
      return;
    }
    boolean same = listed.isSame(attempt.get());
    String what = ended.began().word() + " on " + ended.began().machine() + " of " + asking;
    if (same && ended.sentences().contains("codes differ")) {
      verdict.violated(what + " found other codes for the same request");
    } else if (!same && ended.sentences().contains(good)) {
      verdict.violated(what + " found the same code for another request");
    }
  }
}
