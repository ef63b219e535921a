package dev.meshsim.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PauseTest {

  @AfterEach
  void endTheInterrupt() {
    Thread.interrupted();
  }

  @Test
  void aPauseMovesTheClockOfASeededWorld() {
    SeededWorld world = World.seeded(1);
    assertTrue(world.pause(Duration.ofSeconds(3)));
    assertEquals(SeededWorld.EPOCH.plusSeconds(3), world.now());
  }

  @Test
  void anInterruptedThreadDoesNotPauseAndStaysInterrupted() {
    SeededWorld world = World.seeded(1);
    Thread.currentThread().interrupt();
    assertFalse(world.pause(Duration.ofSeconds(3)));
    assertFalse(World.system().pause(Duration.ofDays(1)));
    assertFalse(World.system().pause(Duration.ZERO));
    assertEquals(SeededWorld.EPOCH, world.now());
    assertTrue(Thread.interrupted());
  }

  @Test
  void aPauseOfTheRealWorldIsNotCutShort() {
    long before = System.nanoTime();
    // A permit makes the next parkNanos return at once.
    LockSupport.unpark(Thread.currentThread());
    assertTrue(World.system().pause(Duration.ofMillis(2)));
    assertTrue(System.nanoTime() - before >= 2_000_000);
  }
}
