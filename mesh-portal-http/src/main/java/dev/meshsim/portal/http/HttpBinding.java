package dev.meshsim.portal.http;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.binary.Encoding;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP binding of the protocol (json-web-service-03 section 4): a POST of JSON, JSON-B or
 * JSON-C to a well-known path, answered in the same encoding. The path names no command; the
 * payload does.
 */
public final class HttpBinding {

  /** The path of requests. */
  public static final String PATH = "/.well-known/mmm/";

  /** The path of the reference implementation's client when it has no domain. */
  private static final String BARE_PATH = "/.well-known/";

  /** The definitions of JSON-C, which may come before an object, begin with this octet or more. */
  private static final int FIRST_DEFINITION = 0xc4;

  private HttpBinding() {}

  /**
   * The body of a request.
   *
   * @param encoding of the octets, or of the messages in them
   * @param isProtected true if it has the content coding {@link
   *     dev.meshsim.protect.Envelope#CODING}
   */
  record Body(Encoding encoding, Bytes octets, boolean isProtected) {}

  /**
   * True for a path that a portal answers at: with and without the last slash, anything below it as
   * the reference implementation's server does, and the path that its client uses without a domain.
   */
  public static boolean isPath(@Nullable String path) {
    return path != null
        && (path.startsWith(PATH)
            || path.equals(PATH.substring(0, PATH.length() - 1))
            || path.equals(BARE_PATH));
  }

  /** The encoding that a {@code Content-Type} names; empty if it names none of the protocol. */
  public static Optional<Encoding> encoding(@Nullable String contentType) {
    return Encoding.ofMediaType(contentType);
  }

  /** The media types of requests, for a sentence. */
  public static String mediaTypes() {
    return Arrays.stream(Encoding.values())
        .map(Encoding::mediaType)
        .collect(Collectors.joining(", "));
  }

  /** True if octets may be a payload in an encoding: an object, whatever is in it. */
  static boolean isPayload(Encoding encoding, Bytes body) {
    for (int i = 0; i < body.length(); i++) {
      int octet = body.at(i);
      if (octet != ' ' && octet != '\t' && octet != '\r' && octet != '\n') {
        return octet == '{' || (encoding == Encoding.JSON_C && octet >= FIRST_DEFINITION);
      }
    }
    return false;
  }
}
