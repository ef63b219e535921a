package dev.meshsim.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShiftedWorldTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final SeededWorld world = World.seeded(1);
  private final ShiftedWorld shifted = new ShiftedWorld(world);

  @Test
  void onlyTheTimeIsAnother() {
    assertEquals(world.now(), shifted.now());
    shifted.shift(HOUR);
    assertEquals(world.now().plus(HOUR), shifted.now());
    shifted.shift(HOUR.negated());
    assertEquals(world.now().minus(HOUR), shifted.now());
    assertEquals(world.seed(), shifted.seed());
  }

  @Test
  void itsTimePassesWithThatOfTheOther() {
    shifted.shift(HOUR);
    world.advance(HOUR);
    assertEquals(SeededWorld.EPOCH.plus(HOUR).plus(HOUR), shifted.now());
    assertTrue(shifted.pause(HOUR));
    assertEquals(SeededWorld.EPOCH.plus(HOUR).plus(HOUR), world.now());
  }

  @Test
  void itDrawsFromTheStreamsOfTheOther() {
    shifted.shift(HOUR);
    byte[] first = shifted.stream("desktop", "key").bytes(16);
    byte[] second = world.stream("desktop", "key").bytes(16);
    SeededWorld same = World.seeded(1);
    assertArrayEquals(same.stream("desktop", "key").bytes(16), first);
    assertArrayEquals(same.stream("desktop", "key").bytes(16), second);
  }
}
