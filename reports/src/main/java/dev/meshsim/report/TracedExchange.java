package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protect.Envelope;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request and its response, with the step that sent them.
 *
 * @param number counted from 1 through the scenario
 * @param origin the step that sent it
 * @param time the world's time
 * @param portal the portal's domain
 * @param messages what was sent and answered
 * @param fault the fault that the message met, in a few words, {@code answered late} for example
 */
public record TracedExchange(
    int number,
    Origin origin,
    Instant time,
    String portal,
    Messages messages,
    Optional<String> fault) {

  /**
   * The step that sent a request.
   *
   * @param step its number, counted from 1
   * @param call the step's word, {@code connect} for example
   * @param title the step in a few words
   * @param label the name that the scenario gives the step's messages, if it gives one
   * @param machine the machine that sent the request; empty if the step has none
   */
  public record Origin(
      int step, String call, String title, Optional<String> label, Optional<String> machine) {}

  /**
   * A request and its response.
   *
   * @param transaction the wire name, {@code ValidateAccount}, or {@code ?} if the request names
   *     none
   * @param requestTag the request's message name, {@code ValidateRequest}
   * @param responseTag the response's message name
   * @param request the exact octets, wrapped in the transaction's name
   * @param response the exact octets, wrapped in the message's name
   * @param envelope the signed envelope that was sent instead of the bare request, if the sender
   *     had to sign
   * @param wire the octets that travelled, if they are those of a binary encoding
   * @param envelopes the octets that travelled, if the messages were protected
   */
  public record Messages(
      String transaction,
      String requestTag,
      String responseTag,
      Bytes request,
      Bytes response,
      Optional<Bytes> envelope,
      Optional<Wire> wire,
      Optional<Envelopes> envelopes) {

    /** Messages that travelled as JSON, without protection. */
    public Messages(
        String transaction,
        String requestTag,
        String responseTag,
        Bytes request,
        Bytes response,
        Optional<Bytes> envelope) {
      this(
          transaction,
          requestTag,
          responseTag,
          request,
          response,
          envelope,
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * The octets of a request and its response in a binary encoding.
   *
   * @param request those of the request, or of its envelope
   */
  public record Wire(Encoding encoding, Bytes request, Bytes response) {}

  /** The octets of protected messages, in the content coding {@code jose-jwb}. */
  public record Envelopes(Bytes request, Bytes response) {

    /** The protection of octets by their preamble: encrypted, signed or unprotected. */
    public static String protection(Bytes octets) {
      try {
        JsonNode preamble = MeshJson.readTree(Envelope.read(octets).preamble());
        return preamble.has("enc") ? "encrypted" : "signed";
      } catch (MeshException e) {
        return "unprotected";
      }
    }
  }

  /** The number of the step that sent it. */
  public int step() {
    return origin.step();
  }

  /** The step's word. */
  public String call() {
    return origin.call();
  }

  /** The step in a few words. */
  public String title() {
    return origin.title();
  }

  /** The name that the scenario gives the step's messages, if it gives one. */
  public Optional<String> label() {
    return origin.label();
  }

  /** The machine that sent the request. */
  public Optional<String> machine() {
    return origin.machine();
  }

  /** The wire name of the transaction, or {@code ?}. */
  public String transaction() {
    return messages.transaction();
  }

  /** The request's message name. */
  public String requestTag() {
    return messages.requestTag();
  }

  /** The response's message name. */
  public String responseTag() {
    return messages.responseTag();
  }

  /** The exact octets of the request. */
  public Bytes request() {
    return messages.request();
  }

  /** The exact octets of the response. */
  public Bytes response() {
    return messages.response();
  }

  /** The signed envelope, if the sender had to sign. */
  public Optional<Bytes> envelope() {
    return messages.envelope();
  }

  /** The octets that travelled, if they are those of a binary encoding. */
  public Optional<Wire> wire() {
    return messages.wire();
  }

  /** The octets that travelled, if the messages were protected. */
  public Optional<Envelopes> envelopes() {
    return messages.envelopes();
  }
}
