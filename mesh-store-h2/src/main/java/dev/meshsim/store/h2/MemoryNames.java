package dev.meshsim.store.h2;

import java.util.concurrent.atomic.AtomicLong;

/** Unique names for databases in memory: H2 opens two of one name as one database. */
final class MemoryNames {

  private static final AtomicLong COUNT = new AtomicLong();

  private MemoryNames() {}

  static long next() {
    return COUNT.incrementAndGet();
  }
}
