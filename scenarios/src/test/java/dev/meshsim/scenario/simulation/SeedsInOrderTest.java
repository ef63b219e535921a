package dev.meshsim.scenario.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsInOrderTest {

  private static List<Long> run(int jobs, BooleanSupplier stop, LongFunction<Long> work) {
    List<Long> results = new ArrayList<>();
    new SeedsInOrder<>(jobs, work)
        .run(LongStream.rangeClosed(1, 100), stop, results::add, () -> {});
    return results;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void resultsAreInTheOrderOfTheSeeds(int jobs) {
    List<Long> all = LongStream.rangeClosed(1, 100).boxed().toList();
    assertEquals(all, run(jobs, () -> false, seed -> seed));
  }

  /** The first seed ends only when many later ones have. */
  @Test
  void aSlowSeedHoldsUpNoOther() {
    CountDownLatch others = new CountDownLatch(2 * SeedsInOrder.AHEAD - 1);
    run(
        2,
        () -> false,
        seed -> {
          if (seed > 1) {
            others.countDown();
            return seed;
          }
          try {
            assertTrue(others.await(20, TimeUnit.SECONDS), others.getCount() + " have not begun");
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return seed;
        });
    assertEquals(0, others.getCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void noSeedBeginsAfterAStop(int jobs) {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger begun = new AtomicInteger();
    List<Long> results =
        run(
            jobs,
            stop::get,
            seed -> {
              begun.incrementAndGet();
              if (seed == 10) {
                stop.set(true);
              }
              return seed;
            });
    assertEquals(LongStream.rangeClosed(1, begun.get()).boxed().toList(), results);
    assertTrue(jobs > 1 || begun.get() == 10, results + "");
  }

  @Test
  void aFailureIsThrownAsItIs() {
    assertEquals(
        "a failure",
        assertThrows(
                IllegalStateException.class,
                () ->
                    run(
                        2,
                        () -> false,
                        seed -> {
                          throw new IllegalStateException("a failure");
                        }))
            .getMessage());
  }
}
