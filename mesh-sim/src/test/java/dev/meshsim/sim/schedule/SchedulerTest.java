package dev.meshsim.sim.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchedulerTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SeededWorld world = World.seeded(1);
  private final List<String> seen = new ArrayList<>();

  /** Two actors that each hand over three times. */
  private Map<String, Scheduler.ActorWork> two() {
    Map<String, Scheduler.ActorWork> works = new LinkedHashMap<>();
    for (String name : List.of("laptop", "phone")) {
      works.put(
          name,
          turns -> {
            for (int i = 1; i <= 3; i++) {
              seen.add(name + i);
              turns.handOver(HandOver.REQUEST);
            }
          });
    }
    return works;
  }

  private static List<Turn> turns(String... names) {
    return List.of(names).stream().map(name -> new Turn(name, Duration.ZERO)).toList();
  }

  @Test
  void aGivenOrderIsTakenAndThenEachActorEnds() {
    GivenOrder order = new GivenOrder(turns("phone", "laptop", "phone"));
    List<Turn> taken = new Scheduler(world, order).run(two());
    assertEquals(List.of("phone1", "laptop1", "phone2", "laptop2", "laptop3", "phone3"), seen);
    assertEquals(List.of(), order.impossible());
    List<String> before = List.copyOf(seen);
    seen.clear();
    new Scheduler(world, new GivenOrder(taken)).run(two());
    assertEquals(before, seen, "the turns that were taken give the same order again");
  }

  @Test
  void aTurnOfAnActorThatHasEndedIsReported() {
    GivenOrder order =
        new GivenOrder(turns("phone", "phone", "phone", "phone", "phone", "laptop", "laptop"));
    new Scheduler(world, order).run(two());
    assertEquals(turns("phone"), order.impossible());
    assertEquals(6, seen.size());
  }

  @Test
  void timePassesAsTheOrderSaysAndAPauseIsWhole() {
    Map<String, Scheduler.ActorWork> works = new LinkedHashMap<>();
    works.put("laptop", turns -> assertTrue(turns.pause(SECOND.multipliedBy(10))));
    works.put("phone", turns -> turns.handOver(HandOver.COMMIT));
    Scheduler scheduler =
        new Scheduler(
            world,
            new GivenOrder(
                List.of(
                    new Turn("laptop", Duration.ZERO),
                    new Turn("phone", SECOND.multipliedBy(3)),
                    new Turn("laptop", SECOND))));
    List<Turn> taken = scheduler.run(works);
    assertEquals(SeededWorld.EPOCH.plusSeconds(10), world.now());
    assertEquals(new Turn("laptop", SECOND.multipliedBy(7)), taken.get(2));
  }

  @Test
  void oneSeedDrawsOneOrderAndAnotherSeedAnother() {
    List<List<Turn>> drawn = new ArrayList<>();
    for (long seed : new long[] {5, 5, 6}) {
      SeededWorld seeded = World.seeded(seed);
      DrawnOrder order = new DrawnOrder(seeded.stream("", "schedule"));
      drawn.add(new Scheduler(seeded, order).run(two()));
    }
    assertEquals(drawn.get(0), drawn.get(1));
    assertNotEquals(drawn.get(0), drawn.get(2));
  }

  @Test
  void aDrawnOrderInterleavesInEveryWay() {
    List<List<String>> all = new ArrayList<>();
    for (int seed = 0; seed < 400; seed++) {
      seen.clear();
      SeededWorld seeded = World.seeded(seed);
      new Scheduler(seeded, new DrawnOrder(seeded.stream("", "schedule"))).run(two());
      all.add(List.copyOf(seen));
    }
    assertEquals(20, all.stream().distinct().count(), "six steps of two actors: 20 orders");
  }

  @Test
  void anActorsFailureEndsTheOthersAtTheirNextTurn() {
    Map<String, Scheduler.ActorWork> works = two();
    IllegalStateException mine = new IllegalStateException("mine");
    works.put(
        "desktop",
        turns -> {
          throw mine;
        });
    Scheduler scheduler = new Scheduler(world, new GivenOrder(turns("laptop", "phone", "desktop")));
    assertSame(mine, assertThrows(IllegalStateException.class, () -> scheduler.run(works)));
    assertEquals(List.of("laptop1", "phone1"), seen);
  }

  @Test
  void anInterruptEndsAll() {
    Thread caller = Thread.currentThread();
    Map<String, Scheduler.ActorWork> works = two();
    works.put(
        "desktop",
        turns -> {
          caller.interrupt();
          // Hands over until the scheduler has noticed.
          while (true) {
            turns.handOver(HandOver.REQUEST);
          }
        });
    new Scheduler(world, new GivenOrder(List.of())).run(works);
    assertTrue(Thread.interrupted(), "the caller's thread stays interrupted");
  }

  @Test
  void diceAreFairAndStayBelowTheirBound() {
    Dice dice = new Dice(world.stream("", "dice"));
    int[] counts = new int[3];
    for (int i = 0; i < 3000; i++) {
      counts[dice.below(3)]++;
    }
    for (int count : counts) {
      assertTrue(count > 900 && count < 1100, () -> "about 1000, not " + count);
    }
    assertThrows(IllegalArgumentException.class, () -> dice.below(0));
  }
}
