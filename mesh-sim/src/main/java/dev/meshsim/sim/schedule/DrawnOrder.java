package dev.meshsim.sim.schedule;

import dev.meshsim.world.RandomStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An order that is drawn: each actor that hands over is due after a drawn latency, the one that is
 * due first goes on, and chance decides between those that are due at the same time.
 */
public final class DrawnOrder implements Order {

  private static final int OUTCOMES = 64;

  /** Of 64 messages so many take no time that can be told from that of the others. */
  private static final int AT_ONCE = 48;

  /** Of 64 messages so many take seconds; the others take minutes. */
  private static final int SECONDS = 62;

  private static final int MOST_SECONDS = 5;
  private static final int MOST_MINUTES = 10;

  private final Dice dice;
  private final Map<Waiting, Instant> due = new HashMap<>();

  /**
   * Begins to draw.
   *
   * @param random the stream {@code schedule} of a seeded world
   */
  public DrawnOrder(RandomStream random) {
    this.dice = new Dice(random);
  }

  @Override
  public Turn next(List<Waiting> waiting, Instant now) {
    waiting.forEach(each -> due.computeIfAbsent(each, this::draw));
    Instant first = waiting.stream().map(this::dueTime).min(Instant::compareTo).orElseThrow();
    List<Waiting> ready = waiting.stream().filter(each -> dueTime(each).equals(first)).toList();
    Waiting next = ready.get(ready.size() == 1 ? 0 : dice.below(ready.size()));
    due.remove(next);
    return new Turn(
        next.actor(), first.isAfter(now) ? Duration.between(now, first) : Duration.ZERO);
  }

  private Instant dueTime(Waiting waiting) {
    return Objects.requireNonNull(due.get(waiting));
  }

  private Instant draw(Waiting waiting) {
    return waiting.earliest().plus(latency(waiting.at()));
  }

  private Duration latency(HandOver at) {
    if (at != HandOver.REQUEST && at != HandOver.RESPONSE) {
      return Duration.ZERO;
    }
    int outcome = dice.below(OUTCOMES);
    if (outcome < AT_ONCE) {
      return Duration.ZERO;
    }
    return outcome < SECONDS
        ? Duration.ofSeconds(1L + dice.below(MOST_SECONDS))
        : Duration.ofMinutes(1L + dice.below(MOST_MINUTES));
  }
}
