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
        "00000000  01 02 03 04 05 06 07 08  |........|\n"
            + "00000008  09                       |.|\n... 2 octets more\n",
        HexDump.narrow(Bytes.hex("0102030405060708090a0b"), 9));
    assertEquals("", HexDump.of(Bytes.EMPTY));
  }
}
