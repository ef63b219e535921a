package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.store.Finding;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalTransferTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  @TempDir Path directory;

  private PortalStore jlog(String name) {
    return PortalStores.named("jlog").open(directory.resolve(name), World.seeded(1), line -> {});
  }

  /** Many versions, both logs, a key that ended and began again, more than one page. */
  private static void fill(PortalStore store) {
    for (int i = 0; i < 600; i++) {
      String key = "k" + i % 40;
      LogName log = i % 3 == 0 ? LogName.MESH : LogName.PORTAL;
      IndexTerm term = new IndexTerm("T", "t" + i % 7);
      Bytes text = Bytes.utf8("{\"n\":" + i + "}");
      Instant added = T0.plusMillis(i);
      Change change =
          i % 50 == 49
              ? Change.delete(log, key, added)
              : Change.update(log, key, List.of(term), text, added);
      store.transact(
          tx -> {
            tx.put(change);
            return change;
          });
    }
    store.transact(
        tx -> {
          tx.put(Change.create(LogName.MESH, "pair", List.of(), Bytes.utf8("1"), T0));
          tx.put(Change.create(LogName.PORTAL, "pair", List.of(), Bytes.utf8("2"), T0));
          return 0;
        });
  }

  /** Every record, with the marks of the transaction it came in. */
  static List<DataItem> content(PortalStore store) {
    List<DataItem> items = new ArrayList<>();
    for (LogName log : LogName.values()) {
      items.addAll(store.scan(log, PageRequest.all()).items());
    }
    return items;
  }

  /** A store whose keys cannot be had. */
  private static PortalStore without(PortalStoreException failure) {
    return new ForwardingPortalStore(new MemoryPortalStore()) {
      @Override
      public Optional<SecretBytes> keys() {
        throw failure;
      }
    };
  }

  @Test
  void keysThatCannotBeReadEndTheCopyUnlessTheStoreKeepsNone() {
    try (PortalStore none = without(PortalStoreException.noKeys());
        PortalStore broken = without(PortalStoreException.transferNotEmpty());
        PortalStore to = new MemoryPortalStore()) {
      assertEquals(0, PortalTransfer.copy(none, to));
      assertThrows(PortalStoreException.class, () -> PortalTransfer.copy(broken, to));
    }
  }

  @Test
  void aCopyHasTheSameRecordsUnderTheSameNumbers() {
    try (PortalStore from = new MemoryPortalStore();
        PortalStore logs = jlog("a");
        PortalStore back = new MemoryPortalStore()) {
      fill(from);
      assertEquals(602, PortalTransfer.copy(from, logs));
      assertEquals(602, PortalTransfer.copy(logs, back));
      assertEquals(content(from), content(logs));
      assertEquals(content(from), content(back));
      assertEquals(from.lastWrite(), back.lastWrite());
      assertEquals(List.of(), logs.check());
    }
  }

  @Test
  void aCopyOfALogIsTheSameOctetForOctet() throws IOException {
    try (PortalStore from = jlog("a");
        PortalStore to = jlog("b");
        PortalStore memory = new MemoryPortalStore();
        PortalStore back = jlog("c")) {
      fill(from);
      PortalTransfer.copy(from, to);
      PortalTransfer.copy(to, memory);
      PortalTransfer.copy(memory, back);
      long syncs = to.counts().syncs();
      assertTrue(syncs < from.counts().syncs(), "many share a sync, not " + syncs);
    }
    for (String copy : List.of("b", "c")) {
      for (LogName log : LogName.values()) {
        Path original = directory.resolve("a").resolve(log.fileName());
        Path copied = directory.resolve(copy).resolve(log.fileName());
        assertEquals(-1, Files.mismatch(original, copied), copy + " " + log);
      }
    }
  }

  @Test
  void anEmptyStoreIsCopiedToo() {
    try (PortalStore from = new MemoryPortalStore();
        PortalStore to = new MemoryPortalStore()) {
      assertEquals(0, PortalTransfer.copy(from, to));
    }
  }

  @Test
  void aStoreWithRecordsIsNotCopiedTo() {
    try (PortalStore from = new MemoryPortalStore();
        PortalStore to = new MemoryPortalStore()) {
      fill(to);
      List<DataItem> before = content(to);
      MeshException e =
          Failing.with(
              PortalStoreException.Code.TRANSFER_NOT_EMPTY, () -> PortalTransfer.copy(from, to));
      assertEquals("log.transfer-not-empty", e.code());
      assertEquals(before, content(to));
    }
  }

  @Test
  void aMissingRecordIsNoticed() {
    try (PortalStore whole = new MemoryPortalStore();
        PortalStore to = new MemoryPortalStore()) {
      fill(whole);
      MeshException e =
          Failing.with(
              PortalStoreException.Code.TRANSFER_GAP,
              () -> PortalTransfer.copy(new Without(whole, 5), to));
      assertEquals("log.transfer-gap", e.code());
      assertEquals("the store to copy from has no record TID:5; the next is TID:6", e.problem());
    }
  }

  @Test
  void storesAreFoundByName() {
    assertEquals(List.of("memory", "jlog"), PortalStores.names().subList(0, 2));
    MeshException e =
        Failing.with(PortalStoreException.Code.UNKNOWN_STORE, () -> PortalStores.named("x"));
    assertEquals("log.unknown-store", e.code());
  }

  /** A store that has lost a record. */
  private record Without(PortalStore store, long number) implements PortalStore {

    @Override
    public <T> T transact(Work<T> work) {
      return store.transact(work);
    }

    @Override
    public RecordPage scan(LogName log, PageRequest range) {
      RecordPage page = store.scan(log, range);
      return new RecordPage(
          page.items().stream().filter(item -> item.number() != number).toList(),
          page.nextPageKey());
    }

    @Override
    public java.util.Optional<Instant> lastWrite() {
      return store.lastWrite();
    }

    @Override
    public List<Finding> check() {
      return store.check();
    }

    @Override
    public List<RecordKey> keysAfter(long after, int most) {
      return store.keysAfter(after, most);
    }

    @Override
    public LogTree tree() {
      return store.tree();
    }

    @Override
    public WorkCount counts() {
      return store.counts();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
