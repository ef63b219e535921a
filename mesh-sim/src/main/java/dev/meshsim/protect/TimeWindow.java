package dev.meshsim.protect;

import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The time window of protected messages.
 *
 * @param width how far a message's time may be from the reader's, either way
 */
record TimeWindow(World world, Duration width) {

  /** The window of clients, and of portals by default. */
  static final Duration USUAL = Duration.ofMinutes(5);

  /** The present time in milliseconds, as messages have it. */
  Instant now() {
    return world.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * The time of a message, from {@code iat} in milliseconds since 1970.
   *
   * @throws ProtectException {@code protect.clock} if it is outside the window
   */
  Instant require(ObjectNode header) {
    JsonNode issued = header.path("iat");
    if (!issued.isIntegralNumber() || !issued.canConvertToLong()) {
      throw ProtectException.malformed("its header lacks the whole number iat");
    }
    Instant sealed = Instant.ofEpochMilli(issued.longValue());
    Instant now = now();
    if (Duration.between(sealed, now).abs().compareTo(width) > 0) {
      throw ProtectException.clock(sealed, now);
    }
    return sealed;
  }
}
