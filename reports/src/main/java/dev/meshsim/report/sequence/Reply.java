package dev.meshsim.report.sequence;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.protocol.Status;
import dev.meshsim.report.TracedExchange;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * The portal's answer to a request.
 *
 * @param status its status; empty if it has none
 * @param description the status in words
 * @param reason the reason of a refusal, in one word
 */
public record Reply(OptionalInt status, Optional<String> description, Optional<String> reason) {

  /** The answer of an exchange. */
  public static Reply of(TracedExchange exchange) {
    Optional<JsonNode> body = body(exchange.response());
    OptionalInt status =
        body.map(json -> json.path("Status"))
            .filter(JsonNode::isInt)
            .map(json -> OptionalInt.of(json.intValue()))
            .orElse(OptionalInt.empty());
    return new Reply(status, text(body, "StatusDescription"), text(body, "StatusReason"));
  }

  private static Optional<JsonNode> body(Bytes message) {
    try {
      JsonNode tree = TolerantJson.read(message);
      return tree.isObject() && tree.size() == 1
          ? Optional.of(tree.iterator().next())
          : Optional.empty();
    } catch (MeshException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Optional<JsonNode> body, String name) {
    return body.map(json -> json.path(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  /** True unless the status says that the request was done. */
  public boolean refused() {
    return status.isEmpty() || !Status.isSuccess(status.getAsInt());
  }

  /** The status as it is in the diagram. */
  public String label() {
    return status.isPresent() ? String.valueOf(status.getAsInt()) : "no status";
  }

  /** The status with its description. */
  public String text() {
    return label()
        + description.map(words -> " " + words).orElse("")
        + reason.map(word -> " (" + word + ")").orElse("");
  }
}
