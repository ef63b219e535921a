package dev.meshsim.store.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.machine.HostileNames;
import dev.meshsim.store.Failures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A hive is written as regedit exports it, and read back as it was. */
class RegWriterTest {

  private static final String ROOT = "HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh";

  private final RegistryKey root = new RegistryKey("CryptoMesh", FileLine.NONE);

  private String written() {
    Bytes octets = RegWriter.write(root, ROOT, "; end");
    assertTrue(octets.startsWith(Bytes.hex("fffe")));
    return new String(octets.toArray(), 2, octets.length() - 2, StandardCharsets.UTF_16LE);
  }

  private RegistryKey readBack() {
    Failures problems = new Failures();
    RegistryKey copy = new RegistryKey("CryptoMesh", FileLine.NONE);
    RegReader.merge(Path.of("x.reg"), RegWriter.write(root, ROOT, "; end"), ROOT, copy, problems);
    problems.throwFirst();
    return copy;
  }

  private static String content(RegistryKey key) {
    return key.name()
        + key.values().stream().map(v -> v.name() + v.type() + v.data().hex()).toList()
        + key.keys().stream().map(RegWriterTest::content).collect(Collectors.toList());
  }

  @Test
  void itLooksAsRegeditWritesIt() {
    root.set(RegistryValue.dword("Format", 1));
    RegistryKey accounts = root.make("Accounts", FileLine.NONE);
    accounts.set(RegistryValue.text("bob@example.com", "MB"));
    accounts.set(RegistryValue.text("alice@example.com", "MA"));
    accounts.set(RegistryValue.text("", "alice@example.com"));
    root.make("A", FileLine.NONE).make("B", FileLine.NONE);
    assertEquals(
        String.join(
            "\r\n",
            "Windows Registry Editor Version 5.00",
            "",
            "[" + ROOT + "]",
            "\"Format\"=dword:00000001",
            "",
            "[" + ROOT + "\\A]",
            "",
            "[" + ROOT + "\\A\\B]",
            "",
            "[" + ROOT + "\\Accounts]",
            "@=\"alice@example.com\"",
            "\"alice@example.com\"=\"MA\"",
            "\"bob@example.com\"=\"MB\"",
            "",
            "; end",
            ""),
        written());
  }

  @Test
  void whatQuotesCannotCarryIsWrittenAsOctets() {
    root.set(RegistryValue.text("plain", "a\\b\"c~ "));
    root.set(RegistryValue.text("umlaut", "\u00fc"));
    root.set(RegistryValue.text("lines", "a\r\nb"));
    root.set(new RegistryValue("no end", ValueType.REG_SZ, Bytes.hex("4100"), FileLine.NONE));
    root.set(new RegistryValue("two ends", ValueType.REG_SZ, Bytes.hex("41000000"), FileLine.NONE));
    root.set(new RegistryValue("more", ValueType.REG_SZ, Bytes.hex("410000000000"), FileLine.NONE));
    root.set(new RegistryValue("odd", ValueType.REG_SZ, Bytes.hex("410000"), FileLine.NONE));
    root.set(new RegistryValue("short", ValueType.REG_DWORD, Bytes.hex("0100"), FileLine.NONE));
    root.set(new RegistryValue("bin", ValueType.REG_BINARY, Bytes.hex("00ff"), FileLine.NONE));
    String text = written();
    for (String line :
        List.of(
            "\"plain\"=\"a\\\\b\\\"c~ \"",
            "\"umlaut\"=hex(1):fc,00,00,00",
            "\"lines\"=hex(1):61,00,0d,00,0a,00,62,00,00,00",
            "\"no end\"=hex(1):41,00",
            "\"two ends\"=\"A\"",
            "\"more\"=hex(1):41,00,00,00,00,00",
            "\"odd\"=hex(1):41,00,00",
            "\"short\"=hex(4):01,00",
            "\"bin\"=hex:00,ff")) {
      assertTrue(text.contains("\r\n" + line + "\r\n"), line + " is not in\n" + text);
    }
    assertEquals(content(root), content(readBack()));
  }

  @Test
  void everyTypeAndEveryOctetComesBack() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    for (int type : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 0xffff0009}) {
      for (int length : new int[] {0, 1, 2, 4, 25, 256}) {
        Bytes data = Bytes.of(all, 0, length);
        root.set(new RegistryValue(type + "/" + length, type, data, FileLine.NONE));
      }
    }
    assertEquals(content(root), content(readBack()));
    written().lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void hostileNamesComeBack() {
    for (String name : HostileNames.all()) {
      RegistryKey key = root.make("k" + HexFormat.of().toHexDigits(name.hashCode()), FileLine.NONE);
      key.set(RegistryValue.text("n" + name, name));
      key.set(RegistryValue.text("", name));
    }
    assertEquals(content(root), content(readBack()));
  }
}
