package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.log.LogName;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatestNumbersTest {

  private final LatestNumbers numbers = new LatestNumbers(10);

  private static LogKey key(int n) {
    return new LogKey(LogName.MESH, "key" + n);
  }

  private long known(int upTo) {
    return IntStream.rangeClosed(1, upTo).filter(n -> numbers.get(key(n)) == n).count();
  }

  @Test
  void theOldestGoWhenItIsFull() {
    for (int n = 1; n <= 1000; n++) {
      numbers.put(key(n), n);
      assertEquals(n, numbers.get(key(n)));
      long known = known(n);
      assertTrue(known >= Math.min(n, 5) && known <= 10, "of " + n + " it knows " + known);
    }
  }

  @Test
  void aNewerNumberTakesThePlaceOfAnOlderOne() {
    for (int n = 1; n <= 12; n++) {
      numbers.put(key(0), n);
      numbers.put(key(n), n);
      assertEquals(n, numbers.get(key(0)));
    }
  }

  @Test
  void whatIsRemovedIsGoneFromBothHalves() {
    for (int n = 1; n <= 8; n++) {
      numbers.put(key(n), n);
    }
    for (int n = 1; n <= 8; n++) {
      numbers.remove(key(n));
    }
    assertEquals(0, known(8));
  }

  @Test
  void theSameNameInTheOtherLogIsAnotherKey() {
    numbers.put(key(1), 1);
    assertEquals(0, numbers.get(new LogKey(LogName.PORTAL, "key1")));
  }
}
