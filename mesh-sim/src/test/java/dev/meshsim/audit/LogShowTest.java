package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class LogShowTest {

  private static List<String> show(Bytes log, boolean full) {
    List<String> lines = new ArrayList<>();
    LogShow.show(
        new LogSource("log", () -> new ByteArrayInputStream(log.toArray())), full, lines::add);
    return lines;
  }

  @Test
  void aLineShowsActionKeyKindAndSigners() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017).story();
    String desktop = log.udf("desktop");
    List<String> lines = show(log.octets(), false);
    assertEquals(7, lines.size());
    assertEquals("     1  Header  application/mesh", lines.get(0));
    assertEquals("     2  2017-06-26T16:50:20Z  New     Account$alice  Account", lines.get(1));
    assertEquals(
        "     6  2017-06-26T16:50:20Z  New     R1  SignedApplicationProfile  signed by " + desktop,
        lines.get(5));
  }

  @Test
  void anUnreadableRecordIsShownWithItsOffsets() {
    String log =
        "{\"Header\":{}}x{\"DataItem\":{\"PrimaryKey\":\"a\\u001b[31m\",\"Text\":\"{\"}}"
            + "{\"Index\":{}}{\"DataItem\":{";
    List<String> lines = show(Bytes.utf8(log), false);
    assertEquals(5, lines.size());
    assertEquals(
        "     2  unreadable: these octets belong to no record (octets 13 to 14)", lines.get(1));
    assertTrue(
        lines.get(2).startsWith("     3  -                     -       a\\u001b[31m  unreadable"));
    assertEquals("     4  Index", lines.get(3));
    assertTrue(lines.get(4).startsWith("     5  truncated: "), lines.get(4));
  }

  @Test
  void theTreeUnpacksSignedObjects() {
    for (Generation generation : List.of(Generation.Y2016, Generation.Y2017)) {
      SyntheticLog log = new SyntheticLog(generation);
      log.add("SignedDeviceProfile", log.device("desktop"));
      List<String> lines = show(log.octets(), true).stream().map(String::trim).toList();
      assertTrue(lines.contains("DeviceProfile"), lines::toString);
      assertTrue(lines.contains("Description: a device"), lines::toString);
      assertTrue(lines.contains("alg: RS512"), lines::toString);
      assertTrue(lines.contains("e: 010001 (3 octets)"), lines::toString);
      assertTrue(
          lines.stream().anyMatch(l -> l.matches("signature: [0-9a-f]{16}... \\(256 octets\\)")),
          lines::toString);
    }
  }

  @Test
  void theTreeUnpacksEncryptedObjects() {
    ObjectNode encrypted =
        object().put("protected", Bytes.utf8("{\"enc\":\"A256CBC\"}").base64Url());
    encrypted.put("ciphertext", "AAAA");
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("OfflineEscrowEntry", object().put("Identifier", "M1").set("EncryptedData", encrypted));
    assertEquals(
        List.of(
            "    OfflineEscrowEntry",
            "      Identifier: M1",
            "      EncryptedData",
            "        protected",
            "          enc: A256CBC",
            "        ciphertext: 000000 (3 octets)"),
        show(log.octets(), true).subList(2, 8));
  }

  @Test
  void privateKeysAreNeverShown() {
    ObjectNode rsa = object().put("n", "AQAB").put("d", "c2VjcmV0").put("p", "c2VjcmV0");
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode set = object("MasterSignatureKey", object("PrivateKeyRSA", rsa));
    set.set("PrivateKeys", SyntheticLog.array(rsa));
    set.set("PublicParameters", object("PublicKeyRSA", rsa));
    log.add("x", "EscrowedKeySet", set);
    String shown = String.join("\n", show(log.octets(), true));
    assertTrue(shown.contains("PrivateKeyRSA: not shown"), shown);
    assertTrue(shown.contains("PrivateKeys: not shown"), shown);
    assertTrue(shown.contains("d: not shown"), shown);
    assertFalse(shown.contains("secret") || shown.contains("c2VjcmV0"), shown);
    assertFalse(shown.contains(Bytes.utf8("secret").hex()), shown);
  }

  @Test
  void showReturnsFalseIfARecordIsUnreadable() {
    Bytes log = new SyntheticLog(Generation.Y2016).story().octets();
    LogSource whole = new LogSource("log", () -> new ByteArrayInputStream(log.toArray()));
    LogSource torn = new LogSource("log", () -> new ByteArrayInputStream(log.toArray(), 0, 1000));
    assertTrue(LogShow.show(whole, false, line -> {}));
    assertFalse(LogShow.show(torn, false, line -> {}));
  }
}
