package dev.meshsim.audit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Frame.Fault;
import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

public class LogFramesTest {

  private static final String HEADER = "{\n  \"Header\": {\n    \"Type\": \"Data\"}}";
  private static final String FIRST =
      "{\n  \"DataItem\": {\n    \"Text\": \"{\\n  \\\"Header\\\": {\\\"a\\\\\\\"}{\\\": []}}\"}}";
  private static final String SECOND = "{\"DataItem\":{\"Keys\":[{}],\"Text\":\"\u20AC{[\"}}";

  private static List<Frame> frames(String text) {
    return frames(Bytes.utf8(text), 1000);
  }

  private static List<Frame> frames(Bytes octets, int most) {
    return frames(new LogFrames(new ByteArrayInputStream(octets.toArray()), most), octets);
  }

  public static List<Frame> all(Frames reader) {
    List<Frame> frames = new ArrayList<>();
    try {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return frames;
  }

  @Test
  void theLastRecordOfALogWithLineEndsIsUnfinishedWithoutItsOwn() throws IOException {
    String header = "{\"Header\":{}}\n";
    assertEquals(Arrays.asList(null, null), faultsOfLog(header + SECOND + "\n"));
    assertEquals(Arrays.asList(null, null), faultsOfLog(header + SECOND + "\r\n"));
    assertEquals(Arrays.asList(null, Frame.Fault.UNFINISHED), faultsOfLog(header + SECOND));
    assertEquals(
        Arrays.asList(null, null, Frame.Fault.UNFINISHED),
        faultsOfLog(header + SECOND + "\n" + SECOND));
  }

  @Test
  void aLogWithoutLineEndsNeedsNone() throws IOException {
    assertEquals(Arrays.asList(null, null, null), faultsOfLog(HEADER + FIRST + SECOND));
    assertEquals(Arrays.asList((Frame.Fault) null), faultsOfLog(SECOND));
  }

  private static List<Frame.Fault> faultsOfLog(String text) throws IOException {
    InputStream in = new ByteArrayInputStream(Bytes.utf8(text).toArray());
    List<Frame.Fault> faults = new ArrayList<>();
    all(Frames.of(in)).forEach(frame -> faults.add(frame.fault()));
    return faults;
  }

  /** All frames, after a check that every octet is in one or is white space. */
  public static List<Frame> frames(LogFrames reader, Bytes octets) {
    List<Frame> frames = all(reader);
    long at = octets.startsWith(Bytes.hex("efbbbf")) ? 3 : 0;
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      assertEquals(i + 1, frame.number());
      requireSpace(octets, at, frame.offset());
      at = frame.offset() + frame.length();
      if (frame.fault() == null) {
        assertEquals(Bytes.of(octets.toArray(), (int) frame.offset(), (int) at), frame.octets());
      }
    }
    requireSpace(octets, at, octets.length());
    assertEquals(octets.length(), reader.octetsScanned());
    return frames;
  }

  private static void requireSpace(Bytes octets, long from, long to) {
    assertTrue(from <= to, from + " to " + to);
    for (long i = from; i < to; i++) {
      assertTrue(" \n\r\t".indexOf(octets.at((int) i)) >= 0, "octet " + i + " is in no frame");
    }
  }

  /** The fault and the length of each frame. */
  public static String outline(List<Frame> frames) {
    StringBuilder outline = new StringBuilder();
    for (Frame frame : frames) {
      outline.append(frame.fault() == null ? "record" : frame.fault().name());
      outline.append(' ').append(frame.length()).append(' ');
    }
    return outline.toString().trim();
  }

  @Test
  void recordsMayBeSeparatedByWhiteSpaceOrNothing() {
    for (String between : List.of("", "\n", "\r\n\t ")) {
      String text = between + HEADER + between + FIRST + between + SECOND + between;
      List<Frame> frames = frames(text);
      assertEquals(
          List.of(HEADER, FIRST, SECOND), frames.stream().map(f -> f.octets().utf8()).toList());
    }
  }

  @Test
  void anEmptyFileHasNoFrames() {
    assertEquals(List.of(), frames(""));
    assertEquals(List.of(), frames(" \n"));
    assertEquals(List.of(), frames("\uFEFF"));
    assertEquals("record 2", outline(frames("\uFEFF{}")));
  }

