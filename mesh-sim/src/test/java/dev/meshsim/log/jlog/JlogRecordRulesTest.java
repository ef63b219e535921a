package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.fuzz.PlainMessages;
import dev.meshsim.store.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record of a log is refused for its octets, its time or a member, with the place. */
class JlogRecordRulesTest {

  private static final String RECORD =
      "{\"DataItem\":{\"TransactionID\":\"TID:1\",\"PrimaryKey\":\"Account$alice@example.com\","
          + "\"Action\":\"New\",\"Added\":\"2019-04-04T00:00:04Z\",\"Keys\":[],"
          + "\"Text\":\"{\\\"A\\\":\\\"alice\\\"}\"}}\n";

  @TempDir private Path directory;

  /** Writes a portal log with one record, and opens and checks it. */
  private JlogException.Damaged damage(Bytes record) throws IOException {
    Path mesh = directory.resolve("mesh.jlog");
    Path portal = directory.resolve("portal.jlog");
    DurableFiles files = DurableFiles.real();
    JlogPortalStore.open(mesh, portal, files, warning -> {}).close();
    long header = Files.size(portal);
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.writeBytes(Files.readAllBytes(portal));
    log.writeBytes(record.toArray());
    Files.write(portal, log.toByteArray());
    JlogException.Damaged e =
        assertThrows(
            JlogException.Damaged.class,
            () -> JlogPortalStore.open(mesh, portal, files, warning -> {}).close());
    assertEquals(2, e.line());
    assertEquals(header, e.offset());
    List<Finding> findings = JlogPortalStore.check(mesh, portal, files);
    assertEquals(1, findings.size());
    assertEquals(e.fault(), findings.get(0).problem());
    assertEquals(portal + " line 2 octet " + header, findings.get(0).place());
    PlainMessages.require(e);
    return e;
  }

  @ParameterizedTest
  @CsvSource({
    "c1a1, an overlong form",
    "eda080, a surrogate",
    "f4908080, a character above U+10FFFF",
    "f888808080, an octet that UTF-8 never has",
    "e2, a character that is cut off"
  })
  void malformedOctetsInKeysAndTextsAreDamage(String hex, String what) throws IOException {
    for (String word : List.of("alice@", "alice\\\"")) {
      String octets = Bytes.utf8(RECORD).hex().replace(Bytes.utf8(word).hex(), hex + "40");
      JlogException.Damaged e = damage(Bytes.hex(octets));
      assertTrue(e.problem().contains(": the text is not UTF-8: " + what), e::problem);
      assertTrue(e.problem().matches(".* at column [0-9]+"), e::problem);
      Files.delete(directory.resolve("portal.jlog"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Added\":\"2019-04-04T00:00:04Z\", | | the member Added is missing",
        "\"Action\":\"New\", | | the member Action is missing",
        "\"TransactionID\":\"TID:1\", | | the member TransactionID is missing",
        "\"Action\":\"New\" | \"Action\":\"Make\" | the member Action: expected one of New,"
            + " Update, Delete",
        "\"PrimaryKey\":\" | \"PrimaryKey\":7,\"x\":\" | the member PrimaryKey: a text is"
            + " expected, here is a number",
        "04T00:00:04Z | 04T02:00:04+02:00 | the member Added: expected a time such as"
            + " 2019-04-04T00:00:00Z (RFC 3339 in UTC)",
        "04T00:00:04Z | 04T24:00:00Z | the member Added: the hours of a time are 00 to 23",
        "04T00:00:04Z | 04T00:00:04.Z | the member Added: expected a time such as"
            + " 2019-04-04T00:00:00Z (RFC 3339 in UTC)",
        "04T00:00:04Z | 04T00:00:60Z | the member Added: a leap second cannot be kept; write"
            + " second 59",
        "2019-04-04T | -0001-04-04T | the member Added: expected a time such as"
            + " 2019-04-04T00:00:00Z (RFC 3339 in UTC)",
        "2019-04-04T | +10000-04-04T | the member Added: expected a time such as"
            + " 2019-04-04T00:00:00Z (RFC 3339 in UTC)",
        "alice\\\" | \\ud800\\\" | the escape of half a surrogate pair has no UTF-8 form"
      })
  void recordIsRefused(String old, String now, String problem) throws IOException {
    String with = now == null ? "" : now;
    assertTrue(RECORD.contains(old));
    JlogException.Damaged e = damage(Bytes.utf8(RECORD.replace(old, with)));
    assertTrue(e.problem().contains(": " + problem + " at column "), e::problem);
  }

  @Test
  void escapedPairIsOneCharacter() {
    byte[] pair = Bytes.utf8("\\ud83d\\ude00\"").toArray();
    assertEquals(12, StringScan.end(pair, 0, pair.length));
    assertEquals(Bytes.utf8("\ud83d\ude00"), Unescape.octets(pair, 0, 12));
    for (String half : List.of("\\ud83d\"", "\\ud83dx\\ude00\"", "\\ude00\"", "\\ud83d\\ud83d\"")) {
      byte[] octets = Bytes.utf8(half).toArray();
      assertEquals(StringScan.NONE, StringScan.end(octets, 0, octets.length), half);
    }
  }
}
