package dev.meshsim.audit.record;

import dev.meshsim.audit.record.Frame.Fault;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonLimits;
import dev.meshsim.json.MeshJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A reader of the containers that the reference implementation wrote in 2018 in place of logs. It
 * converts each frame to the record that a log of 2017 would have.
 *
 * <p>A frame (draft-hallambaker-jsonbcd-16 section 7) is a tag F4 to F7, the length of its body in
 * 1, 2, 4 or 8 octets, most significant first, the body, and then length and tag again with their
 * octets reversed. The body is a header and usually a payload, each of which is a tag F0 to F3, a
 * length encoded in that way, and JSON text. A frame whose lengths do not agree is damaged; reading
 * resumes at the next place where they do.
 */
public final class ContainerFrames implements Frames {

  /** The number of octets that are examined to distinguish a container from text. */
  static final int TELLING = 10;

  private static final int RECORD = 0xf0;
  private static final int FRAME = 0xf4;

  /** A length that no file has, small enough that sums of offsets do not overflow. */
  private static final long LARGEST = 1L << 48;

  private static final boolean[] FRAME_TAGS = new boolean[256];

  static {
    for (int tag = FRAME; tag < FRAME + 4; tag++) {
      FRAME_TAGS[tag] = true;
    }
  }

  private final FrameBuffer buffer;
  private final int most;
  private long number;
  private long at;

  /** The range of a part's content: from offset {@code from} to before {@code to}. */
  private record Part(long from, long to) {}

  private record Outline(Part header, Part payload, long end) {}

  /**
   * Reads from the beginning of a window, with frames of at most {@link
   * JsonLimits#DOCUMENT_OCTETS}.
   */
  public ContainerFrames(FrameBuffer buffer) {
    this(buffer, JsonLimits.DOCUMENT_OCTETS);
  }

  /**
   * Reads with another limit.
   *
   * @param most the most octets of a frame's body
   */
  public ContainerFrames(FrameBuffer buffer, int most) {
    this.buffer = buffer;
    this.most = most;
  }

  /**
   * True if two of the first octets cannot be in a text. The tags and lengths of a container have
   * several such octets, so one damaged octet changes neither a container to a text nor a text to a
   * container.
   */
  static boolean begins(FrameBuffer buffer) {
    int strange = 0;
    for (long i = 0; i < Math.min(TELLING, buffer.end()); i++) {
      int octet = buffer.at(i) & 0xff;
      boolean control = octet < ' ' && !RecordStart.isSpace((byte) octet);
      strange += control || octet >= RECORD ? 1 : 0;
    }
    return strange >= 2;
  }

  @Override
  public long octetsScanned() {
    return at;
  }

  @Override
  public @Nullable Frame next() throws IOException {
    buffer.forgetBefore(at);
    if (!buffer.reach(at + 1)) {
      return null;
    }
    Outline outline = outline(at);
    return outline == null ? lost() : whole(outline);
  }

  private Frame whole(Outline outline) {
    long from = at;
    at = outline.end();
    number++;
    JsonNode record = ContainerRecord.of(copy(outline.header()), copy(outline.payload()));
    return record == null
        ? new Frame(number, from, at - from, Bytes.EMPTY, Fault.NO_JSON)
        : new Frame(number, from, at - from, MeshJson.write(record), null);
  }

  private Bytes copy(Part part) {
    return buffer.copy(part.from(), part.to());
  }

  /** Skips octets that are not a frame. */
  private Frame lost() throws IOException {
    long from = at;
    Fault fault = fault(at);
    do {
      at = buffer.skip(at + 1, Long.MAX_VALUE, FRAME_TAGS);
      buffer.forgetBefore(at);
    } while (buffer.reach(at + 1) && outline(at) == null);
    number++;
    return new Frame(number, from, at - from, Bytes.EMPTY, fault);
  }

  /** The reason why there is no frame at this offset. */
  private Fault fault(long from) throws IOException {
    if (!FRAME_TAGS[buffer.at(from) & 0xff]) {
      return Fault.FOREIGN;
    }
    Part body = part(from, FRAME);
    if (body == null) {
      return Fault.TRUNCATED;
    }
    if (isTooLarge(body)) {
      return Fault.TOO_LARGE;
    }
    return buffer.reach(end(from, body)) ? Fault.FOREIGN : Fault.TRUNCATED;
  }

  /** The frame that begins at this offset, or null. */
  private @Nullable Outline outline(long from) throws IOException {
    Part body = part(from, FRAME);
    if (body == null || isTooLarge(body)) {
      return null;
    }
    Part header = part(body.from(), RECORD);
    if (header == null || isTooLarge(header) || !closes(from, body)) {
      return null;
    }
    Part payload =
        header.to() == body.to() ? new Part(body.to(), body.to()) : part(header.to(), RECORD);
    return payload == null || payload.to() != body.to()
        ? null
        : new Outline(header, payload, end(from, body));
  }

  /** The part whose tag, one of the four from {@code tag} on, is at this offset; or null. */
  private @Nullable Part part(long from, int tag) throws IOException {
    int lengths = buffer.reach(from + 1) ? (buffer.at(from) & 0xff) - tag : -1;
    if (lengths < 0 || lengths > 3 || !buffer.reach(from + 1 + (1 << lengths))) {
      return null;
    }
    long length = 0;
    for (int i = 1; i <= 1 << lengths; i++) {
      length = (length << 8) | (buffer.at(from + i) & 0xff);
    }
    long text = from + 1 + (1 << lengths);
    // A length of 64 bits with its top bit set is negative as a long.
    return new Part(text, length < 0 || length > LARGEST ? Long.MAX_VALUE : text + length);
  }

  private boolean isTooLarge(Part part) {
    return part.to() - part.from() > most;
  }

  /** The end of a frame: its trailer is as long as its tag and length. */
  private static long end(long from, Part body) {
    return body.to() + body.from() - from;
  }

  /** True if the trailer is the tag and length in reverse. */
  private boolean closes(long from, Part body) throws IOException {
    long end = end(from, body);
    if (!buffer.reach(end)) {
      return false;
    }
    for (long i = 0; from + i < body.from(); i++) {
      if (buffer.at(from + i) != buffer.at(end - 1 - i)) {
        return false;
      }
    }
    return true;
  }
}
