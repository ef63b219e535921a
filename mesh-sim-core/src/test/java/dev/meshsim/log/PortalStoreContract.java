package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every portal store does alike. A store's own test is a subclass that opens it. */
public abstract class PortalStoreContract {

  /** When the records of these tests were added, plus some seconds. */
  protected static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");

  private PortalStore store;

  /** Opens the store of this test: empty the first time, later with what was written. */
  protected abstract PortalStore open();

  /** True if a closed store opens again with what it held. */
  protected boolean reopens() {
    return true;
  }

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void anEmptyStoreHasNothing() {
    assertEquals(Optional.empty(), latest(LogName.MESH, "a"));
    assertEquals(Optional.empty(), store.lastWrite());
    assertEquals(new Page(List.of(), null), store.scan(LogName.MESH, Range.all()));
    assertEquals(List.of(), store.check());
  }

  @Test
  void theLatestVersionIsFoundAndNamesTheOneBefore() {
    put(create(LogName.MESH, "a", "1"));
    put(update(LogName.MESH, "a", "2"));
    DataItem item = latest(LogName.MESH, "a").orElseThrow();
    assertEquals(Bytes.utf8("2"), item.text());
    assertEquals(Action.UPDATE, item.action());
    assertEquals("TID:2", item.transactionId());
    assertEquals("TID:1", item.priorTransactionId());
    assertEquals(T0, item.added());
  }

  @Test
  void theTwoLogsShareNothingButTheCounter() {
    put(create(LogName.MESH, "a", "mesh"));
    put(create(LogName.PORTAL, "a", "portal"));
    assertEquals(Bytes.utf8("mesh"), latest(LogName.MESH, "a").orElseThrow().text());
    DataItem portal = latest(LogName.PORTAL, "a").orElseThrow();
    assertEquals("TID:2", portal.transactionId());
    assertNull(portal.priorTransactionId());
  }

  /** The records of both logs in the order of their numbers, a bar where a transaction ends. */
  private String transactions() {
    StringBuilder text = new StringBuilder();
    List<DataItem> items = new ArrayList<>(store.scan(LogName.MESH, Range.all()).items());
    items.addAll(store.scan(LogName.PORTAL, Range.all()).items());
    items.sort(Comparator.comparingLong(DataItem::number));
    for (DataItem item : items) {
      text.append(item.text().utf8()).append(item.endsTransaction() ? "|" : " ");
    }
    return text.toString();
  }

  private static void put(PortalStore.Transaction tx, Change... changes) {
    List.of(changes).forEach(tx::put);
  }

  @Test
  void scansTellWhereTransactionsEnd() {
    put(create(LogName.PORTAL, "a", "1"));
    store.transact(
        tx -> {
          put(tx, create(LogName.MESH, "a", "2"), create(LogName.PORTAL, "b", "3"));
          return 0;
        });
    put(create(LogName.MESH, "b", "4"));
    store.transact(
        tx -> {
          put(tx, create(LogName.MESH, "c", "5"), create(LogName.MESH, "d", "6"));
          return 0;
        });
    put(create(LogName.MESH, "e", "7"));
    assertEquals("1|2 3|4|5 6|7|", transactions());
  }

  @Test
  void aTransactionsRecordsOfTheMeshLogAreNumberedFirst() {
    store.transact(
        tx -> {
          put(
              tx,
              create(LogName.PORTAL, "a", "portal a"),
              create(LogName.MESH, "a", "mesh a"),
              create(LogName.PORTAL, "b", "portal b"),
              create(LogName.MESH, "b", "mesh b"));
          return 0;
        });
    assertEquals("mesh a mesh b portal a portal b|", transactions());
  }

  @Test
  void manyTransactionsAreLoadedAtOnceAndKeepTheirBounds() {
    put(create(LogName.PORTAL, "a", "0"));
    store.load(
        List.of(
            List.of(update(LogName.PORTAL, "a", "1")),
            List.of(create(LogName.MESH, "m", "2"), create(LogName.PORTAL, "b", "3")),
            List.of(create(LogName.MESH, "n", "4")),
            List.of(update(LogName.PORTAL, "b", "5"))));
    store.load(List.of());
    assertEquals("0|1|2 3|4|5|", transactions());
    assertEquals("TID:4", latest(LogName.PORTAL, "b").orElseThrow().priorTransactionId());
    if (reopens()) {
      store.close();
      store = open();
      assertEquals("0|1|2 3|4|5|", transactions());
    }
  }

