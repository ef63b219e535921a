package dev.meshsim.protect;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * The portal's rule that takes each protected request once: it names a challenge that the portal's
 * Hello gave lately, and its number is new. Thread-safe.
 */
public interface Admission {

  /** True if a request may name this challenge now. */
  boolean isCurrent(String challenge);

  /**
   * Marks a request as used.
   *
   * @param name the request's own number and the key of its signer
   * @param sealed its time
   */
  ReplayMemory.Outcome take(String name, Instant sealed);

  /**
   * The rule of a portal that one process has, whose challenges are those of this process.
   *
   * @param current tells which challenges are the portal's
   * @param memory remembers the requests
   */
  static Admission of(Predicate<String> current, ReplayMemory memory) {
    return new Admission() {
      @Override
      public boolean isCurrent(String challenge) {
        return current.test(challenge);
      }

      @Override
      public ReplayMemory.Outcome take(String name, Instant sealed) {
        // Each opening is a taking of its own: equal octets are a copy.
        return memory.use(name, sealed, new Object());
      }
    };
  }
}
