package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Failing;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHasher;
import dev.meshsim.transparency.tree.TreeHead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of all portal stores. A store's own test is a subclass that opens it. */
public abstract class PortalStoreContract extends PortalStoreVersions {

  private static final String ROOT_OF_FIVE =
      "958b2a9036367751f55e9801d974d515123ec2bdc05bc485e4e6186ef18b2776";
  private static final String ROOT_OF_SEVEN =
      "068cab54a7145e1665408544d9e130d72d42d838db4864fd8f89599be31ba167";

  @Test
  void aReopenedStoreEqualsTheClosedOne() {
    put(withTerms("a", "1", new IndexTerm("T", "x")));
    put(create(LogName.MESH, "m", "2"), create(LogName.PORTAL, "p", "3"));
    put(update(LogName.MESH, "m", "4"));
    put(Change.delete(LogName.PORTAL, "a", T0.plusMillis(1)));
    List<DataItem> before = all();
    Optional<Instant> written = store().lastWrite();
    reopen();
    assertEquals(before, all());
    assertEquals(written, store().lastWrite());
    put(create(LogName.PORTAL, "a", "5"));
    assertEquals(6, latest(LogName.PORTAL, "a").orElseThrow().number());
  }

  @Test
  void theTreeIsTheSameInEveryStore() {
    assertEquals(0, store().tree().size());
    assertEquals(TreeHead.EMPTY, store().tree().head(0));
    put(withTerms("a", "1", new IndexTerm("T", "x")));
    put(create(LogName.MESH, "m", "2"), create(LogName.PORTAL, "p", "3"));
    put(update(LogName.MESH, "m", "4 \"quoted\" \n"));
    put(Change.delete(LogName.PORTAL, "a", T0.plusMillis(1)));
    // The root is a constant: a store that hashed other octets would fork a copied log.
    assertEquals(ROOT_OF_FIVE, store().tree().head(5).root().hex());
    assertEquals(
        List.of(new RecordKey(2, LogName.MESH, "m"), new RecordKey(3, LogName.PORTAL, "p")),
        store().keysAfter(1, 2));
    assertEquals(5, store().keysAfter(0, 100).size());
    assertEquals(List.of(), store().keysAfter(5, 1));
    for (LogName log : LogName.values()) {
      for (DataItem item : store().scan(log, PageRequest.all()).items()) {
        assertEquals(Optional.of(item), store().record(log, item.number()));
        LogName other = log == LogName.MESH ? LogName.PORTAL : LogName.MESH;
        assertEquals(Optional.empty(), store().record(other, item.number()));
      }
      assertEquals(Optional.empty(), store().record(log, 0));
      assertEquals(Optional.empty(), store().record(log, 6));
    }
    reopen();
    assertEquals(5, store().tree().size());
    assertEquals(ROOT_OF_FIVE, store().tree().head(5).root().hex());
    // A record that was written beside others keeps its marks in a copy.
    store()
        .load(
            List.of(
                List.of(
                    new Change(
                        LogName.MESH, Action.NEW, "n", List.of(), Bytes.utf8("5"), T0, true)),
                List.of(create(LogName.PORTAL, "q", "6"))));
    DataItem marked = latest(LogName.MESH, "n").orElseThrow();
    for (int i = 0; i < 2; i++) {
      assertEquals(ROOT_OF_SEVEN, store().tree().head(7).root().hex());
      DataItem scanned =
          all().stream().filter(item -> item.number() == 6).findFirst().orElseThrow();
      assertEquals(marked.marked(true, true), scanned);
      reopen();
    }
    MemoryPortalStore copy = new MemoryPortalStore();
    PortalTransfer.copy(store(), copy);
    assertEquals(ROOT_OF_SEVEN, copy.tree().head(7).root().hex());
    new ProofCheck()
        .consistency(
            copy.tree().head(5), store().tree().proofs().consistency(5, 7), copy.tree().head(7));
    assertEquals(List.of(), store().check());
  }

  @Test
  void theTreeGrowsWithTheRecords() {
    for (int i = 0; i < 70; i++) {
      put(create(LogName.PORTAL, "key " + i, "text " + i));
    }
    LogTree tree = store().tree();
    TreeHead head = tree.head(tree.size());
    assertEquals(70, head.size());
    TreeHasher hasher = new TreeHasher();
    for (DataItem item : store().scan(LogName.PORTAL, PageRequest.all().atMost(100)).items()) {
      long leaf = item.number() - 1;
      new ProofCheck()
          .inclusion(
              leaf,
              hasher.leaf(LineWriter.record(LogName.PORTAL, item)),
              tree.proofs().inclusion(leaf, 70),
              head);
    }
    Failing.with(TransparencyException.Code.NO_HASH, () -> tree.head(71));
  }

