package dev.meshsim.session;

import dev.meshsim.error.MeshException;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * How long to wait for an answer, and how often to ask for it. The first question is asked at once;
 * each pause is twice as long as the one before.
 *
 * @param whole the time after which the waiting ends; zero asks once
 * @param first the first pause, more than zero
 * @param longest the longest pause, not shorter than the first
 */
public record Patience(Duration whole, Duration first, Duration longest) {

  /** The longest time that can be waited; a longer one is a mistake of units. */
  private static final Duration MOST = Duration.ofDays(366);

  /** Five minutes, with pauses from one second to half a minute: at most 15 questions. */
  public static final Patience DEFAULT =
      new Patience(Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(30));

  /** Checks the times. */
  public Patience {
    if (whole.isNegative() || whole.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("the whole time is 0 s to one year, not " + whole);
    }
    if (first.isZero() || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "the pauses grow from more than 0 s, not from " + first + " to " + longest);
    }
    if (longest.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a pause is at most one year, not " + longest);
    }
  }

  /** The failures that end the waiting: each is made of the time waited and the questions asked. */
  interface Ending extends BiFunction<Duration, Integer, MeshException> {}

  /**
   * Asks until there is an answer. An interrupt ends the waiting at once, before the next question;
   * the thread stays interrupted.
   *
   * @param late the failure when the time is over
   * @param interrupted the failure after an interrupt
   */
  <T> T await(World world, Supplier<Optional<T>> ask, Ending late, Ending interrupted) {
    Instant start = world.now();
    Duration paused = Duration.ZERO;
    Duration pause = first;
    for (int asked = 0; ; asked++) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted.apply(longer(paused, Duration.between(start, world.now())), asked);
      }
      Optional<T> answer = ask.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      // A clock that is set back meanwhile does not make the waiting longer.
      Duration waited = longer(paused, Duration.between(start, world.now()));
      Duration left = whole.minus(waited);
      if (left.isZero() || left.isNegative()) {
        throw late.apply(waited, asked + 1);
      }
      Duration next = shorter(pause, left);
      if (world.pause(next)) {
        paused = paused.plus(next);
      }
      pause = shorter(pause.multipliedBy(2), longest);
    }
  }

  /** A time as messages show it: in seconds, or in milliseconds if they are not whole. */
  static String shown(Duration time) {
    long millis = time.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
