package dev.meshsim.portal.http;

import dev.meshsim.world.RandomStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The order in which the servers of a domain are tried (RFC 2782, "The format of the SRV RR"). */
final class SrvOrder {

  private static final int DRAWN_OCTETS = 8;

  private SrvOrder() {}

  /** Orders by priority; draws by weight among servers of one priority. */
  static List<SrvRecord> of(List<SrvRecord> records, RandomStream random) {
    TreeMap<Integer, List<SrvRecord>> byPriority = new TreeMap<>();
    records.forEach(
        each -> byPriority.computeIfAbsent(each.priority(), p -> new ArrayList<>()).add(each));
    List<SrvRecord> ordered = new ArrayList<>();
    byPriority.values().forEach(equal -> draw(equal, random, ordered));
    return List.copyOf(ordered);
  }

  /** Those without a weight come first in the sum, so that they have a small chance too. */
  private static void draw(List<SrvRecord> left, RandomStream random, List<SrvRecord> ordered) {
    left.sort(Comparator.comparingInt(SrvRecord::weight));
    while (!left.isEmpty()) {
      long sum = left.stream().mapToLong(SrvRecord::weight).sum();
      long drawn =
          Long.remainderUnsigned(ByteBuffer.wrap(random.bytes(DRAWN_OCTETS)).getLong(), sum + 1);
      int at = 0;
      for (long running = left.get(0).weight(); running < drawn; running += left.get(at).weight()) {
        at++;
      }
      ordered.add(left.remove(at));
    }
  }
}
