package dev.meshsim.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a store's durable records in the order of commits. */
final class StoreScan {

  private StoreScan() {}

  static Page page(LogIndex index, Keeper keeper, LogName log, Range range, WorkMeter meter) {
    PageReader page = new PageReader(keeper, range);
    int durable = keeper.durable();
    page.read(index.reading(() -> candidates(index, log, range, page.start(), durable, meter)));
    return page.done();
  }

  private static List<PageReader.Candidate> candidates(
      LogIndex index, LogName log, Range range, long start, int durable, WorkMeter meter) {
    List<PageReader.Candidate> found = new ArrayList<>();
    RecordTable records = index.records();
    for (long at = Math.max(1, start); at <= durable && found.size() <= range.maxItems(); at++) {
      int number = (int) at;
      meter.lookups.increment();
      if (records.log(number) == log && range.holds(records.added(number))) {
        found.add(new PageReader.Candidate(number, number));
      }
    }
    return found;
  }

  static Optional<Instant> lastWrite(LogIndex index, Keeper keeper) {
    int durable = keeper.durable();
    return durable == 0
        ? Optional.empty()
        : Optional.of(index.reading(() -> index.records().added(durable)));
  }
}