  @Test
  void aLogCutInTheMiddleEndsInOneFaultyFrame() {
    int whole = HEADER.length() + FIRST.length();
    String text = HEADER + FIRST + SECOND;
    for (int length = whole + 1; length < text.length(); length++) {
      List<Frame> frames = frames(text.substring(0, length));
      assertEquals(3, frames.size());
      assertEquals(Fault.TRUNCATED, frames.get(2).fault());
      assertEquals(whole, frames.get(2).offset());
    }
  }

  @Test
  void readingResumesAtTheNextRecord() {
    String open = "{\"DataItem\":{\"Text\":\"\\\"a";
    assertEquals("TRUNCATED 24 record 69", outline(frames(open + FIRST)));
    assertEquals("TRUNCATED 8 record 69", outline(frames("{\"DataIt" + FIRST)));
    assertEquals("record 14 FOREIGN 3 record 69", outline(frames("{\"DataItem\":1}}x}" + FIRST)));
    assertEquals("FOREIGN 6 record 69", outline(frames("{\"a\":{".replace('{', 'x') + FIRST)));
    assertEquals("FOREIGN 9", outline(frames("x{\"b\":{}}")));
  }

  @Test
  void anObjectMayContainAMemberNamedHeader() {
    String entry = "{\"OfflineEscrowEntry\":{\"recipients\":[{ \"Header\" : {}}]}}";
    assertEquals("record " + entry.length(), outline(frames(entry)));
    assertEquals("FOREIGN 1 record " + entry.length(), outline(frames("x" + entry)));
    assertEquals("TRUNCATED 21 record 69", outline(frames(entry.substring(0, 21) + FIRST)));
  }

  @Test
  void aRecordThatIsTooLargeIsSkipped() {
    Bytes octets = Bytes.utf8(FIRST + SECOND);
    assertEquals("record 69 record 41", outline(frames(octets, 69)));
    assertEquals("TOO_LARGE 69 record 41", outline(frames(octets, 68)));
    assertEquals("TOO_LARGE 69 TOO_LARGE 41", outline(frames(octets, 40)));
  }

  @Test
  void everyOctetIsAccountedForInEveryPrefixAndAfterEveryChange() {
    byte[] octets = Bytes.utf8(HEADER + FIRST + "\n" + SECOND + HEADER).toArray();
    for (int i = 0; i < octets.length; i++) {
      frames(Bytes.of(octets, 0, i), 90);
      byte old = octets[i];
      for (int value = 0; value < 256; value++) {
        octets[i] = (byte) value;
        List<Frame> frames = frames(Bytes.of(octets), 90);
        assertTrue(
            frames.stream().filter(f -> f.fault() == null).count() >= 2,
            "octet " + i + " as " + value + " loses more than its own record and the next");
      }
      octets[i] = old;
    }
  }

  @Test
  void largeRecordsPassThroughASmallWindow() {
    String text = "{\"DataItem\":{\"Text\":\"" + "a".repeat(1 << 18) + "\"}}";
    Bytes octets = Bytes.utf8(text + SECOND + text + " ".repeat(1 << 18) + "x{" + text);
    LogFrames reader = new LogFrames(new OneByOne(octets), 1 << 20);
    assertEquals(
        "record 262168 record 41 record 262168 FOREIGN 2 record 262168",
        outline(frames(reader, octets)));
  }

  @Test
  void whiteSpaceKeptAfterABraceIsBounded() {
    String wide = "x{" + " ".repeat(2000) + "\"DataItem\":{}}";
    assertEquals("FOREIGN " + wide.length(), outline(frames(wide)));
  }

  /** A stream that returns one octet at a time. */
  private static final class OneByOne extends InputStream {
    private final Bytes octets;
    private int at;

    OneByOne(Bytes octets) {
      this.octets = octets;
    }

    @Override
    public int read() {
      return at < octets.length() ? octets.at(at++) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int octet = read();
      if (octet < 0) {
        return -1;
      }
      target[offset] = (byte) octet;
      return 1;
    }
  }
}