  @Test
  void aDeleteEndsAKeyAndANewRecordBeginsItAgain() {
    put(create(LogName.PORTAL, "a", "1"));
    put(Change.delete(LogName.PORTAL, "a", T0));
    assertEquals(Optional.empty(), latest(LogName.PORTAL, "a"));
    assertEquals(List.of(), texts(versions("a", Range.all())));
    put(create(LogName.PORTAL, "a", "2"));
    assertEquals("TID:2", latest(LogName.PORTAL, "a").orElseThrow().priorTransactionId());
    assertEquals(List.of("2"), texts(versions("a", Range.all())));
    assertEquals(3, store.scan(LogName.PORTAL, Range.all()).items().size());
  }

  @Test
  void versionsComeOldestFirstWithinTheRange() {
    for (int i = 0; i < 6; i++) {
      put(at(LogName.PORTAL, "a", "v" + i, T0.plusSeconds(i)));
    }
    assertEquals(List.of("v0", "v1", "v2", "v3", "v4", "v5"), texts(versions("a", Range.all())));
    Range middle = Range.all().between(T0.plusSeconds(2), T0.plusSeconds(4));
    assertEquals(List.of("v2", "v3"), texts(versions("a", middle)));
    assertEquals(List.of("v0", "v1"), texts(versions("a", Range.all().atMost(2))));
  }

  @Test
  void pagesTogetherAreTheWholeEvenWhileItGrows() {
    for (int i = 0; i < 7; i++) {
      put(at(LogName.PORTAL, "a", "v" + i, T0));
    }
    List<String> texts = new ArrayList<>();
    Range range = Range.all().atMost(3);
    Page page = versions("a", range);
    texts.addAll(texts(page));
    put(at(LogName.PORTAL, "a", "v7", T0));
    while (page.nextPageKey() != null) {
      page = versions("a", range.after(page.nextPageKey()));
      texts.addAll(texts(page));
    }
    assertEquals(List.of("v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7"), texts);
  }

