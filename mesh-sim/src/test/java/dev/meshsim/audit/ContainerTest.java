package dev.meshsim.audit;

import static dev.meshsim.audit.record.LogFramesTest.outline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.ContainerFrames;
import dev.meshsim.audit.record.Frame;
import dev.meshsim.audit.record.Frame.Fault;
import dev.meshsim.audit.record.FrameBuffer;
import dev.meshsim.audit.record.Frames;
import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.LogFrames;
import dev.meshsim.audit.record.LogFramesTest;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.testing.Exhaustive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Containers of 2018, which are read in the same way as logs of 2017. */
class ContainerTest {

  private static final String FIRST = "{\"ContainerType\":\"Chain\",\"ContentMeta\":{}}";
  private static final String HEADER = "{\"UniqueID\":\"Account$a@b\",\"Event\":\"New\"}";
  private static final String PAYLOAD = "{\"Account\":{\"AccountID\":\"a@b\"}}";
  private static final int EACH = 2 + 2 + HEADER.length() + 2 + PAYLOAD.length() + 2;

  private static List<Frame> frames(Bytes octets) {
    try {
      return frames(Frames.of(new ByteArrayInputStream(octets.toArray())), octets);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Frame> frames(Bytes octets, int most) {
    FrameBuffer buffer = new FrameBuffer(new ByteArrayInputStream(octets.toArray()));
    return frames(new ContainerFrames(buffer, most), octets);
  }

  /** All frames, after a check that every octet is in one. */
  private static List<Frame> frames(Frames reader, Bytes octets) {
    List<Frame> frames = LogFramesTest.all(reader);
    long at = 0;
    for (int i = 0; i < frames.size(); i++) {
      assertEquals(i + 1, frames.get(i).number());
      assertEquals(at, frames.get(i).offset());
      at += frames.get(i).length();
    }
    assertEquals(octets.length(), at);
    assertEquals(octets.length(), reader.octetsScanned());
    return frames;
  }

  private static Container three() {
    return new Container().add(HEADER, PAYLOAD).add(HEADER, PAYLOAD).add(HEADER, PAYLOAD);
  }

  private static Bytes with(Bytes octets, int index, int value) {
    byte[] changed = octets.toArray();
    changed[index] = (byte) value;
    return Bytes.of(changed);
  }

  private static Bytes cut(Bytes octets, int to) {
    return Bytes.of(octets.toArray(), 0, to);
  }

  @Test
  void theLengthsOfThePublishedLogAreThoseOfItsFile() {
    assertTrue(Container.PORTAL.hex().startsWith("f50166f10163"));
    assertTrue(Container.PORTAL.hex().contains("6601f5" + "f50129f045"));
    assertTrue(Container.PORTAL.hex().contains("f0e0"));
    assertTrue(Container.PORTAL.hex().contains("2901f5" + "f50125f043"));
    assertTrue(Container.PORTAL.hex().contains("f0de"));
    assertTrue(Container.PORTAL.hex().endsWith("7d7d2501f5"));
  }

  @Test
  void thePublishedLogIsVerified() {
    LogVerdict verdict = Verdicts.verdict(Container.PORTAL);
    assertEquals(List.of(), verdict.problems());
    assertEquals(3, verdict.records());
    assertEquals(0, verdict.unreadable());
    assertFalse(verdict.failed());
  }

  @Test
  void thePublishedLogIsShown() {
    List<String> lines = new ArrayList<>();
    LogSource source =
        new LogSource("log", () -> new ByteArrayInputStream(Container.PORTAL.toArray()));
    assertTrue(LogShow.show(source, false, lines::add));
    assertEquals(
        List.of(
            "     1  Header  application/mesh-portal",
            "     2  -                     New     Account$AliceRecrypt@example.com  Account",
            "     3  -                     New     Account$BobRecrypt@example.com  Account"),
        lines);
  }

  @Test
  void theContentTypeMayBeAMemberOfTheHeader() {
    String header = "{\"ContainerType\":\"Chain\",\"ContentType\":\"application/test\"}";
    Frame frame = frames(new Container().add(header).octets()).get(0);
    assertTrue(frame.octets().utf8().endsWith(",\"Content\":\"application/test\"}}"));
  }

  @Test
  void aFrameBecomesTheRecordThatATextWouldHave() {
    String header =
        "{\"UniqueID\":\"M1\",\"Event\":\"New\","
            + "\"KeyValues\":[{\"Key\":\"PersonalProfile\",\"Value\":\"M1\"}]}";
    List<Frame> frames = frames(new Container().add(header, "{\"a\":\"\n\"}").octets());
    assertEquals(
        "{\"DataItem\":{\"PrimaryKey\":\"M1\",\"Action\":\"New\","
            + "\"Keys\":[{\"IndexTerm\":{\"Type\":\"PersonalProfile\",\"Term\":\"M1\"}}],"
            + "\"Text\":\"{\\\"a\\\":\\\"\\n\\\"}\"}}",
        frames.get(0).octets().utf8());
  }

  @Test
  void signaturesInAContainerAreVerified() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    String udf = log.udf("desktop");
    String entry = MeshJson.writeTagged("SignedDeviceProfile", log.device("desktop")).utf8();
    String header = "{\"UniqueID\":\"" + udf + "\",\"Event\":\"New\"}";
    Bytes sound = new Container().add(FIRST).add(header, entry).octets();
    LogVerdict verdict = Verdicts.verdict(sound);
    assertEquals(List.of(), verdict.problems());
    assertEquals(1, verdict.signatures().verified());
    String other = entry.replace("\"signature\":\"", "\"signature\":\"AAAA");
    Bytes forged = new Container().add(FIRST).add(header, other).octets();
    Verdicts.fails(ProblemKind.SIGNATURE_MISMATCH, Verdicts.verdict(forged));
  }

  @Test
  void theDigestsOfTheFirstFrameAreCompared() {
    String hex = Container.PORTAL.hex();
    for (String said : List.of("z4PhNX7v", "FEHy24Y6")) {
      String changed = hex.replace(Bytes.utf8(said).hex(), Bytes.utf8("AAAAAAAA").hex());
      Verdicts.fails(ProblemKind.DIGEST_MISMATCH, Verdicts.verdict(Bytes.hex(changed)));
    }
  }

  @Test
  void theDigestOfAPayloadIsCompared() throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-512").digest(Bytes.utf8(PAYLOAD).toArray());
    assertEquals(List.of(), withDigest(Bytes.of(digest)).problems());
    digest[63] ^= 1;
    Verdicts.fails(ProblemKind.DIGEST_MISMATCH, withDigest(Bytes.of(digest)));
  }

