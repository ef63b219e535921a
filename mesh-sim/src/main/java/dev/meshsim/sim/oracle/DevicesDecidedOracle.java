package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.sim.oracle.fact.DeviceDecisions;
import dev.meshsim.sim.oracle.fact.DeviceFacts;
import dev.meshsim.sim.oracle.fact.DeviceOwners;
import dev.meshsim.sim.oracle.fact.Message;
import dev.meshsim.sim.oracle.fact.PortalRecords;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import dev.meshsim.udf.Udf;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A device is in a profile if and only if an administrator's person has decided so, for the very
 * keys with which the device asked. Decisions are the operations that accept, remove and renew a
 * device, and those that make or recover a profile on a machine.
 */
final class DevicesDecidedOracle implements Oracle {

  private static final Set<String> ACCEPTS =
      Set.of("connectClose", "acceptAdministrator", "connectAccept");

  private static final Set<String> OWN = Set.of("createAccount", "recover", "changeDeviceKeys");

  /** An operation at its begin: the number of the event, and the acting machine's profiles. */
  private record Start(long event, Map<Udf, ProfileFacts> profiles) {}

  private final Map<Udf, DeviceDecisions> profiles = new LinkedHashMap<>();
  private final Set<Bytes> versions = new HashSet<>();

  /** The digests of the device profiles with which each device has asked. */
  private final Map<Udf, Set<Bytes>> asked = new HashMap<>();

  private final Map<String, Start> running = new HashMap<>();
  private @Nullable DeviceOwners owners;

  @Override
  public String name() {
    return "devices-decided";
  }

