package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Records, their versions and their further names, a page at a time. */
abstract class PortalStoreRecords {

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
    assertEquals(new RecordPage(List.of(), null), store.scan(LogName.MESH, PageRequest.all()));
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
    assertEquals(Optional.of(T0), store.lastWrite());
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

  @Test
  void aDeleteEndsAKeyAndANewRecordBeginsItAgain() {
    put(create(LogName.PORTAL, "a", "1"));
    put(Change.delete(LogName.PORTAL, "a", T0));
    assertEquals(Optional.empty(), latest(LogName.PORTAL, "a"));
    assertEquals(List.of(), texts(versions("a", PageRequest.all())));
    put(create(LogName.PORTAL, "a", "2"));
    assertEquals("TID:2", latest(LogName.PORTAL, "a").orElseThrow().priorTransactionId());
    assertEquals(List.of("2"), texts(versions("a", PageRequest.all())));
    assertEquals(3, store.scan(LogName.PORTAL, PageRequest.all()).items().size());
  }

  @Test
  void versionsComeOldestFirstWithinTheRange() {
    for (int i = 0; i < 6; i++) {
      put(at(LogName.PORTAL, "a", "v" + i, T0.plusSeconds(i)));
    }
    assertEquals(
        List.of("v0", "v1", "v2", "v3", "v4", "v5"), texts(versions("a", PageRequest.all())));
    PageRequest middle = PageRequest.all().between(T0.plusSeconds(2), T0.plusSeconds(4));
    assertEquals(List.of("v2", "v3"), texts(versions("a", middle)));
    assertEquals(List.of("v0", "v1"), texts(versions("a", PageRequest.all().atMost(2))));
  }

  @Test
  void pagesTogetherAreTheWholeEvenWhileItGrows() {
    for (int i = 0; i < 7; i++) {
      put(at(LogName.PORTAL, "a", "v" + i, T0));
    }
    List<String> texts = new ArrayList<>();
    PageRequest range = PageRequest.all().atMost(3);
    RecordPage page = versions("a", range);
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
    PageRequest five = PageRequest.all().atMostOctets(5);
    RecordPage first = versions("a", five);
    assertEquals(List.of("12345"), texts(first));
    RecordPage second = versions("a", five.after(first.nextPageKey()));
    assertEquals(List.of("123", "12"), texts(second));
    assertNull(second.nextPageKey());
    assertEquals(List.of("12345"), texts(versions("a", PageRequest.all().atMostOctets(1))));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"", "x", "-1", "99999999999999999999"})
  void aPageKeyThatNoPageGaveIsRefused(String key) {
    PageRequest range = PageRequest.all().after(key);
    Failing.with(PortalStoreException.Code.BAD_PAGE_KEY, () -> store.scan(LogName.MESH, range));
    Failing.with(PortalStoreException.Code.BAD_PAGE_KEY, () -> versions("a", range));
  }

  @Test
  void aTermFindsTheKeysThatHaveItNow() {
    IndexTerm red = new IndexTerm("Colour", "red");
    put(withTerms("a", "1", red));
    put(withTerms("b", "2", new IndexTerm("Colour", "blue")));
    put(withTerms("c", "3", red, new IndexTerm("Shape", "round")));
    assertEquals(List.of("1", "3"), texts(find(red, PageRequest.all())));
    put(withTerms("a", "4"));
    assertEquals(List.of("3"), texts(find(red, PageRequest.all())));
    put(withTerms("b", "5", red));
    assertEquals(
        List.of("5", "3"), texts(find(red, PageRequest.all())), "in the order of the keys");
    put(Change.delete(LogName.PORTAL, "c", T0));
    assertEquals(List.of("5"), texts(find(red, PageRequest.all())));
    assertEquals(List.of(), texts(find(new IndexTerm("Colour", "green"), PageRequest.all())));
  }

  @Test
  void pagesOfATermNeitherRepeatNorSkip() {
    IndexTerm red = new IndexTerm("Colour", "red");
    for (int i = 0; i < 5; i++) {
      put(withTerms("k" + i, "v" + i, red));
    }
    RecordPage first = find(red, PageRequest.all().atMost(2));
    put(withTerms("k0", "gone"));
    put(withTerms("k3", "new", red));
    RecordPage second = find(red, PageRequest.all().atMost(2).after(first.nextPageKey()));
    RecordPage third = find(red, PageRequest.all().atMost(2).after(second.nextPageKey()));
    assertEquals(List.of("v0", "v1"), texts(first));
    assertEquals(List.of("v2", "new"), texts(second));
    assertEquals(List.of("v4"), texts(third));
    assertNull(third.nextPageKey());
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

  /** Closes the store; {@link #reopen} opens it again. */
  protected final void close() {
    store.close();
  }

  protected final List<DataItem> all() {
    return all(store);
  }

  protected static List<DataItem> all(PortalStore of) {
    List<DataItem> items = new ArrayList<>(of.scan(LogName.MESH, PageRequest.all()).items());
    items.addAll(of.scan(LogName.PORTAL, PageRequest.all()).items());
    return items;
  }

  protected final void put(Change... changes) {
    put(store, changes);
  }

  protected static void put(PortalStore target, Change... changes) {
    target.transact(
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

  protected final RecordPage versions(String key, PageRequest range) {
    return store.transact(tx -> tx.versions(LogName.PORTAL, key, range));
  }

  protected final RecordPage find(IndexTerm term, PageRequest range) {
    return store.transact(tx -> tx.find(LogName.PORTAL, term, range));
  }

  protected static List<String> texts(RecordPage page) {
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

  protected static Change withTerms(String key, String text, IndexTerm... terms) {
    return Change.update(LogName.PORTAL, key, List.of(terms), Bytes.utf8(text), T0);
  }
}
