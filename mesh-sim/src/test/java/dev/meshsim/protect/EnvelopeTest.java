package dev.meshsim.protect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of json-web-service-03 section 6.2. */
class EnvelopeTest {

  private static final String RS = "\u001e";

  private static Bytes text(String text) {
    return Bytes.utf8(text);
  }

  @Test
  void thePartsStandBetweenSeparators() {
    Envelope envelope = new Envelope(text("{\"alg\":\"x\"}"), text("payload"), text("{}"));
    assertEquals(text("{\"alg\":\"x\"}" + RS + "payload" + RS + "{}"), envelope.write());
    assertEquals(envelope, Envelope.read(envelope.write()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", RS, RS + RS + RS, "a" + RS + "b", "{}" + RS + "{}", "\u20ac"})
  void aPayloadMayHoldSeparators(String payload) {
    Envelope envelope = new Envelope(text("{}"), text(payload), text("{\"b\":1}"));
    assertEquals(envelope, Envelope.read(envelope.write()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{}" + RS, "{}" + RS + "payload{}", RS})
  void withoutTwoSeparatorsItIsNone(String message) {
    assertEquals(
        ProtectException.Code.MALFORMED,
        assertThrows(ProtectException.class, () -> Envelope.read(text(message))).errorCode());
  }

  @Test
  void longPartsAreRefusedBeforeTheyAreParsed() {
    String most = " ".repeat(Envelope.PART_OCTETS);
    Envelope envelope = new Envelope(text(most), text("p"), text(most));
    assertEquals(envelope, Envelope.read(envelope.write()));
    for (String message : new String[] {most + " " + RS + "p" + RS, RS + "p" + RS + most + " "}) {
      assertThrows(ProtectException.class, () -> Envelope.read(text(message)), message);
    }
    Bytes huge = Bytes.of(new byte[Envelope.MOST_OCTETS + 1]);
    assertThrows(ProtectException.class, () -> Envelope.read(huge));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{\"a\":1,\"a\":1}", "", "{}{}"})
  void theOtherPartsAreJsonObjects(String part) {
    Envelope envelope = new Envelope(text(part), text("p"), text(part));
    assertThrows(ProtectException.class, envelope::header);
    assertThrows(ProtectException.class, () -> envelope.trailer());
  }

  @Test
  void aPostscriptHasItsMembersAndNoOthers() {
    Envelope envelope = new Envelope(text("{}"), text("p"), text("{\"signature\":\"AA\"}"));
    assertEquals("AA", envelope.trailer("signature").path("signature").stringValue());
    assertThrows(ProtectException.class, () -> envelope.trailer());
    assertThrows(ProtectException.class, () -> envelope.trailer("signature", "tag"));
    Envelope number = new Envelope(text("{}"), text("p"), text("{\"signature\":1}"));
    assertThrows(ProtectException.class, () -> number.trailer("signature"));
  }
}
