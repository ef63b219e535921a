package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protect.PortalKeys;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.map.MapKey;
import dev.meshsim.transparency.map.MapLeaf;
import dev.meshsim.transparency.map.MapProof;
import dev.meshsim.transparency.map.PrefixTree;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.transparency.tree.TreeProofs;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A portal's log, and a machine that watches it. */
abstract class WatchScene {

  static final String DOMAIN = "mesh.example";
  static final CheckpointPolicy POLICY = new CheckpointPolicy(100, Duration.ofMinutes(1));

  final World world = World.seeded(24);
  final PortalStore store = new MemoryPortalStore();
  final PortalKeyring keyring = new PortalKeyring(world, DOMAIN, store);
  final PortalLog log = new PortalLog(world, DOMAIN, store, keyring::logSigner, POLICY);
  final Kept kept = new Kept();
  final LogWatch watch = watch(kept);

  /** A memory of a machine. */
  static final class Kept implements LogWatch.Memory {

    Optional<LogMemory> memory = Optional.empty();

    @Override
    public Optional<LogMemory> load() {
      return memory;
    }

    @Override
    public void save(LogMemory next) {
      memory = Optional.of(next);
    }
  }

  static KeyChain chainOf(PortalKeys keys) {
    return KeyChain.of(keys.newest(), keys.shown().subList(1, keys.shown().size()));
  }

  LogWatch watch(LogWatch.Memory memory) {
    return new LogWatch(
        DOMAIN,
        new LogKeys() {
          @Override
          public KeyStatement keys() {
            return keyring.current().newest();
          }

          @Override
          public KeyStatement askAgain() {
            return keyring.reload().newest();
          }

          @Override
          public KeyChain chain() {
            return chainOf(keyring.current());
          }
        },
        memory);
  }

  void put(String key) {
    store.transact(
        tx -> {
          tx.put(Change.update(LogName.MESH, key, List.of(), Bytes.utf8("{}"), world.now()));
          return true;
        });
  }

  void later() {
    world.pause(POLICY.interval());
    log.makeIfDue();
  }

  DataItem latest(String key) {
    return store.transact(tx -> tx.latest(LogName.MESH, key)).orElseThrow();
  }

  Bytes receipt(DataItem item) {
    return log.receipt(LogName.MESH, item).sign(keyring.current(), world.stream("test", "receipt"));
  }

  LogAnswer answer(LogWatch.Asked asked, String key) {
    LogAnswer answer = log.answer(LogName.MESH, key, asked.query(), Optional.empty()).orElseThrow();
    DataItem item = latest(key);
    return item.number() > MapHead.read(answer.proof().head().mapHead()).size()
        ? answer.with(receipt(item))
        : answer;
  }

  void read(LogWatch by, String key) {
    LogWatch.Asked asked = by.begin();
    by.read(asked, key, latest(key), answer(asked, key), Optional.empty());
  }

  boolean knows(String key) {
    return kept.memory.flatMap(memory -> memory.of("mesh", key)).isPresent();
  }

  long seen(String key) {
    return kept.memory.orElseThrow().of("mesh", key).orElseThrow().number();
  }

  /** An answer whose map has only the first of two records of a key. */
  LogAnswer lie(LogWatch.Asked asked, DataItem old) {
    MapHasher hasher = new MapHasher();
    TreeProofs proofs = store.tree().proofs();
    PrefixTree map =
        PrefixTree.EMPTY.with(
            new MapLeaf(
                MapKey.of("mesh", old.primaryKey()), old.number(), proofs.leaf(old.number() - 1)));
    MapHead head = new MapHead(store.tree().size(), map.root(hasher, store.tree()::leaves));
    world.pause(Duration.ofMinutes(1));
    store.transact(
        tx -> {
          tx.put(head.change(false, world.now()));
          return true;
        });
    DataItem record = store.transact(tx -> tx.latest(LogName.PORTAL, MapHead.KEY)).orElseThrow();
    long size = record.number();
    Checkpoint checkpoint = new Checkpoint(DOMAIN, store.tree().head(size));
    HeadProof headProof =
        new HeadProof(
            keyring.logSigner().sign(checkpoint.text()).octets().utf8(),
            record,
            proofs.inclusion(size - 1, size));
    MapProof proof = map.proof(MapKey.of("mesh", old.primaryKey()), hasher, store.tree()::leaves);
    long known = asked.query().known();
    List<Bytes> path = new ArrayList<>(known == 0 ? List.of() : proofs.consistency(known, size));
    if (Long.bitCount(known) == 1) {
      path.add(0, proofs.root(known));
    }
    List<LogAnswer.Included> included =
        asked.numbers().stream()
            .map(
                number ->
                    new LogAnswer.Included(
                        number, proofs.leaf(number - 1), proofs.inclusion(number - 1, size)))
            .toList();
    return new LogAnswer(new LogProof(headProof, proof), path, included, List.of(), null);
  }
}