  @Test
  void aPageHasAsManyOctetsAsAskedForButAtLeastOneRecord() {
    put(create(LogName.PORTAL, "a", "12345"));
    put(update(LogName.PORTAL, "a", "123"));
    put(update(LogName.PORTAL, "a", "12"));
    Range five = Range.all().atMostOctets(5);
    Page first = versions("a", five);
    assertEquals(List.of("12345"), texts(first));
    Page second = versions("a", five.after(first.nextPageKey()));
    assertEquals(List.of("123", "12"), texts(second));
    assertNull(second.nextPageKey());
    assertEquals(List.of("12345"), texts(versions("a", Range.all().atMostOctets(1))));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"", "x", "-1", "99999999999999999999"})
  void aPageKeyThatNoPageGaveIsRefused(String key) {
    Range range = Range.all().after(key);
    assertThrows(PageKeyException.class, () -> store.scan(LogName.MESH, range));
    assertThrows(PageKeyException.class, () -> versions("a", range));
  }

  @Test
  void aTermFindsTheKeysThatHaveItNow() {
    IndexTerm red = new IndexTerm("Colour", "red");
    put(withTerms("a", "1", red));
    put(withTerms("b", "2", new IndexTerm("Colour", "blue")));
    put(withTerms("c", "3", red, new IndexTerm("Shape", "round")));
    assertEquals(List.of("1", "3"), texts(find(red, Range.all())));
    put(withTerms("a", "4"));
    assertEquals(List.of("3"), texts(find(red, Range.all())));
    put(withTerms("b", "5", red));
    assertEquals(List.of("5", "3"), texts(find(red, Range.all())), "in the order of the keys");
    put(Change.delete(LogName.PORTAL, "c", T0));
    assertEquals(List.of("5"), texts(find(red, Range.all())));
    assertEquals(List.of(), texts(find(new IndexTerm("Colour", "green"), Range.all())));
  }

  @Test
  void pagesOfATermNeitherRepeatNorSkip() {
    IndexTerm red = new IndexTerm("Colour", "red");
    for (int i = 0; i < 5; i++) {
      put(withTerms("k" + i, "v" + i, red));
    }
    Page first = find(red, Range.all().atMost(2));
    put(withTerms("k0", "gone"));
    put(withTerms("k3", "new", red));
    Page second = find(red, Range.all().atMost(2).after(first.nextPageKey()));
    Page third = find(red, Range.all().atMost(2).after(second.nextPageKey()));
    assertEquals(List.of("v0", "v1"), texts(first));
    assertEquals(List.of("v2", "new"), texts(second));
    assertEquals(List.of("v4"), texts(third));
    assertNull(third.nextPageKey());
  }

  @Test
  void aTransactionOverBothLogsIsWrittenWhole() {
    store.transact(
        tx -> {
          tx.put(create(LogName.PORTAL, "Account$a", "account"));
          tx.put(create(LogName.MESH, "MAAA", "profile"));
          assertEquals(Optional.empty(), tx.latest(LogName.MESH, "MAAA"), "own puts are not seen");
          return null;
        });
    assertTrue(latest(LogName.PORTAL, "Account$a").isPresent());
    assertTrue(latest(LogName.MESH, "MAAA").isPresent());
    reopen();
    assertTrue(latest(LogName.PORTAL, "Account$a").isPresent());
    assertTrue(latest(LogName.MESH, "MAAA").isPresent());
  }

  @Test
  void workThatThrowsWritesNothing() {
    IllegalStateException thrown = new IllegalStateException("no");
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                store.transact(
                    tx -> {
                      tx.put(create(LogName.MESH, "a", "1"));
                      throw thrown;
                    })));
    assertEquals(Optional.empty(), latest(LogName.MESH, "a"));
    put(create(LogName.MESH, "b", "1"));
    assertEquals("TID:1", latest(LogName.MESH, "b").orElseThrow().transactionId());
  }

  @Test
  void aKeyIsPutOncePerTransaction() {
    assertThrows(
        IllegalArgumentException.class,
        () -> put(create(LogName.MESH, "a", "1"), update(LogName.MESH, "a", "2")));
    put(create(LogName.MESH, "a", "1"), create(LogName.PORTAL, "a", "2"));
  }

  @Test
  void aTransactionEndsWithItsWork() {
    PortalStore.Transaction escaped = store.transact(tx -> tx);
    assertThrows(IllegalStateException.class, () -> escaped.latest(LogName.MESH, "a"));
    assertThrows(IllegalStateException.class, () -> escaped.put(create(LogName.MESH, "a", "1")));
  }

  @Test
  void workRunsAgainWhenWhatItReadHasChanged() throws Exception {
    put(create(LogName.MESH, "n", "0"));
    AtomicInteger runs = new AtomicInteger();
    store.transact(
        tx -> {
          String old = tx.latest(LogName.MESH, "n").orElseThrow().text().utf8();
          if (runs.getAndIncrement() == 0) {
            Thread other = new Thread(() -> put(update(LogName.MESH, "n", "10")));
            other.start();
            join(other);
          }
          tx.put(update(LogName.MESH, "n", Integer.toString(Integer.parseInt(old) + 1)));
          return null;
        });
    assertEquals("11", latest(LogName.MESH, "n").orElseThrow().text().utf8());
    assertEquals(2, runs.get());
  }

  @Test
  void countersIncrementedByManyThreadsLoseNothing() throws Exception {
    put(create(LogName.PORTAL, "n", "0"));
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      Thread thread = new Thread(() -> increment(20));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals("320", latest(LogName.PORTAL, "n").orElseThrow().text().utf8());
  }

  private void increment(int times) {
    for (int i = 0; i < times; i++) {
      store.transact(
          tx -> {
            int n = Integer.parseInt(tx.latest(LogName.PORTAL, "n").orElseThrow().text().utf8());
            tx.put(update(LogName.PORTAL, "n", Integer.toString(n + 1)));
            return null;
          });
    }
  }

  @Test
  void sixtyFourWritersLoseNoCommit() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 64; t++) {
      int writer = t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 20; i++) {
                  String key = writer + "/" + i;
                  LogName log = (writer + i) % 3 == 0 ? LogName.MESH : LogName.PORTAL;
                  if (i % 5 == 0) {
                    put(create(LogName.MESH, key, key), create(LogName.PORTAL, key, key));
                  } else {
                    put(create(log, key, key));
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    List<DataItem> before = all();
    assertEquals(64 * 24, before.size());
    Set<Long> numbers = new TreeSet<>();
    before.forEach(item -> numbers.add(item.number()));
    assertEquals(before.size(), numbers.size(), "no number twice");
    reopen();
    assertEquals(before, all());
    assertEquals(List.of(), store.check());
  }

  @Test
  void aReopenedStoreEqualsTheClosedOne() {
    put(withTerms("a", "1", new IndexTerm("T", "x")));
    put(create(LogName.MESH, "m", "2"), create(LogName.PORTAL, "p", "3"));
    put(update(LogName.MESH, "m", "4"));
    put(Change.delete(LogName.PORTAL, "a", T0.plusMillis(1)));
    List<DataItem> before = all();
    Optional<Instant> written = store.lastWrite();
    reopen();
    assertEquals(before, all());
    assertEquals(written, store.lastWrite());
    put(create(LogName.PORTAL, "a", "5"));
    assertEquals(6, latest(LogName.PORTAL, "a").orElseThrow().number());
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
    assertEquals(List.of(item), find(term, Range.all()).items());
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
    assertThrows(
        ChangeException.class,
        () -> Change.create(LogName.MESH, "lone \uD800", List.of(), text, T0));
    assertThrows(
        ChangeException.class,
        () -> Change.create(LogName.MESH, "lone \uDC00\uD800", List.of(), text, T0));
    assertThrows(ChangeException.class, () -> new IndexTerm("\uDC00", "x"));
    assertThrows(ChangeException.class, () -> Change.create(LogName.MESH, "", List.of(), text, T0));
    assertThrows(
        ChangeException.class,
        () -> Change.create(LogName.MESH, "x".repeat(1025), List.of(), text, T0));
    assertThrows(
        ChangeException.class,
        () -> Change.create(LogName.MESH, "a", List.of(), Bytes.of((byte) 0xc3), T0));
    Bytes huge = Bytes.of(new byte[Change.TEXT_OCTETS + 1]);
    assertThrows(
        ChangeException.class, () -> Change.create(LogName.MESH, "a", List.of(), huge, T0));
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
      store.transact(
          tx -> {
            for (int i = first; i < first + step; i++) {
              tx.put(withTerms("acc%06d".formatted(i), "x".repeat(100), term(i)));
            }
            return null;
          });
    }
    WorkCount before = store.counts();
    store.transact(
        tx -> {
          assertTrue(tx.latest(LogName.PORTAL, "acc000500").isPresent());
          assertFalse(tx.latest(LogName.PORTAL, "acc999999").isPresent());
          assertEquals(1, tx.find(LogName.PORTAL, term(501), Range.all()).items().size());
          assertEquals(1, tx.versions(LogName.PORTAL, "acc000502", Range.all()).items().size());
          tx.put(create(LogName.PORTAL, "probe" + to, "x"));
          return null;
        });
    return store.counts().minus(before);
  }

  private static IndexTerm term(int i) {
    return new IndexTerm("UDF", "term%06d".formatted(i));
  }

  protected final PortalStore store() {
    return store;
  }

  protected final void reopen() {
    if (reopens()) {
      store.close();
      store = open();
    }
  }

  protected final List<DataItem> all() {
    List<DataItem> items = new ArrayList<>(store.scan(LogName.MESH, Range.all()).items());
    items.addAll(store.scan(LogName.PORTAL, Range.all()).items());
    return items;
  }

  protected final void put(Change... changes) {
    store.transact(
        tx -> {
          for (Change change : changes) {
            tx.put(change);
          }
          return null;
        });
  }

  protected final Optional<DataItem> latest(LogName log, String key) {
    return store.transact(tx -> tx.latest(log, key));
  }

  private Page versions(String key, Range range) {
    return store.transact(tx -> tx.versions(LogName.PORTAL, key, range));
  }

  private Page find(IndexTerm term, Range range) {
    return store.transact(tx -> tx.find(LogName.PORTAL, term, range));
  }

  private static List<String> texts(Page page) {
    return page.items().stream().map(item -> item.text().utf8()).toList();
  }

  protected static Change create(LogName log, String key, String text) {
    return Change.create(log, key, List.of(), Bytes.utf8(text), T0);
  }

  protected static Change update(LogName log, String key, String text) {
    return Change.update(log, key, List.of(), Bytes.utf8(text), T0);
  }

  private static Change at(LogName log, String key, String text, Instant added) {
    return Change.update(log, key, List.of(), Bytes.utf8(text), added);
  }

  private static Change withTerms(String key, String text, IndexTerm... terms) {
    return Change.update(LogName.PORTAL, key, List.of(terms), Bytes.utf8(text), T0);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
