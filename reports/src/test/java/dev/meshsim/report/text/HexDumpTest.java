package dev.meshsim.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import org.junit.jupiter.api.Test;

class HexDumpTest {

  @Test
  void aLineHasSixteenOctets() {
    Bytes octets = Bytes.hex("7b800348696a7d00ff2030417e7f8081" + "7d");
    assertEquals(
        "00000000  7b 80 03 48 69 6a 7d 00  ff 20 30 41 7e 7f 80 81  |{..Hij}.. 0A~...|\n"
            + "00000010  7d                                                |}|\n",
        HexDump.of(octets));
  }

  @Test
  void whatIsLeftOutIsCounted() {
    assertEquals(
        "00000000  01 02                                             |..|\n... 1 octets more\n",
        HexDump.of(Bytes.hex("010203"), 2));
    assertEquals("", HexDump.of(Bytes.EMPTY));
  }
}