  @Override
  public String law() {
    return "A device is in a profile if and only if an administrator's person has decided so, for"
        + " exactly its keys.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Began.class,
        SimEvent.Ended.class,
        SimEvent.Exchanged.class,
        SimEvent.Received.class,
        SimEvent.Committed.class,
        SimEvent.Replaced.class,
        SimEvent.PortalReplaced.class,
        SimEvent.Settled.class);
  }

  private DeviceOwners owners(Scene scene) {
    DeviceOwners known = owners;
    if (known == null) {
      known = new DeviceOwners(scene.history().facts());
      owners = known;
    }
    return known;
  }

  private DeviceDecisions of(Udf profile) {
    return profiles.computeIfAbsent(profile, udf -> new DeviceDecisions());
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Began began) {
      began(began, scene);
    } else if (event instanceof SimEvent.Ended ended) {
      ended(ended, scene, verdict);
    } else if (event instanceof SimEvent.Exchanged exchanged) {
      Message message = scene.history().message(exchanged);
      asks(exchanged.machine(), message, scene);
      if (message.accepted()) {
        message
            .published()
            .flatMap(scene.history()::profile)
            .ifPresent(version -> published(exchanged, version, scene, verdict));
      }
    } else if (event instanceof SimEvent.Received received) {
      asks(received.machine(), scene.history().message(received), scene);
    } else if (event instanceof SimEvent.Committed commit) {
      List<Bytes> devices = owners(scene).stored(commit.machine(), commit.changes());
      renewed(commit.machine(), devices, scene);
    } else if (event instanceof SimEvent.Replaced replaced) {
      for (MachineRecord record : scene.store(replaced.machine()).list(RecordKind.DEVICE)) {
        owners(scene).has(replaced.machine(), ((MachineRecord.Device) record).signed());
      }
    } else if (event instanceof SimEvent.PortalReplaced) {
      profiles.values().forEach(DeviceDecisions::forget);
    } else if (event instanceof SimEvent.Settled) {
      settled(scene, verdict);
    }
  }

  private void began(SimEvent.Began began, Scene scene) {
    Map<Udf, ProfileFacts> held = held(began.machine(), scene);
    long event = scene.history().events();
    running.put(began.machine(), new Start(event, held));
    boolean rejects = began.arguments().getOrDefault("result", "").equals("REJECTED");
    if (ACCEPTS.contains(began.word()) && !rejects) {
      String asking = began.arguments().getOrDefault(began.word(), "");
      for (Udf profile : held.keySet()) {
        for (Udf device : owners(scene).devices(asking)) {
          asked.getOrDefault(device, Set.of()).forEach(digest -> of(profile).accept(digest, event));
        }
        owners(scene).latest(asking).ifPresent(of(profile)::mayReturn);
      }
    } else if (began.word().equals("removeDevice")) {
      // It may take effect although the call fails.
      String other = began.arguments().getOrDefault(began.word(), "");
      held.keySet()
          .forEach(profile -> owners(scene).latest(other).ifPresent(of(profile)::mayLeave));
    }
  }

  /** New keys that a machine stores are decided: another operation may publish them. */
  private void renewed(String machine, List<Bytes> devices, Scene scene) {
    if (scene.history().isAt(machine, Set.of("changeDeviceKeys"))) {
      long event = scene.history().events();
      for (Udf profile : held(machine, scene).keySet()) {
        devices.forEach(digest -> of(profile).accept(digest, event));
      }
    }
  }

  private static Map<Udf, ProfileFacts> held(String machine, Scene scene) {
    Map<Udf, ProfileFacts> held = new HashMap<>();
    for (SignedPersonalProfile signed : scene.history().profiles(machine)) {
      scene.history().profile(signed).ifPresent(facts -> held.put(facts.identifier(), facts));
    }
    return held;
  }

  private void asks(String machine, Message message, Scene scene) {
    message
        .asked(ConnectStartRequest.class)
        .map(start -> start.signedRequest().signedData().payload())
        .map(payload -> scene.dialect().json().read(payload, ConnectionRequest.class).device())
        .map(scene.history().facts()::device)
        .filter(device -> owners(scene).isOwn(machine, device.digest()))
        .ifPresent(
            device ->
                asked
                    .computeIfAbsent(device.identifier(), udf -> new HashSet<>())
                    .add(device.digest()));
  }

  /** A portal has accepted a version: each of its devices was decided. */
  private void published(
      SimEvent.Exchanged exchanged, ProfileFacts version, Scene scene, Verdict verdict) {
    if (!versions.add(version.digest())) {
      return;
    }
    String machine = exchanged.machine();
    DeviceDecisions decided = of(version.identifier());
    for (DeviceFacts device : version.devices().values()) {
      if (isOwn(machine, device, scene)) {
        decided.accept(device.digest(), scene.history().events());
        decided.mayReturn(device.identifier());
      } else if (!decided.isAccepted(device.digest())) {
        verdict.violated(
            machine + " has put " + name(device, scene) + ", which nobody has accepted");
      } else if (decided.isRemoved(device.identifier())
          && !lists(machine, version, device, scene)) {
        verdict.violated(machine + " has put back " + name(device, scene) + ", which was removed");
      }
    }
  }

  /** True if the machine may put its own device: it makes or recovers the profile, or renews it. */
  private boolean isOwn(String machine, DeviceFacts device, Scene scene) {
    Set<String> has = owners(scene).of(device.identifier());
    return scene.history().isAt(machine, OWN)
        && (has.isEmpty() || has.contains(machine))
        && (has.isEmpty() || owners(scene).isOwn(machine, device.digest()));
  }

  /** True if the machine's own version of the profile still has the device. */
  private static boolean lists(
      String machine, ProfileFacts version, DeviceFacts device, Scene scene) {
    return scene
        .history()
        .profile(machine, version.identifier())
        .flatMap(scene.history()::profile)
        .filter(held -> held.devices().containsKey(device.identifier()))
        .isPresent();
  }

  private String name(DeviceFacts device, Scene scene) {
    return "the device " + device.identifier() + " of " + owners(scene).of(device.identifier());
  }

  private void ended(SimEvent.Ended ended, Scene scene, Verdict verdict) {
    SimEvent.Began began = ended.began();
    Start start = running.remove(began.machine());
    String other = began.arguments().getOrDefault(began.word(), "");
    Optional<Udf> device = owners(scene).latest(other);
    if (start != null && ended.sentences().contains("codes differ")) {
      profiles.values().forEach(decided -> decided.refuse(start.event()));
    }
    if (start == null || device.isEmpty() || !ended.sentences().contains("ok")) {
      return;
    }
    Map<Udf, ProfileFacts> now = held(began.machine(), scene);
    boolean rejects = began.arguments().getOrDefault("result", "").equals("REJECTED");
    if (ACCEPTS.contains(began.word()) && !rejects) {
      boolean in = false;
      for (ProfileFacts held : now.values()) {
        if (held.devices().containsKey(device.get())) {
          of(held.identifier()).isIn(device.get());
          in = true;
        }
      }
      if (!in) {
        verdict.violated(began.machine() + " has accepted " + other + ", which is in no profile");
      }
    } else if (began.word().equals("removeDevice")) {
      now.values().forEach(held -> removed(began, start, held, device.get(), verdict));
    }
  }

  private void removed(
      SimEvent.Began began, Start start, ProfileFacts held, Udf device, Verdict verdict) {
    ProfileFacts before = start.profiles().get(held.identifier());
    if (before == null || !before.devices().containsKey(device)) {
      return;
    }
    if (held.devices().containsKey(device)) {
      verdict.violated(
          began.machine()
              + " has removed the device "
              + device
              + ", which is in the profile still");
      return;
    }
    DeviceDecisions decided = of(held.identifier());
    Bytes digest = before.devices().get(device).digest();
    if (!decided.isAcceptedAfter(digest, start.event())) {
      decided.remove(device);
    }
  }

  /** The newest version that a portal has shows every decision. */
  private void settled(Scene scene, Verdict verdict) {
    List<PortalRecords> portals =
        scene.portals().stream()
            .map(portal -> new PortalRecords(scene.portalStore(portal), scene.dialect()))
            .toList();
    profiles.forEach(
        (profile, decided) ->
            portals.stream()
                .flatMap(records -> records.latest(profile).stream())
                .filter(SignedPersonalProfile.class::isInstance)
                .flatMap(e -> scene.history().profile((SignedPersonalProfile) e).stream())
                .max(Comparator.comparing(ProfileFacts::updated))
                .ifPresent(version -> settled(version, decided, scene, verdict)));
  }

  private void settled(
      ProfileFacts version, DeviceDecisions decided, Scene scene, Verdict verdict) {
    for (DeviceFacts device : version.devices().values()) {
      if (decided.isRemoved(device.identifier())) {
        verdict.violated(
            version.identifier() + " has at last " + name(device, scene) + ", which was removed");
      }
    }
    boolean branched = scene.portals().stream().anyMatch(p -> scene.histories(p).size() > 1);
    for (Udf device : decided.mustBeIn()) {
      // A decision that was made at a branch of a portal's log is in no other history.
      if (!branched && !version.devices().containsKey(device)) {
        verdict.violated(
            version.identifier() + " lacks at last the device " + device + ", which was accepted");
      }
    }
  }
}