  @Test
  void theKeysAreApartFromTheRecords() {
    SecretBytes first = SecretBytes.copyOf("first keys".getBytes(StandardCharsets.UTF_8));
    SecretBytes second = SecretBytes.copyOf("second keys".getBytes(StandardCharsets.UTF_8));
    put(create(LogName.PORTAL, "a", "1"));
    assertEquals(Optional.empty(), store().keys());
    assertFalse(store().putKeys(Optional.of(first), second));
    assertTrue(store().putKeys(Optional.empty(), first));
    assertFalse(store().putKeys(Optional.empty(), second));
    assertEquals(Optional.of(first), store().keys());
    put(create(LogName.MESH, "b", "2"));
    reopen();
    assertEquals(Optional.of(first), store().keys());
    assertTrue(store().putKeys(Optional.of(first), second));
    put(create(LogName.MESH, "c", "3"));
    reopen();
    assertEquals(Optional.of(second), store().keys());
    assertEquals(3, all().size());
    assertEquals(List.of(), store().check());
    MemoryPortalStore copy = new MemoryPortalStore();
    PortalTransfer.copy(store(), copy);
    assertEquals(Optional.of(second), copy.keys());
  }

  static List<String> hostile() {
    return List.of(
        "line\nfeed\r\n",
        "quote\"back\\slash",
        "\u2028\u2029",
        "\uD83D\uDE00 emoji",
        "\u0000\u0001",
        "../../etc/passwd",
        "CON",
        "{\"DataItem\":{}}",
        "}}\n{\"DataItem\":{",
        "\u202Ebidi",
        "n\u0303 \u00F1 I\u0307 \u0131",
        " ",
        "\uFEFF",
        "x".repeat(1024));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileTextComesBackAsItWas(String text) {
    IndexTerm term = new IndexTerm(text, text);
    put(Change.create(LogName.PORTAL, text, List.of(term), Bytes.utf8(text), T0));
    put(create(LogName.PORTAL, "after", "after"));
    reopen();
    DataItem item = latest(LogName.PORTAL, text).orElseThrow();
    assertEquals(Bytes.utf8(text), item.text());
    assertEquals(text, item.primaryKey());
    assertEquals(List.of(term), item.keys());
    assertEquals(List.of(item), find(term, PageRequest.all()).items());
    assertTrue(latest(LogName.PORTAL, "after").isPresent());
  }

  @Test
  void oneMillionCharactersComeBack() {
    String text = "\"\\x\n\u20AC".repeat(200_000);
    put(create(LogName.MESH, "big", text));
    reopen();
    assertEquals(text, latest(LogName.MESH, "big").orElseThrow().text().utf8());
  }

  @Test
  void whatNoLogCanHoldIsRefused() {
    Bytes text = Bytes.utf8("{}");
    Failing.with(
        PortalStoreException.Code.BAD_CHANGE,
        () -> Change.create(LogName.MESH, "lone \uD800", List.of(), text, T0));
    Failing.with(
        PortalStoreException.Code.BAD_CHANGE,
        () -> Change.create(LogName.MESH, "lone \uDC00\uD800", List.of(), text, T0));
    Failing.with(PortalStoreException.Code.BAD_CHANGE, () -> new IndexTerm("\uDC00", "x"));
    Failing.with(
        PortalStoreException.Code.BAD_CHANGE,
        () -> Change.create(LogName.MESH, "", List.of(), text, T0));
    Failing.with(
        PortalStoreException.Code.BAD_CHANGE,
        () -> Change.create(LogName.MESH, "x".repeat(1025), List.of(), text, T0));
    Failing.with(
        PortalStoreException.Code.BAD_CHANGE,
        () -> Change.create(LogName.MESH, "a", List.of(), Bytes.of((byte) 0xc3), T0));
    Bytes huge = Bytes.of(new byte[Change.TEXT_OCTETS + 1]);
    Failing.with(
        PortalStoreException.Code.BAD_CHANGE,
        () -> Change.create(LogName.MESH, "a", List.of(), huge, T0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Change(LogName.MESH, Action.DELETE, "a", List.of(), text, T0));
  }

  @Test
  void aRequestCostsTheSameHoweverManyAccountsThereAre() {
    WorkCount small = costOfARequestAfter(0, 1_000);
    WorkCount large = costOfARequestAfter(1_000, fewer() ? 4_000 : 100_000);
    assertEquals(small.lookups(), large.lookups());
    assertEquals(small.recordsRead(), large.recordsRead());
    assertEquals(small.syncs(), large.syncs());
    assertTrue(large.octetsRead() <= small.octetsRead() + 64, "but for longer numbers");
    assertTrue(large.octetsWritten() <= small.octetsWritten() + 64);
  }

  /** True if a hundred thousand accounts would take this store too long in a test. */
  protected boolean fewer() {
    return false;
  }

  private WorkCount costOfARequestAfter(int from, int to) {
    int step = 1_000;
    for (int n = from; n < to; n += step) {
      int first = n;
      store()
          .transact(
              tx -> {
                for (int i = first; i < first + step; i++) {
                  tx.put(withTerms("acc%06d".formatted(i), "x".repeat(100), term(i)));
                }
                return null;
              });
    }
    WorkCount before = store().counts();
    store()
        .transact(
            tx -> {
              assertTrue(tx.latest(LogName.PORTAL, "acc000500").isPresent());
              assertFalse(tx.latest(LogName.PORTAL, "acc999999").isPresent());
              assertEquals(1, tx.find(LogName.PORTAL, term(501), PageRequest.all()).items().size());
              assertEquals(
                  1, tx.versions(LogName.PORTAL, "acc000502", PageRequest.all()).items().size());
              tx.put(create(LogName.PORTAL, "probe" + to, "x"));
              return null;
            });
    return store().counts().minus(before);
  }

  private static IndexTerm term(int i) {
    return new IndexTerm("UDF", "term%06d".formatted(i));
  }
}
