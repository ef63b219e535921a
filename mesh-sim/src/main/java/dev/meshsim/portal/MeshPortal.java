package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import java.util.Optional;

/** A client's way to a portal (developer-08 section 6.1): JSON octets out, JSON octets in. */
public interface MeshPortal {

  /** The domain that the portal's accounts end with. */
  String domain();

  /** The dialect of messages; {@link Dialect#MESH} by default. */
  default Dialect dialect() {
    return Dialect.MESH;
  }

  /**
   * Sends a request and waits for the response.
   *
   * @param request JSON, as {@link dev.meshsim.protocol.MessageCodec} writes it, or an envelope
   * @return the JSON of the response; a refusal is a response too
   * @throws PortalException {@code portal.unreachable} if there is no response; a client reports
   *     any other {@link RuntimeException} so too. Whether the portal has done what was asked is
   *     unknown
   */
  Bytes exchange(Bytes request);

  /** The encoding that clients write their requests in; {@link Encoding#JSON} by default. */
  default Encoding encoding() {
    return Encoding.JSON;
  }

  /**
   * Sends a request in an encoding and waits for the response, which is in the same encoding.
   * Unless a portal reads the encoding itself, the request is translated to JSON and the response
   * back; octets that cannot be read arrive as they are.
   *
   * @throws PortalException as {@link #exchange(Bytes)}
   */
  default Bytes exchange(Encoding encoding, Bytes request) {
    if (encoding == Encoding.JSON) {
      return exchange(request);
    }
    Bytes json;
    try {
      json = dialect().json().toJson(encoding, request);
    } catch (JsonException e) {
      json = request;
    }
    return BinaryJson.fromJson(encoding, exchange(json));
  }

  /**
   * Sends a request in the content coding {@link dev.meshsim.protect.Envelope#CODING}, and waits
   * for the answer. {@link ProtectedPortal} makes and opens both.
   *
   * @param envelope the octets of the protected request
   * @return the octets of the answer; of a portal that does not open the request, JSON
   * @throws PortalException as {@link #exchange} does; {@code portal.carries-no-envelopes} if this
   *     way to a portal has no protected messages
   */
  default Bytes exchangeProtected(Bytes envelope) {
    throw PortalException.carriesNoEnvelopes(domain());
  }

  /**
   * True if the portal is known to make checkpoints of its log, so that sessions ask for proofs. A
   * portal that says no after it has once given one is not believed.
   */
  default boolean keepsLog() {
    return false;
  }

  /**
   * A part of the portal's log that anybody may read, in the form of C2SP tlog-tiles.
   *
   * @param path {@code checkpoint}, or that of a hash tile; {@code keys} for the portal's
   *     statements of its keys, which are no part of that form
   * @return empty if there is none; a portal that makes no checkpoints publishes nothing
   */
  default Optional<Bytes> published(String path) {
    return Optional.empty();
  }

  /**
   * The default portal, for sessions made without a portal (developer-08 section 6.3).
   *
   * @throws PortalException if none has been set
   */
  static MeshPortal getDefault() {
    return DefaultPortal.get();
  }

  /** Sets the default portal, for sessions made without a portal. */
  static void setDefault(MeshPortal portal) {
    DefaultPortal.set(portal);
  }
}
