package dev.meshsim.portal.mirror;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.Change;
import dev.meshsim.log.ForwardingPortalStore;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.RecordKey;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.memory.LazyTree;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.sim.disk.FaultyFiles;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.map.MapHasher;
import dev.meshsim.transparency.service.LogAudit;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs whose heads of the map, or whose records, are false although they are signed. */
class MirrorHeadsTest extends MirrorScene {

  @BeforeEach
  void aLogOfSeveralPages() {
    scene.publish(4);
    scene.checkpoint();
  }

  /** Writes a head of the map past the portal. */
  private static void head(PortalStore store, MapHead head, Instant now) {
    store.transact(
        tx -> {
          Bytes text = MeshJson.writeTagged(head);
          tx.put(Change.update(LogName.PORTAL, MapHead.KEY, List.of(), text, now));
          return true;
        });
  }

  /** The root of the map over all records of a store. */
  private Bytes rightRoot(PortalStore store) {
    PortalStore copy = new MemoryPortalStore();
    PortalTransfer.copy(store, copy);
    head(copy, new MapHead(copy.tree().size(), MapHasher.EMPTY_ROOT), scene.world.now());
    String problem =
        LogAudit.of(copy).checkpoints().get(LogAudit.of(copy).checkpoints().size() - 1).problem();
    String digits = problem.substring(problem.lastIndexOf(' ') + 1);
    return Bytes.hex(digits);
  }

  @Test
  void aFalseHeadOfTheMap() {
    PortalStore store = branch();
    long size = store.tree().size();
    head(store, new MapHead(size, MapHasher.EMPTY_ROOT), scene.world.now());
    MeshException failure = requireFailure(Code.FALSE_MAP, forged(store), "a false head");
    assertTrue(failure.problem().contains("at record " + (size + 1)), failure.problem());
    // A true head after it does not make it good.
    Bytes root = rightRoot(store);
    head(store, new MapHead(store.tree().size(), root), scene.world.now());
    requireFailure(Code.FALSE_MAP, forged(store), "a true head after a false one");
  }

  @Test
  void aFalseHeadThatIsDeleted() {
    PortalStore store = branch();
    head(store, new MapHead(store.tree().size(), MapHasher.EMPTY_ROOT), scene.world.now());
    store.transact(
        tx -> {
          tx.put(Change.delete(LogName.PORTAL, MapHead.KEY, scene.world.now()));
          return true;
        });
    Bytes root = rightRoot(store);
    head(store, new MapHead(store.tree().size(), root), scene.world.now());
    requireFailure(Code.FALSE_MAP, forged(store), "a deleted head");
  }

  @Test
  void aHeadThatLeavesRecordsOut() {
    PortalStore store = branch();
    MapHead last =
        MapHead.read(store.transact(tx -> tx.latest(LogName.PORTAL, MapHead.KEY)).orElseThrow());
    head(store, last, scene.world.now());
    requireFailure(Code.FALSE_MAP, forged(store), "a map that is frozen");
  }

  @Test
  void aCheckpointWithoutAHead() {
    PortalStore store = branch();
    store.transact(
        tx -> {
          tx.put(Change.update(LogName.MESH, "x", List.of(), Bytes.utf8("{}"), scene.world.now()));
          return true;
        });
    requireFailure(Code.BAD_PROOF, new BareLog(store), "no head");
  }

  /** A forged log whose last record is said to be a head. */
  private final class BareLog implements MeshPortal {

    private final ForgedLog log;

    BareLog(PortalStore store) {
      PortalStore seen =
          new ForwardingPortalStore(store) {
            @Override
            public RecordPage scan(LogName log, PageRequest range) {
              var page = super.scan(log, range);
              return page.items().isEmpty() ? super.scan(LogName.MESH, range) : page;
            }
          };
      this.log = forged(seen);
    }

    @Override
    public String domain() {
      return "example.com";
    }

    @Override
    public Dialect dialect() {
      return Dialect.MESH;
    }

    @Override
    public Bytes exchange(Bytes request) {
      return log.exchange(request);
    }
  }

  @Test
  void aRecordWithMarksThatNoPortalWrites() {
    PortalStore store = branch();
    long size = store.tree().size();
    Bytes root = rightRoot(store);
    store.transact(
        tx -> {
          tx.put(Change.update(LogName.MESH, "x", List.of(), Bytes.utf8("{}"), scene.world.now()));
          return true;
        });
    head(store, new MapHead(size, root), scene.world.now());
    run(forged(store));
    disk = FaultyFiles.sound(ROOT);
    MeshException failure =
        requireFailure(Code.BAD_COPY, forged(new OddMarks(store, size + 1)), "odd marks");
    assertTrue(failure.problem().contains("other marks"), failure.problem());
  }

  /** A store with a record that is pending and is committed by no other. */
  private static final class OddMarks extends ForwardingPortalStore {

    private final long odd;
    private final LazyTree tree;

    OddMarks(PortalStore store, long odd) {
      super(store);
      this.odd = odd;
      int size = (int) store.tree().size();
      this.tree = new LazyTree(() -> size, this::octets);
    }

    private Bytes octets(int number) {
      RecordKey key = keysAfter(number - 1, 1).get(0);
      PageRequest one = PageRequest.all().atMost(1).after(Integer.toString(number));
      return LineWriter.record(key.log(), scan(key.log(), one).items().get(0));
    }

    @Override
    public RecordPage scan(LogName log, PageRequest range) {
      RecordPage page = super.scan(log, range);
      return new RecordPage(
          page.items().stream()
              .map(item -> item.number() == odd ? item.marked(true, false) : item)
              .toList(),
          page.nextPageKey());
    }

    @Override
    public LogTree tree() {
      return tree;
    }
  }
}
