package dev.meshsim.portal.http;

import dev.meshsim.bytes.Bytes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP binding of the protocol (json-web-service-03 section 4): a POST of JSON to a well-known
 * path, answered with JSON. The path names no command; the payload does.
 */
public final class HttpBinding {

  /** The path of requests. */
  public static final String PATH = "/.well-known/mmm/";

  /** The media type of requests and responses. */
  public static final String JSON = "application/json";

  /** The path of the reference implementation's client when it has no domain. */
  private static final String BARE_PATH = "/.well-known/";

  private HttpBinding() {}

  /**
   * The body of a request.
   *
   * @param isProtected true if it has the content coding {@link
   *     dev.meshsim.protect.Envelope#CODING}
   */
  record Body(Bytes octets, boolean isProtected) {}

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

  /** True for {@code application/json}, in any case, with or without parameters in UTF-8. */
  public static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return parts[0].strip().equals(JSON);
  }

  /** True if octets may be a payload: a JSON object, whatever is in it. */
  static boolean isPayload(Bytes body) {
    for (int i = 0; i < body.length(); i++) {
      int octet = body.at(i);
      if (octet != ' ' && octet != '\t' && octet != '\r' && octet != '\n') {
        return octet == '{';
      }
    }
    return false;
  }
}
