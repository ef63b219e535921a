package dev.meshsim.store.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.fuzz.Mutations;
import dev.meshsim.store.Failures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A mutated .reg file is refused with its line, or written and read again as it was. */
class RegFuzzTest {

  private static final String ROOT = "HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh";
  private static final String FILE =
      RegText.HEADER
          + "\r\n\r\n["
          + ROOT
          + "]\r\n\"Format\"=dword:00000001\r\n@=\"a \\\"b\\\" c:\\\\\"\r\n\r\n["
          + ROOT
          + "\\Accounts] ; of D:\\\r\n\"alice@example.com\"=\"line 1\r\nline 2\"\r\n"
          + "\"b\"=hex(2):41,00,\\\r\n  00,00\r\n; comment\r\n\"c\"=hex:\r\n\"d\"=-\r\n\r\n[-"
          + ROOT
          + "\\Old\\]\r\n; end\r\n";

  @Test
  void mutatedFilesAreRefusedOrKept() {
    List<byte[]> samples =
        List.of(
            FILE.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + FILE).getBytes(StandardCharsets.UTF_16LE));
    Mutations.of("reg", samples).run(Duration.ofSeconds(1), RegFuzzTest::check);
  }

  private static void check(byte[] input) {
    RegistryKey root = new RegistryKey("CryptoMesh", FileLine.NONE);
    if (merged(Bytes.of(input), root)) {
      RegistryKey again = new RegistryKey("CryptoMesh", FileLine.NONE);
      assertEquals(true, merged(RegWriter.write(root, ROOT, "; end"), again), "not read again");
      assertEquals(content(root), content(again));
    }
  }

  private static boolean merged(Bytes octets, RegistryKey root) {
    Failures problems = new Failures();
    RegReader.merge(Path.of("x.reg"), octets, ROOT, root, problems);
    return problems.isEmpty();
  }

  private static String content(RegistryKey key) {
    TreeMap<String, String> values = new TreeMap<>();
    key.values().forEach(value -> values.put(value.name(), value.type() + value.data().hex()));
    return key.name() + values + key.keys().stream().map(RegFuzzTest::content).toList();
  }
}
