package dev.meshsim.sim.oracle;

import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.sim.oracle.fact.KeySecrets;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation that removes private keys leaves none of their octets in the store: no record has
 * one, and no file. After a profile was deleted its master keys are gone, after everything was
 * erased there is nothing.
 */
final class DeletedKeysOracle implements Oracle {

  private final Map<String, Map<RecordKey, List<byte[]>>> held = new HashMap<>();
  private final Map<String, Map<RecordKey, List<byte[]>>> removed = new HashMap<>();
  private final Map<String, Map<Udf, MasterProfile>> before = new HashMap<>();

  @Override
  public String name() {
    return "deleted-keys";
  }

  @Override
  public String law() {
    return "After a private key was deleted, its octets are in no record and no file of the store.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(
        SimEvent.Began.class,
        SimEvent.Committed.class,
        SimEvent.Ended.class,
        SimEvent.Replaced.class,
        SimEvent.Restarted.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Began began) {
      removed.remove(began.machine());
      before.put(began.machine(), masters(began.machine(), scene));
    } else if (event instanceof SimEvent.Committed commit) {
      commit.changes().forEach(change -> changed(commit.machine(), change));
    } else if (event instanceof SimEvent.Ended ended && ended.done()) {
      ended(ended, scene, verdict);
    } else if (event instanceof SimEvent.Replaced replaced) {
      take(replaced.machine(), scene);
    } else if (event instanceof SimEvent.Restarted restarted) {
      take(restarted.machine(), scene);
    }
  }

  private void take(String machine, Scene scene) {
    Map<RecordKey, List<byte[]>> keys = of(held, machine);
    keys.clear();
    removed.remove(machine);
    scene.store(machine).list(RecordKind.PRIVATE_KEY).forEach(record -> put(keys, record));
  }

  private static <V> Map<RecordKey, V> of(Map<String, Map<RecordKey, V>> all, String machine) {
    return all.computeIfAbsent(machine, name -> new HashMap<>());
  }

  private static void put(Map<RecordKey, List<byte[]>> keys, MachineRecord record) {
    if (record instanceof MachineRecord.Key key) {
      keys.put(key.key(), KeySecrets.of(key.jwk()));
    }
  }

  private void changed(String machine, MachineChange change) {
    if (change.key().kind() != RecordKind.PRIVATE_KEY) {
      return;
    }
    if (change instanceof MachineChange.Put put) {
      put(of(held, machine), put.record());
      of(removed, machine).remove(change.key());
    } else {
      List<byte[]> gone = of(held, machine).remove(change.key());
      if (gone != null) {
        of(removed, machine).put(change.key(), gone);
      }
    }
  }

  private static Map<Udf, MasterProfile> masters(String machine, Scene scene) {
    Map<Udf, MasterProfile> masters = new HashMap<>();
    for (SignedPersonalProfile signed : scene.history().profiles(machine)) {
      scene
          .history()
          .profile(signed)
          .map(ProfileFacts::master)
          .ifPresent(master -> masters.put(signed.identifier(), master));
    }
    return masters;
  }

  private void ended(SimEvent.Ended ended, Scene scene, Verdict verdict) {
    String machine = ended.began().machine();
    Map<RecordKey, List<byte[]>> gone = of(removed, machine);
    if (ended.began().word().equals("eraseTest")) {
      gone.putAll(of(held, machine));
      held.remove(machine);
      if (!History.stored(scene.store(machine)).isEmpty()) {
        verdict.violated(machine + " has records after everything was erased");
      }
    } else if (ended.began().word().equals("delete")) {
      left(machine, scene)
          .forEach(key -> verdict.violated(machine + " has kept the master key " + key));
    }
    if (!gone.isEmpty()) {
      search(machine, gone, scene, verdict);
    }
    removed.remove(machine);
  }

  /** The master keys that are there of a profile that is not there any more. */
  private List<Udf> left(String machine, Scene scene) {
    Map<Udf, MasterProfile> deleted = new HashMap<>(before.getOrDefault(machine, Map.of()));
    deleted.keySet().removeAll(masters(machine, scene).keySet());
    Set<Udf> keys = new HashSet<>();
    for (MasterProfile master : deleted.values()) {
      keys.add(master.masterSignatureKey().udf());
      master.masterEscrowKeys().stream().map(PublicKey::udf).forEach(keys::add);
      master.onlineSignatureKeys().stream().map(PublicKey::udf).forEach(keys::add);
    }
    // In dialect portal-2017 a device administers with its own key, which stays.
    keys.removeIf(
        key ->
            !scene.history().records(machine).containsKey(name(RecordKind.PRIVATE_KEY, key))
                || scene.history().records(machine).containsKey(name(RecordKind.DEVICE, key)));
    return new ArrayList<>(keys);
  }

  private static RecordKey name(RecordKind kind, Udf udf) {
    return new RecordKey(kind, udf.text());
  }

  private static void search(
      String machine, Map<RecordKey, List<byte[]>> gone, Scene scene, Verdict verdict) {
    SecretIndex index = new SecretIndex();
    gone.forEach(
        (key, secrets) -> {
          if (scene.store(machine).get(key).isPresent()) {
            verdict.violated(machine + " has the deleted key " + key.name());
          }
          secrets.stream()
              .filter(secret -> secret.length >= SecretIndex.SHORTEST)
              .forEach(secret -> index.add("the deleted key " + key.name(), secret));
        });
    scene
        .files(machine)
        .forEach(
            (file, octets) ->
                index
                    .find(octets)
                    .ifPresent(
                        found ->
                            verdict.violated(
                                file.getFileName() + " of " + machine + " has " + found)));
  }
}
