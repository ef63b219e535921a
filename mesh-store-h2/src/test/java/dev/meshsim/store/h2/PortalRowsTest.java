package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time bounds finer or farther than the milliseconds of a column select as in memory. */
class PortalRowsTest {

  private static final Instant T0 = Instant.parse("2019-04-04T00:00:00Z");
  private static final Instant OLD = Instant.parse("1969-12-31T23:59:59.998Z");

  @TempDir Path directory;

  private static void fill(PortalStore store) {
    for (Instant start : List.of(OLD, T0)) {
      for (int i = 0; i < 4; i++) {
        Instant time = start.plusMillis(i);
        Change change =
            start.equals(OLD) && i == 0
                ? Change.create(LogName.MESH, "a", List.of(), Bytes.utf8("{}"), time)
                : Change.update(LogName.MESH, "a", List.of(), Bytes.utf8("{}"), time);
        store.transact(
            tx -> {
              tx.put(change);
              return change;
            });
      }
    }
  }

  private static List<Instant> found(PortalStore store, PageRequest range) {
    List<Instant> versions =
        store.transact(
            tx ->
                tx.versions(LogName.MESH, "a", range).items().stream()
                    .map(DataItem::added)
                    .toList());
    List<Instant> scanned =
        store.scan(LogName.MESH, range).items().stream().map(DataItem::added).toList();
    assertEquals(versions, scanned);
    return versions;
  }

  private static List<Instant> bounds() {
    List<Instant> bounds = new ArrayList<>();
    bounds.add(null);
    bounds.addAll(List.of(Instant.MIN, Instant.MAX, Instant.EPOCH));
    for (Instant start : List.of(OLD, T0)) {
      Instant time = start.plusMillis(1);
      bounds.addAll(List.of(time, time.plusNanos(1), time.minusNanos(1)));
    }
    bounds.add(Instant.ofEpochMilli(Long.MAX_VALUE).plusNanos(1));
    return bounds;
  }

  @Test
  void everyPairOfBoundsSelectsWhatLiesBetween() {
    try (PortalStore store =
        RelationalStores.portal(directory, World.seeded(1).stream("portal", "retry"))) {
      fill(store);
      List<Instant> all = found(store, PageRequest.all());
      assertEquals(8, all.size());
      for (Instant from : bounds()) {
        for (Instant to : bounds()) {
          PageRequest range = PageRequest.all().between(from, to);
          List<Instant> expected = all.stream().filter(range::holds).toList();
          assertEquals(expected, found(store, range), from + " to " + to);
        }
      }
    }
  }
}
