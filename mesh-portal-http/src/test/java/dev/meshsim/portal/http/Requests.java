package dev.meshsim.portal.http;

/** Raw requests of tests. */
public final class Requests {

  /** A Hello. */
  public static final String HELLO = "{\"Hello\":{}}";

  private Requests() {}

  /** A request as clients send it, on a connection that is closed afterwards. */
  public static String post(String body) {
    return head("POST " + HttpBinding.PATH + " HTTP/1.1", "Connection: close") + length(body);
  }

  /** A request as clients send it, on a connection that stays. */
  public static String kept(String body) {
    return head("POST " + HttpBinding.PATH + " HTTP/1.1") + length(body);
  }

  /** The usual head without the length and the empty line. */
  public static String head(String line, String... fields) {
    StringBuilder head = new StringBuilder(line + "\r\nHost: example.com\r\n");
    head.append("Content-Type: application/json\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    return head.toString();
  }

  /** The length, the empty line and the body. */
  public static String length(String body) {
    return "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
