package dev.meshsim.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.LogSourceException;
import dev.meshsim.error.Failing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InOrderTest {

  private final ExecutorService pool = Executors.newFixedThreadPool(1);

  @AfterEach
  void endThePool() {
    Thread.interrupted();
    pool.shutdownNow();
  }

  @Test
  void anInterruptEndsTheWaitForAResult() {
    CountDownLatch never = new CountDownLatch(1);
    List<String> taken = new ArrayList<>();
    InOrder<String> queue = new InOrder<>("the log", pool, 1, taken::add);
    queue.submit(
        () -> {
          never.await();
          return "late";
        });
    Thread.currentThread().interrupt();
    assertEquals(
        "the log: the verification was interrupted",
        Failing.with(LogSourceException.Code.INTERRUPTED, queue::finish).problem());
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertEquals(List.of(), taken);
  }
}
