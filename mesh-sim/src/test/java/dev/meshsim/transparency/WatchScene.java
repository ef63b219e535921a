package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.world.World;
import java.time.Duration;
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

  LogWatch watch(LogWatch.Memory memory) {
    return new LogWatch(
        DOMAIN,
        new LogWatch.Source() {
          @Override
          public KeyStatement keys() {
            return keyring.current().newest();
          }

          @Override
          public KeyStatement askAgain() {
            return keyring.reload().newest();
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

  long seen(String key) {
    return kept.memory.orElseThrow().of("mesh", key).orElseThrow().number();
  }
}
