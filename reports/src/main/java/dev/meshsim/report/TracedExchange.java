package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * One request and its response, with the step that sent them.
 *
 * @param number counted from 1 through the scenario
 * @param step the step that sent it
 * @param call the step's word, {@code connect} for example
 * @param title the step in a few words
 * @param label the label the step gives its messages
 * @param time the world's time
 * @param portal the portal's domain
 * @param transaction the wire name, {@code ValidateAccount}, or {@code ?} if the request names none
 * @param requestTag the request's message name, {@code ValidateRequest}
 * @param responseTag the response's message name
 * @param request the exact octets, wrapped in the transaction's name
 * @param response the exact octets, wrapped in the message's name
 * @param envelope the signed envelope that was sent instead of the bare request, if the sender had
 *     to sign
 */
public record TracedExchange(
    int number,
    int step,
    String call,
    String title,
    String label,
    Instant time,
    String portal,
    String transaction,
    String requestTag,
    String responseTag,
    Bytes request,
    Bytes response,
    Optional<Bytes> envelope) {}
