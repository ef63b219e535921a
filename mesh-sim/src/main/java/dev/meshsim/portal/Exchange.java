package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response, as they travelled.
 *
 * @param number the position in the trace, from 1
 * @param label the trace's label at the time
 * @param transaction the wire name, such as {@code ValidateAccount}, or {@code ?} if the octets
 *     were not a request
 * @param request the request: JSON under the transaction's name
 * @param response the response: JSON under the message's name
 * @param signedEnvelope the octets that travelled, if the request came in a {@link RequestEnvelope}
 * @param envelopes what went over the wire if the exchange was protected; null if not
 */
public record Exchange(
    int number,
    @Nullable String label,
    String transaction,
    Bytes request,
    Bytes response,
    @Nullable Bytes signedEnvelope,
    @Nullable Envelopes envelopes) {

  /**
   * The octets of a protected exchange, in the content coding {@link
   * dev.meshsim.protect.Envelope#CODING}.
   */
  public record Envelopes(Bytes request, Bytes response) {}

  static Exchange of(
      Dialect dialect,
      int number,
      @Nullable String label,
      Bytes sent,
      Bytes response,
      @Nullable Envelopes envelopes) {
    try {
      boolean signed = RequestEnvelope.isEnvelope(sent);
      Bytes request = signed ? RequestEnvelope.open(dialect, sent).request() : sent;
      String transaction = Transaction.of(MessageCodec.readRequest(dialect, request)).wireName();
      return new Exchange(
          number, label, transaction, request, response, signed ? sent : null, envelopes);
    } catch (MeshException e) {
      return new Exchange(number, label, "?", sent, response, null, envelopes);
    }
  }
}
