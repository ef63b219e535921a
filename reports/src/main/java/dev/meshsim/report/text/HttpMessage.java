package dev.meshsim.report.text;

import dev.meshsim.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An HTTP/1.1 message (RFC 9112) in two forms. The exact octets have CRLF in the head and the body
 * as it is. The display text has line feeds only; {@link #exactOctets(String)} turns it back.
 *
 * @param start the request line or the status line
 * @param fields the header fields in order, with Content-Length for the body's octets
 * @param body the body, which may be empty
 */
public record HttpMessage(String start, List<Field> fields, Bytes body) {

  private static final String LENGTH = "Content-Length";
  private static final String JSON = "application/json";
  private static final String EMPTY_LINE = "\n\n";

  private static final Pattern REQUEST_LINE = Pattern.compile("[!-~]+ [!-~]+ HTTP/1\\.1");
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 [1-5][0-9]{2} [ -~]*");
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("([!-~]([ -~]*[!-~])?)?");

  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /**
   * A header field.
   *
   * @param name a token, {@code Content-Type}
   * @param value visible ASCII characters and spaces between them; may be empty
   */
  public record Field(String name, String value) {

    /** Checks both: a field is one line. */
    public Field {
      if (!TOKEN.matcher(name).matches() || !VALUE.matcher(value).matches()) {
        throw HttpMessageException.field(name + ": " + value);
      }
    }
  }

  /** Checks the head's form, and that Content-Length is the number of the body's octets. */
  public HttpMessage {
    fields = List.copyOf(fields);
    if (REQUEST_LINE.matcher(start).matches()) {
      if (values(fields, "Host").size() != 1) {
        throw HttpMessageException.head("a request has exactly one Host field");
      }
    } else if (!STATUS_LINE.matcher(start).matches()) {
      throw HttpMessageException.start(start);
    }
    if (!values(fields, LENGTH).equals(List.of(Integer.toString(body.length())))) {
      throw HttpMessageException.length(values(fields, LENGTH), body.length());
    }
    if (!values(fields, "Transfer-Encoding").isEmpty()) {
      throw HttpMessageException.head("Transfer-Encoding is never together with Content-Length");
    }
  }

  /**
   * A message with a Content-Length for its body as the last field.
   *
   * @param start the request line or the status line
   * @param fields the other fields
   */
  public static HttpMessage of(String start, List<Field> fields, Bytes body) {
    List<Field> all = new ArrayList<>(fields);
    all.add(new Field(LENGTH, Integer.toString(body.length())));
    return new HttpMessage(start, all, body);
  }

  /**
   * A request to a Mesh portal, with the fields that json-web-service-03 section 4 asks for.
   *
   * @param host the portal's domain
   */
  public static HttpMessage request(String host, Bytes body) {
    return of(
        "POST /.well-known/mmm/ HTTP/1.1",
        List.of(
            new Field("Host", host),
            new Field("Content-Type", JSON),
            new Field("Cache-Control", "no-store")),
        body);
  }

  /**
   * The response of a Mesh portal. Its status is 200 whatever the status in the body is.
   *
   * @param date the world's time
   */
  public static HttpMessage response(Instant date, Bytes body) {
    return of(
        "HTTP/1.1 200 OK",
        List.of(new Field("Date", date(date)), new Field("Content-Type", JSON)),
        body);
  }

  /** A time as a Date field has it (RFC 9110 section 5.6.7). */
  public static String date(Instant time) {
    return IMF_FIXDATE.format(time);
  }

  /**
   * A message, read from its exact octets.
   *
   * @throws HttpMessageException if the head is not of the form above, a field is continued on
   *     another line, or Content-Length is not the number of the body's octets
   */
  public static HttpMessage read(Bytes octets) {
    byte[] all = octets.toArray();
    String latin = new String(all, StandardCharsets.ISO_8859_1);
    int end = latin.indexOf("\r\n\r\n");
    if (end < 0) {
      throw HttpMessageException.head("no empty line ends the head");
    }
    List<String> lines = List.of(latin.substring(0, end).split("\r\n", -1));
    List<Field> fields =
        lines.subList(1, lines.size()).stream().map(HttpMessage::readField).toList();
    return new HttpMessage(lines.get(0), fields, Bytes.of(all, end + 4, all.length));
  }

  private static Field readField(String line) {
    int colon = line.indexOf(": ");
    if (colon < 0) {
      throw HttpMessageException.field(line);
    }
    return new Field(line.substring(0, colon), line.substring(colon + 2));
  }

  private static List<String> values(List<Field> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /** The octets on the wire. */
  public Bytes exactOctets() {
    byte[] head = (String.join("\r\n", head()) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] octets = Arrays.copyOf(head, head.length + body.length());
    System.arraycopy(body.toArray(), 0, octets, head.length, body.length());
    return Bytes.of(octets);
  }

  /**
   * The message as a document shows it before folding: lines end with a line feed, and the last one
   * ends as the body does.
   *
   * @throws HttpMessageException if the body is not UTF-8
   */
  public String displayText() {
    if (body.utf8Fault() >= 0) {
      throw HttpMessageException.body(body.utf8Fault());
    }
    return String.join("\n", head()) + EMPTY_LINE + body.utf8();
  }

  private List<String> head() {
    List<String> lines = new ArrayList<>();
    lines.add(start);
    fields.forEach(field -> lines.add(field.name() + ": " + field.value()));
    return lines;
  }

  /**
   * The octets on the wire, from the text that a document shows: line feeds become CRLF up to the
   * empty line and with it.
   *
   * @param display the unfolded text, without the line feed that only ends the block
   * @throws HttpMessageException if it has no empty line
   */
  public static Bytes exactOctets(String display) {
    int end = display.indexOf(EMPTY_LINE);
    if (end < 0) {
      throw HttpMessageException.head("no empty line ends the head");
    }
    int body = end + EMPTY_LINE.length();
    return Bytes.utf8(display.substring(0, body).replace("\n", "\r\n") + display.substring(body));
  }
}
