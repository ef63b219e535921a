package dev.meshsim.transparency.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.world.World;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The checkpoints of several processes on one store. */
class SharedLogTest {

  private static final String DOMAIN = "mesh.example";
  private static final CheckpointPolicy POLICY = new CheckpointPolicy(1000, Duration.ofMinutes(1));

  private final World world = World.seeded(24);
  private final AtomicReference<PortalStore> records =
      new AtomicReference<>(new MemoryPortalStore());
  private final PortalKeyring keyring = new PortalKeyring(world, DOMAIN, records.get());
  private final PortalLog first = process();
  private final PortalLog second = process();

  /** The log of one process, on a server's store that may be put back. */
  private PortalLog process() {
    PortalStore store =
        (PortalStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PortalStore.class},
                (proxy, method, given) -> {
                  try {
                    return method.getName().equals("isShared")
                        ? true
                        : method.invoke(records.get(), given);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new PortalLog(world, DOMAIN, store, keyring::logSigner, POLICY);
  }

  private void put(String key) {
    records
        .get()
        .transact(
            tx -> {
              tx.put(Change.update(LogName.MESH, key, List.of(), Bytes.utf8("{}"), world.now()));
              return true;
            });
  }

  private static Note shown(PortalLog log) {
    return Note.parse(log.published("checkpoint").orElseThrow());
  }

  private PortalStore copy() {
    PortalStore copy = new MemoryPortalStore();
    PortalTransfer.copy(records.get(), copy);
    return copy;
  }

  @Test
  void noneShowsASmallerCheckpointThanAnotherDid() {
    put("a");
    assertEquals(shown(first), shown(second));
    put("b");
    first.makeNow();
    assertEquals(shown(first), shown(second));
    put("c");
    second.makeNow();
    first.makeIfDue();
    assertEquals(second.last().orElseThrow().note(), first.last().orElseThrow().note());
    assertEquals(6, first.last().orElseThrow().size());
  }

  @Test
  void noneWithholdsATileOfACheckpointThatAnotherMade() {
    put("a");
    first.makeNow();
    second.makeIfDue();
    put("b");
    first.makeNow();
    String tile = new Tile(0, 0, 4).path();
    assertEquals(first.published(tile), second.published(tile));
    assertTrue(second.published(tile).isPresent());
  }

  @Test
  void aStoreThatWasPutBackIsNoticed() {
    put("a");
    PortalStore older = copy();
    first.makeNow();
    assertEquals(Optional.empty(), first.putBack());
    records.set(older);
    first.makeIfDue();
    assertEquals(Optional.of("the checkpoint has 2 records, the log only 1"), first.putBack());
    assertEquals(Optional.empty(), first.published("checkpoint"));
  }

  @Test
  void aStoreThatWasPutBackAndWentOnIsNoticed() {
    put("a");
    first.makeNow();
    PortalStore older = copy();
    put("b");
    first.makeNow();
    records.set(older);
    second.makeIfDue();
    put("c");
    second.makeNow();
    assertEquals(Optional.empty(), second.putBack());
    put("d");
    second.makeNow();
    first.makeNow();
    assertEquals(Optional.of("the first 4 records of the log have another root"), first.putBack());
    assertEquals(6, records.get().tree().size(), "it writes nothing more");
  }
}
