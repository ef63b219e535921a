package dev.meshsim.portal.http.server;

import dev.meshsim.bytes.Bytes;
import java.util.Optional;

/**
 * The answers of a {@link TextServer}, and the requests that it takes: a few kilobytes each.
 * Thread-safe.
 */
public interface TextService {

  /** The media type of a line of text. */
  String PLAIN = "text/plain; charset=utf-8";

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param type its {@code Content-Type}
   * @param allow the method that the path has, for status 405; empty for none
   * @param body its octets
   */
  record Reply(int status, String type, Optional<String> allow, Bytes body) {

    /** A line of text. */
    public static Reply line(int status, String text) {
      return new Reply(status, PLAIN, Optional.empty(), Bytes.utf8(text + "\n"));
    }

    /** A refusal of a method, with the one that the path has. */
    public static Reply otherMethod(String allow) {
      return new Reply(
          405, PLAIN, Optional.of(allow), Bytes.utf8("this path answers " + allow + " requests\n"));
    }
  }

  /**
   * Looks at the head of a request, before its body is read.
   *
   * @return the refusal of one that is not of this service; empty if it is
   */
  Optional<Reply> refuse(String method, String path);

  /**
   * Answers a request that was not refused.
   *
   * @param body its octets, within the limits of the server
   */
  Reply answer(String method, String path, Bytes body);
}
