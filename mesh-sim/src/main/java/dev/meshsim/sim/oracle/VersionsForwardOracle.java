package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The versions of a profile or application that a machine stores follow one another. It never
 * stores one that it has replaced already. While no portal of its is known to lag behind, each is
 * later than the one before; a merge with what such a portal has may have an earlier time.
 */
final class VersionsForwardOracle implements Oracle {

  /**
   * The versions of one object that a machine had.
   *
   * @param latest the digest of the version that it has
   * @param updated the time of that
   * @param before the digests of those that it has replaced
   */
  private record Held(Bytes latest, Instant updated, Set<Bytes> before) {}

  private final Map<String, Map<RecordKey, Held>> held = new HashMap<>();

  @Override
  public String name() {
    return "versions-forward";
  }

  @Override
  public String law() {
    return "The versions of a profile or an application that a machine stores never go back.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Committed.class,
        SimEvent.Replaced.class,
        SimEvent.Restarted.class,
        SimEvent.Ended.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Committed commit) {
      for (MachineChange change : commit.changes()) {
        if (change instanceof MachineChange.Put put) {
          put(commit, put.record(), scene, verdict);
        } else {
          of(commit.machine()).remove(change.key());
        }
      }
    } else if (event instanceof SimEvent.Replaced replaced) {
      held.remove(replaced.machine());
      begin(replaced.machine(), scene);
    } else if (event instanceof SimEvent.Restarted restarted) {
      begin(restarted.machine(), scene);
    } else if (event instanceof SimEvent.Ended ended
        && ended.began().word().equals("eraseTest")
        && ended.done()) {
      held.remove(ended.began().machine());
    }
  }

  /** Takes what a store has, without a judgement: a failed commit may be there. */
  private void begin(String machine, Scene scene) {
    Map<RecordKey, Held> before = of(machine);
    Set<RecordKey> found = new HashSet<>();
    for (RecordKind kind : Set.of(RecordKind.PERSONAL, RecordKind.APPLICATION)) {
      for (MachineRecord record : scene.store(machine).list(kind)) {
        found.add(record.key());
        version(record, scene)
            .ifPresent(next -> before.merge(record.key(), next, VersionsForwardOracle::after));
      }
    }
    before.keySet().retainAll(found);
  }

  private static Held after(Held old, Held next) {
    if (old.latest().equals(next.latest())) {
      return old;
    }
    old.before().add(old.latest());
    return new Held(next.latest(), next.updated(), old.before());
  }

  private Map<RecordKey, Held> of(String machine) {
    return held.computeIfAbsent(machine, name -> new HashMap<>());
  }

  private void put(SimEvent.Committed commit, MachineRecord record, Scene scene, Verdict verdict) {
    Optional<Held> next = version(record, scene);
    if (next.isEmpty()) {
      return;
    }
    Map<RecordKey, Held> all = of(commit.machine());
    Held old = all.get(record.key());
    if (old == null) {
      all.put(record.key(), next.get());
      return;
    }
    if (old.latest().equals(next.get().latest())) {
      return;
    }
    String what = commit.machine() + " has stored " + record.key().kind() + " ";
    if (old.before().contains(next.get().latest())) {
      verdict.violated(
          what + record.key().name() + " in a version that it had replaced by a later one");
    } else if (!next.get().updated().isAfter(old.updated()) && !isMerge(commit, scene.history())) {
      verdict.violated(
          what
              + record.key().name()
              + " of "
              + next.get().updated()
              + " in place of that of "
              + old.updated());
    }
    all.put(record.key(), after(old, next.get()));
  }

  /** True if a portal is, or was until this commit, known to lag behind. */
  private static boolean isMerge(SimEvent.Committed commit, History history) {
    return commit.changes().stream().anyMatch(c -> c.key().kind() == RecordKind.BEHIND)
        || history.records(commit.machine()).keySet().stream()
            .anyMatch(key -> key.kind() == RecordKind.BEHIND);
  }

  private static Optional<Held> version(MachineRecord record, Scene scene) {
    if (record instanceof MachineRecord.Personal personal) {
      return scene.history().profile(personal.signed()).map(facts -> held(facts));
    } else if (record instanceof MachineRecord.Application application) {
      return version(application.signed(), scene);
    }
    return Optional.empty();
  }

  private static Held held(ProfileFacts facts) {
    return new Held(facts.digest(), facts.updated(), new HashSet<>());
  }

  private static Optional<Held> version(SignedApplicationProfile signed, Scene scene) {
    Bytes payload = signed.signedData().payload();
    try {
      Instant updated = ApplicationProfile.read(scene.dialect(), payload).updated();
      return Optional.of(new Held(Sha256.of(payload), updated, new HashSet<>()));
    } catch (MeshException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
