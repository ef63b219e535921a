package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Failing;
import dev.meshsim.log.memory.MemoryPortalStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of all portal stores. A store's own test is a subclass that opens it. */
public abstract class PortalStoreContract extends PortalStoreVersions {

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
