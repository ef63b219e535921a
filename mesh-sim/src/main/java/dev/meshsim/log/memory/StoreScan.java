package dev.meshsim.log.memory;

import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.RecordKey;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.WorkMeter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads a store's durable records in the order of commits. */
public final class StoreScan {

  private StoreScan() {}

  public static RecordPage page(
      LogIndex index, RecordStorage keeper, LogName log, PageRequest range, WorkMeter meter) {
    PageReader page = new PageReader(keeper, range);
    int durable = keeper.durable();
    page.read(index.reading(() -> candidates(index, log, range, page.start(), durable, meter)));
    return page.done();
  }

  private static List<PageReader.Candidate> candidates(
      LogIndex index, LogName log, PageRequest range, long start, int durable, WorkMeter meter) {
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

  /** See {@link dev.meshsim.log.PortalStore#record}. */
  public static Optional<DataItem> record(
      LogIndex index, RecordStorage keeper, LogName log, long number, WorkMeter meter) {
    meter.lookups.increment();
    if (number < 1 || number > keeper.durable()) {
      return Optional.empty();
    }
    int at = (int) number;
    boolean here = index.reading(() -> index.records().log(at) == log);
    return here ? Optional.of(keeper.read(at)) : Optional.empty();
  }

  /** See {@link dev.meshsim.log.PortalStore#keysAfter}. */
  public static List<RecordKey> keysAfter(
      LogIndex index, RecordStorage keeper, long after, int most) {
    long last = Math.min(keeper.durable(), after + most);
    return index.reading(
        () ->
            LongStream.rangeClosed(after + 1, last)
                .mapToObj(number -> index.key((int) number))
                .toList());
  }

  public static Optional<Instant> lastWrite(LogIndex index, RecordStorage keeper) {
    int durable = keeper.durable();
    return durable == 0
        ? Optional.empty()
        : Optional.of(index.reading(() -> index.records().added(durable)));
  }
}
