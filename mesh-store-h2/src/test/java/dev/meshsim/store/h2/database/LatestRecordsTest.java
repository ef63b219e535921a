package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Action;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.world.World;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatestRecordsTest {

  private static final long NUMBER_ALONE = number(1).octets();

  private final LatestRecords latest = new LatestRecords(10 * NUMBER_ALONE);

  private static LogKey key(int n) {
    return new LogKey(LogName.MESH, "key" + n);
  }

  private static LatestRecord number(long number) {
    return new LatestRecord(number, null);
  }

  private static LatestRecord record(long number, int textOctets, IndexTerm... terms) {
    return new LatestRecord(
        new DataItem(
            "TID:" + number,
            "key",
            null,
            Action.NEW,
            World.seeded(1).now(),
            List.of(terms),
            Bytes.of(new byte[textOctets]),
            false,
            false,
            false));
  }

  private IntStream known(int upTo) {
    return IntStream.rangeClosed(1, upTo).filter(n -> latest.get(key(n)) != null);
  }

  @Test
  void theOldestGoWhenItIsFull() {
    for (int n = 1; n <= 1000; n++) {
      latest.put(key(n), number(n));
      assertEquals(number(n), latest.get(key(n)));
      long known = known(n).count();
      assertTrue(known >= Math.min(n, 5) && known <= 11, "of " + n + " it knows " + known);
    }
  }

  @Test
  void longRecordsTakeTheRoomOfMany() {
    int text = (int) (3 * NUMBER_ALONE);
    for (int n = 1; n <= 1000; n++) {
      latest.put(key(n), record(n, text));
      long octets = LongStream.rangeClosed(1, n).map(i -> octets(key((int) i))).sum();
      assertTrue(octets <= 10 * NUMBER_ALONE + record(n, text).octets(), "octets: " + octets);
    }
    assertEquals(record(1000, text), latest.get(key(1000)));
  }

  private long octets(LogKey key) {
    LatestRecord found = latest.get(key);
    return found == null ? 0 : found.octets();
  }

  @Test
  void whatTakesMoreRoomThanThereIsPushesOutTheOthersButIsKept() {
    latest.put(key(1), number(1));
    latest.put(key(2), record(2, 100_000));
    latest.put(key(3), record(3, 100_000));
    assertEquals(List.of(3), known(3).boxed().toList());
  }

  @Test
  void aNewerNumberTakesThePlaceOfAnOlderOne() {
    for (int n = 1; n <= 12; n++) {
      latest.put(key(0), number(n));
      latest.put(key(n), number(n));
      assertEquals(number(n), latest.get(key(0)));
    }
  }

  @Test
  void whatIsReplacedTakesNoRoomAnyMore() {
    latest.put(key(1), number(1));
    for (int n = 2; n <= 1000; n++) {
      latest.put(key(2), number(n));
    }
    assertEquals(number(1), latest.get(key(1)));
  }

  @Test
  void namesAndTextsAreCounted() {
    IndexTerm term = new IndexTerm("UDF", "x".repeat(1000));
    assertTrue(record(1, 0).octets() > NUMBER_ALONE);
    assertEquals(5000, record(1, 5000).octets() - record(1, 0).octets());
    assertTrue(record(1, 0, term, term).octets() > record(1, 0).octets() + 2000);
  }

  @Test
  void theSameNameInTheOtherLogIsAnotherKey() {
    latest.put(key(1), number(1));
    assertNull(latest.get(new LogKey(LogName.PORTAL, "key1")));
  }
}