  private static LogVerdict withDigest(Bytes digest) {
    String said = ",\"PayloadDigest\":\"" + digest.base64Url() + "\"}";
    String header = HEADER.replace("}", said);
    return Verdicts.verdict(new Container().add(header, PAYLOAD).octets());
  }

  @Test
  void largeFramesHaveWiderLengths() {
    String wide = "{\"Account\":{\"AccountID\":\"a@b\",\"x\":\"" + "x".repeat(1 << 17) + "\"}}";
    Bytes octets = new Container().add(HEADER, wide).add(HEADER, PAYLOAD).octets();
    assertEquals(0xf6, octets.at(0));
    assertEquals(2, frames(octets).stream().filter(f -> f.fault() == null).count());
  }

  @Test
  void aFrameThatIsTooLargeIsSkipped() {
    Bytes octets = three().octets();
    assertEquals("record 79 record 79 record 79", outline(frames(octets, EACH - 4)));
    assertEquals("TOO_LARGE 237", outline(frames(octets, EACH - 5)));
    Bytes enormous = Bytes.hex("f7ffffffffffffffff" + octets.hex());
    assertEquals("TOO_LARGE 9 record 79 record 79 record 79", outline(frames(enormous)));
  }

  @Test
  void aContainerThatIsCutEndsInOneFaultyFrame() {
    Bytes octets = three().octets();
    for (int length = 2 * EACH + 1; length < octets.length(); length++) {
      List<Frame> frames = frames(cut(octets, length));
      assertEquals("record 79 record 79 TRUNCATED " + (length - 2 * EACH), outline(frames));
    }
  }

  @Test
  void readingResumesAtTheNextFrame() {
    Bytes octets = three().octets();
    Bytes other = with(octets, 2 * EACH - 1, 0xf5);
    assertEquals("record 79 FOREIGN 79 record 79", outline(frames(other)));
    Bytes wrongLength = with(octets, EACH + 1, 0x10);
    assertEquals("record 79 FOREIGN 79 record 79", outline(frames(wrongLength)));
  }

  @Test
  void aFrameWithoutTextIsReportedAndReadingGoesOn() {
    for (String header : List.of("[]", "{", "{\"UniqueID\":\"a\",\"UniqueID\":\"b\"}")) {
      List<Frame> frames =
          frames(
              new Container().add(HEADER, PAYLOAD).add(header, "{}").add(HEADER, PAYLOAD).octets());
      assertEquals(Fault.NO_JSON, frames.get(1).fault());
      assertEquals(3, frames.size());
    }
    Bytes octets = three().octets();
    Bytes latin = with(octets, 2 * EACH - 4, 0xe9);
    assertEquals("record 79 NO_JSON 79 record 79", outline(frames(latin)));
    Verdicts.fails(ProblemKind.UNREADABLE, Verdicts.verdict(latin));
  }

  @Test
  void aDamagedOctetCostsOnlyItsOwnFrame() {
    Bytes octets = three().octets();
    for (int i = 0; i < octets.length(); i++) {
      for (int value = i % Exhaustive.step(5); value < 256; value += Exhaustive.step(5)) {
        List<Frame> frames = frames(with(octets, i, value), 1000);
        assertTrue(
            frames.stream().filter(f -> f.fault() == null).count() >= 2,
            "octet " + i + " as " + value + ": " + outline(frames));
      }
    }
  }

  @Test
  void aContainerWithADamagedOctetIsStillReadAsAContainer() {
    for (int i = 0; i < Container.PORTAL.length(); i++) {
      for (int value : new int[] {0, ' ', '{', 'a', 0xf4, 0xff}) {
        List<Frame> frames = frames(with(Container.PORTAL, i, value));
        assertTrue(frames.stream().filter(f -> f.fault() == null).count() >= 2);
      }
    }
  }

  @Test
  void aTextWithADamagedFirstOctetIsStillReadAsText() throws IOException {
    Bytes text = Bytes.utf8("{\n  \"Header\": {}}{\"DataItem\":{}}");
    for (int value = 0; value < 256; value++) {
      Bytes damaged = with(text, 0, value);
      assertInstanceOf(LogFrames.class, Frames.of(new ByteArrayInputStream(damaged.toArray())));
    }
  }
}
