package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Action;
import dev.meshsim.log.DataItem;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentRecordsTest {

  private static RecentRecords.Kept record(long number, int octets) {
    Bytes text = Bytes.of(new byte[octets]);
    DataItem item =
        new DataItem(
            "TID:" + number,
            "k",
            null,
            Action.NEW,
            Instant.EPOCH,
            List.of(),
            text,
            false,
            false,
            false);
    return new RecentRecords.Kept(item, octets);
  }

  @Test
  void whatIsKeptIsBoundedByItsOctets() {
    RecentRecords records = new RecentRecords(20_000);
    for (long n = 1; n <= 1000; n++) {
      RecentRecords.Kept kept = record(n, 600);
      records.put(kept);
      long known = LongStream.rangeClosed(1, n).filter(i -> records.get(i) != null).count();
      assertTrue(known <= 22, "of " + n + " it knows " + known);
      assertSame(kept, records.get(n));
    }
    assertNull(records.get(1));
  }

  @Test
  void oneThatIsTooLargeDoesNotStay() {
    RecentRecords records = new RecentRecords(1_000);
    records.put(record(1, 100_000));
    records.put(record(2, 100_000));
    records.put(record(3, 10));
    records.put(record(4, 10));
    assertEquals(2, LongStream.rangeClosed(1, 4).filter(i -> records.get(i) != null).count());
  }
}
