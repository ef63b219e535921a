package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.MessageNames;
import dev.meshsim.report.TracedExchange;
import java.util.List;
import java.util.Optional;

/**
 * A message, or an exchange, that a placeholder names.
 *
 * @param run the scenario's run
 * @param exchange the exchange
 * @param direction one of {@link #DIRECTIONS}; empty if the exchange is meant
 */
record Named(DocumentRun run, TracedExchange exchange, String direction) {

  /** The direction of the private data that a step shows. */
  static final String SHOWN = "shown";

  /** Every direction. */
  static final List<String> DIRECTIONS =
      List.of(MessageNames.REQUEST, MessageNames.SIGNED, MessageNames.RESPONSE, SHOWN);

  /** The name of the exchange. */
  String name() {
    return run.names().of(exchange);
  }

  /** The name of the message. */
  String label() {
    return direction.isEmpty() ? name() : name() + "." + direction;
  }

  /** The octets of the message; empty if there is none in this direction. */
  Optional<Bytes> octets() {
    return switch (direction) {
      case MessageNames.REQUEST -> Optional.of(exchange.request());
      case MessageNames.SIGNED -> exchange.envelope();
      case MessageNames.RESPONSE -> Optional.of(exchange.response());
      case SHOWN -> run.shown(exchange);
      default -> Optional.empty();
    };
  }

  Named in(String otherDirection) {
    return new Named(run, exchange, otherDirection);
  }
}
