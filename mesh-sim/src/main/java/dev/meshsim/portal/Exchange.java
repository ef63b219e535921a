package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response, as they travelled, and as JSON.
 *
 * @param number the position in the trace, from 1
 * @param label the trace's label at the time
 * @param transaction the wire name, such as {@code ValidateAccount}, or {@code ?} if the octets
 *     were not a request
 * @param request the request: JSON under the transaction's name
 * @param response the response: JSON under the message's name
 * @param signedEnvelope the envelope in JSON, if the request came in a {@link RequestEnvelope}
 * @param wire the octets that travelled; of a protected exchange, the JSON in the envelopes
 * @param envelopes the octets that travelled if the exchange was protected; null if not
 */
public record Exchange(
    int number,
    @Nullable String label,
    String transaction,
    Bytes request,
    Bytes response,
    @Nullable Bytes signedEnvelope,
    Wire wire,
    @Nullable Envelopes envelopes) {

  /**
   * The octets that travelled.
   *
   * @param encoding the encoding of both
   * @param request the request, or its envelope
   */
  public record Wire(Encoding encoding, Bytes request, Bytes response) {}

  /**
   * The octets of a protected exchange, in the content coding {@link
   * dev.meshsim.protect.Envelope#CODING}.
   */
  public record Envelopes(Bytes request, Bytes response) {}

  static Exchange of(
      Dialect dialect,
      int number,
      @Nullable String label,
      Wire wire,
      @Nullable Envelopes envelopes) {
    Bytes sent = json(dialect, wire.encoding(), wire.request());
    Bytes response = json(dialect, wire.encoding(), wire.response());
    try {
      boolean signed = RequestEnvelope.isEnvelope(sent);
      Bytes request = signed ? RequestEnvelope.open(dialect, sent).request() : sent;
      String transaction = Transaction.of(MessageCodec.readRequest(dialect, request)).wireName();
      return new Exchange(
          number, label, transaction, request, response, signed ? sent : null, wire, envelopes);
    } catch (MeshException e) {
      return new Exchange(number, label, "?", sent, response, null, wire, envelopes);
    }
  }

  /** The JSON of octets; octets that cannot be read stay as they are. */
  private static Bytes json(Dialect dialect, Encoding encoding, Bytes octets) {
    try {
      return dialect.json().toJson(encoding, octets);
    } catch (MeshException e) {
      return octets;
    }
  }
}
