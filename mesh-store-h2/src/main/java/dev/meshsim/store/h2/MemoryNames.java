package dev.meshsim.store.h2;

import java.util.concurrent.atomic.AtomicLong;

/** Names for databases in memory: H2 opens two of one name as one. */
final class MemoryNames {

  private static final AtomicLong COUNT = new AtomicLong();

  private MemoryNames() {}

  static long next() {
    return COUNT.incrementAndGet();
  }
}
