package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.json.binary.EncodingException;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.HelloResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * A portal that is reached in one encoding. A client writes and reads the encoding itself; a caller
 * that has JSON has it translated, so that decorators which read JSON can be above.
 */
public final class EncodedPortal implements MeshPortal {

  private final MeshPortal portal;
  private final Encoding encoding;

  private EncodedPortal(MeshPortal portal, Encoding encoding) {
    this.portal = portal;
    this.encoding = encoding;
  }

  /** Reaches a portal that is known to have the encoding. */
  public static MeshPortal of(MeshPortal portal, Encoding encoding) {
    return encoding == Encoding.JSON ? portal : new EncodedPortal(portal, encoding);
  }

  /**
   * Reaches a portal in an encoding that its Hello offers; JSON is never asked for.
   *
   * @throws EncodingException {@code encoding.not-offered} if it does not
   * @throws PortalException if the portal gives no answer that can be read
   */
  public static MeshPortal offered(MeshPortal portal, Encoding encoding) {
    if (encoding != Encoding.JSON) {
      List<String> offered = offers(portal);
      if (!offered.contains(encoding.mediaType())) {
        throw EncodingException.notOffered(portal.domain(), encoding, offered);
      }
    }
    return of(portal, encoding);
  }

  /** The media types that a portal offers in its Hello; JSON only if it names none. */
  private static List<String> offers(MeshPortal portal) {
    Dialect dialect = portal.dialect();
    Bytes answer = portal.exchange(MessageCodec.write(dialect, HelloRequest.plain()));
    List<String> offered = new ArrayList<>(List.of(Encoding.JSON.mediaType()));
    try {
      if (MessageCodec.readResponse(dialect, answer, Transaction.HELLO)
          instanceof HelloResponse hello) {
        Version version = hello.version();
        List<Version.Encoding> encodings = version == null ? null : version.encodings();
        if (encodings != null) {
          encodings.forEach(each -> offered.addAll(each.ids()));
        }
      }
    } catch (JsonException e) {
      throw PortalException.badResponse(portal.domain(), Transaction.HELLO.wireName(), e);
    }
    return offered.stream().distinct().toList();
  }

  @Override
  public String domain() {
    return portal.domain();
  }

  @Override
  public Dialect dialect() {
    return portal.dialect();
  }

  @Override
  public boolean keepsLog() {
    return portal.keepsLog();
  }

  @Override
  public Encoding encoding() {
    return encoding;
  }

  /** Sends a request that is JSON, in the portal's encoding; one that is not arrives as it is. */
  @Override
  public Bytes exchange(Bytes json) {
    Bytes response = portal.exchange(encoding, encoded(json));
    try {
      return dialect().json().toJson(encoding, response);
    } catch (JsonException e) {
      return response;
    }
  }

  @Override
  public Bytes exchange(Encoding other, Bytes request) {
    return portal.exchange(other, request);
  }

  private Bytes encoded(Bytes json) {
    try {
      return BinaryJson.fromJson(encoding, json);
    } catch (JsonException e) {
      return json;
    }
  }
}
