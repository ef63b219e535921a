package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.sim.oracle.fact.Message;
import dev.meshsim.sim.oracle.fact.PortalRecords;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import dev.meshsim.udf.Udf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When faults have stopped, a machine that has tried to catch up since the last change has the
 * version of its profile that the portals of its accounts have, and that of each application that
 * it can read. Otherwise its latest attempt has named the reason.
 */
final class ConvergedOracle implements Oracle {

  /** The operations by which a machine catches up with the versions of a profile. */
  private static final Set<String> OF_PROFILES = Set.of("refresh", "publishAgain", "await", "poll");

  /** Those by which it catches up with an application. */
  private static final Set<String> OF_APPLICATIONS = Set.of("application", "refreshApplication");

  /** The code with which an operation of a machine ended the last time, if it failed. */
  private final Map<String, Map<String, Optional<String>>> outcomes = new HashMap<>();

  /** The event at which each machine's latest attempts ended. */
  private final Map<String, Long> profilesTried = new HashMap<>();

  private final Map<String, Long> applicationsTried = new HashMap<>();

  /** The event at which each profile or application was changed last. */
  private final Map<Udf, Long> changed = new HashMap<>();

  private long allChanged;

  @Override
  public String name() {
    return "machines-converge";
  }

  @Override
  public String law() {
    return "When faults have stopped, every machine has the latest versions or names the reason.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Ended.class,
        SimEvent.Exchanged.class,
        SimEvent.PortalReplaced.class,
        SimEvent.Settled.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Ended ended) {
      ended(ended, scene);
    } else if (event instanceof SimEvent.Exchanged exchanged) {
      Message message = scene.history().message(exchanged);
      if (message.accepted()) {
        message
            .asked(PublishRequest.class)
            .ifPresent(
                publish -> changed.put(publish.entry().identifier(), scene.history().events()));
      }
    } else if (event instanceof SimEvent.PortalReplaced) {
      allChanged = scene.history().events();
    } else if (event instanceof SimEvent.Settled) {
      scene.machines().forEach(machine -> settled(machine, scene, verdict));
    }
  }

  private void ended(SimEvent.Ended ended, Scene scene) {
    String word = ended.began().word();
    String machine = ended.began().machine();
    outcomes
        .computeIfAbsent(machine, name -> new HashMap<>())
        .put(
            word,
            ended
                .failure()
                .filter(MeshException.class::isInstance)
                .map(failure -> ((MeshException) failure).code()));
    if (OF_PROFILES.contains(word)) {
      profilesTried.put(machine, scene.history().events());
    } else if (OF_APPLICATIONS.contains(word)) {
      applicationsTried.put(machine, scene.history().events());
    }
  }

  /** True if the machine has tried to catch up since the last change. */
  private boolean hasTried(Map<String, Long> tried, String machine, Udf object) {
    long latest = tried.getOrDefault(machine, -1L);
    return latest > allChanged && latest > changed.getOrDefault(object, 0L);
  }

  private boolean hasReason(String machine, Set<String> words) {
    Map<String, Optional<String>> latest = outcomes.getOrDefault(machine, Map.of());
    return words.stream().anyMatch(word -> latest.getOrDefault(word, Optional.empty()).isPresent());
  }

  private void settled(String machine, Scene scene, Verdict verdict) {
    for (MachineRecord record : scene.history().acknowledged(machine).values()) {
      if (record instanceof MachineRecord.Account account) {
        String domain = account.account().substring(account.account().lastIndexOf('@') + 1);
        if (scene.portals().contains(domain)) {
          PortalRecords portal = new PortalRecords(scene.portalStore(domain), scene.dialect());
          profile(machine, account, portal, scene, verdict);
        }
      }
    }
  }

  private void profile(
      String machine,
      MachineRecord.Account account,
      PortalRecords portal,
      Scene scene,
      Verdict verdict) {
    Optional<ProfileFacts> held =
        scene.history().profile(machine, account.profile()).flatMap(scene.history()::profile);
    Optional<ProfileFacts> newest =
        portal
            .latest(account.profile())
            .filter(SignedPersonalProfile.class::isInstance)
            .flatMap(entry -> scene.history().profile((SignedPersonalProfile) entry));
    if (held.isEmpty() || newest.isEmpty()) {
      return;
    }
    boolean same = held.get().digest().equals(newest.get().digest());
    if (!same
        && hasTried(profilesTried, machine, account.profile())
        && !hasReason(machine, OF_PROFILES)
        && !isWaiting(machine, account, held.get(), newest.get(), scene)) {
      verdict.violated(
          machine
              + " has the version of "
              + held.get().updated()
              + " of "
              + account.profile()
              + ", and the portal of "
              + account.account()
              + " that of "
              + newest.get().updated());
    }
    if (same) {
      applications(machine, newest.get(), portal, scene, verdict);
    }
  }

  /** True if the portal lacks the machine's version, and the machine may not publish it. */
  private static boolean isWaiting(
      String machine,
      MachineRecord.Account account,
      ProfileFacts held,
      ProfileFacts newest,
      Scene scene) {
    Map<RecordKey, MachineRecord> records = scene.history().records(machine);
    return held.updated().isAfter(newest.updated())
        && records.containsKey(new RecordKey(RecordKind.BEHIND, account.account()))
        && held.master().onlineSignatureKeys().stream()
            .noneMatch(key -> has(records, RecordKind.PRIVATE_KEY, key.udf()));
  }

  private static boolean has(Map<RecordKey, MachineRecord> records, RecordKind kind, Udf udf) {
    return records.containsKey(new RecordKey(kind, udf.text()));
  }

  /** The first application of each type: the one that a person opens by its type. */
  private void applications(
      String machine, ProfileFacts profile, PortalRecords portal, Scene scene, Verdict verdict) {
    Map<RecordKey, MachineRecord> records = scene.history().records(machine);
    Set<String> types = new HashSet<>();
    for (ApplicationProfileEntry entry : profile.applications()) {
      boolean first = types.add(entry.type());
      boolean reads =
          entry.decryptDevices().stream().anyMatch(udf -> has(records, RecordKind.DEVICE, udf));
      RecordKey key = new RecordKey(RecordKind.APPLICATION, entry.identifier().text());
      Optional<Entry> newest = portal.latest(entry.identifier());
      if (first
          && reads
          && hasTried(applicationsTried, machine, entry.identifier())
          && records.get(key) instanceof MachineRecord.Application held
          && newest.isPresent()
          && !digest(scene, newest.get()).equals(digest(scene, held.signed()))
          && !hasReason(machine, OF_APPLICATIONS)) {
        verdict.violated(
            machine + " has not the latest version of the application " + entry.identifier());
      }
    }
  }

  private static Bytes digest(Scene scene, Entry entry) {
    return PortalRecords.digest(scene.dialect(), entry);
  }
}
