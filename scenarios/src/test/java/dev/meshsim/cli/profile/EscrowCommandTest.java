package dev.meshsim.cli.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.cli.ClosedFiles;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.TolerantJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Opens escrow entries of both dialects on the command line. */
class EscrowCommandTest {

  private static final Pattern BASE64 =
      Pattern.compile("((?:protected|iv|encrypted_key|ciphertext)\": \")([A-Za-z0-9_-]+)(?=\")");

  @TempDir private Path directory;

  private static Cli open(String entry, List<String> shares, String... more) {
    String[] arguments = new String[3 + 2 * shares.size() + more.length];
    arguments[0] = "escrow";
    arguments[1] = "open";
    arguments[2] = entry;
    for (int i = 0; i < shares.size(); i++) {
      arguments[3 + 2 * i] = "--share";
      arguments[4 + 2 * i] = shares.get(i);
    }
    System.arraycopy(more, 0, arguments, 3 + 2 * shares.size(), more.length);
    return Cli.run(arguments);
  }

  private static List<String> quorum(ClosedFiles files) {
    return List.of(files.shares().get(3), files.shares().get(0));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theKeysAreListedAndPrivatePartsOnlyWhenAskedFor(Dialect dialect) {
    ClosedFiles files = ClosedFiles.make(directory, dialect);
    Cli text = open(files.path("entry.json"), quorum(files));
    assertEquals(0, text.code(), text.errors());
    String[] lines = text.out().split("\\R");
    assertEquals(2, lines.length, text.out());
    assertTrue(lines[0].startsWith("MasterSignatureKey  " + files.profile()), text.out());
    assertTrue(lines[1].startsWith("MasterEscrowKeys    M"), text.out());

    JsonNode json = json(open(files.path("entry.json"), quorum(files), "--format", "json"));
    assertEquals(dialect.label(), json.path("dialect").stringValue());
    assertEquals(files.profile().text(), json.path("keys").path(0).path("udf").stringValue());
    assertFalse(json.toString().contains("\"d\":"), json.toString());

    Cli secret = open(files.path("entry.json"), quorum(files), "--private");
    assertEquals(4, secret.out().split("\\R").length);
    assertTrue(secret.out().lines().toList().get(1).contains("\"d\":"));
    JsonNode set =
        json(open(files.path("entry.json"), quorum(files), "--private", "--format", "json"));
    assertEquals(1, set.path("EscrowedKeySet").path("MasterEscrowKeys").size());
    assertTrue(set.path("EscrowedKeySet").path("MasterSignatureKey").toString().contains("\"d\":"));
  }

  @Test
  void sharesCanBePipedIn() {
    ClosedFiles files = ClosedFiles.make(directory, Dialect.MESH);
    Cli piped =
        Cli.piped(
            String.join("\n", quorum(files)),
            "escrow",
            "open",
            files.path("entry.json"),
            "--share",
            "-");
    assertEquals(open(files.path("entry.json"), quorum(files)), piped);
  }

  @Test
  void anEntryWithTheReferencesFoldedBase64IsRead() {
    ClosedFiles files = ClosedFiles.make(directory, Dialect.PORTAL_2017);
    String folded =
        BASE64
            .matcher(files.text("entry.json"))
            .replaceAll(m -> m.group(1) + "\n" + m.group(2).replaceAll("(.{64})(?=.)", "$1\n"));
    assertFalse(folded.equals(files.text("entry.json")));
    assertEquals(
        open(files.path("entry.json"), quorum(files)),
        open(files.write("folded.json", folded), quorum(files)));
    ClosedFiles mesh = ClosedFiles.make(directory, Dialect.MESH);
    String raw = mesh.text("entry.json").replace("\"iv\":\"", "\"iv\":\"\n");
    fails("raw.json: ", open(mesh.write("raw.json", raw), quorum(mesh)));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void wrongSharesAndAWrongEntryHaveDifferentErrors(Dialect dialect) {
    ClosedFiles files = ClosedFiles.make(directory, dialect);
    String entry = files.path("entry.json");
    fails("only 1 share was given", open(entry, quorum(files).subList(0, 1)));
    fails("is not the one that", open(entry, files.otherShares().subList(0, 2)));
    fails("twice", open(entry, List.of(files.shares().get(0), files.shares().get(0))));
    for (String member : new String[] {"ciphertext", "iv", "encrypted_key"}) {
      int at = files.text("entry.json").indexOf("\"" + member + "\"");
      if (at >= 0) {
        at = files.text("entry.json").indexOf('"', at + member.length() + 3) + 5;
        StringBuilder altered = new StringBuilder(files.text("entry.json"));
        altered.setCharAt(at, altered.charAt(at) == 'A' ? 'B' : 'A');
        Cli cli = open(files.write("altered.json", altered.toString()), quorum(files));
        fails("altered.json: the shares give the secret that the entry names, but", cli);
      }
    }
  }

  @Test
  void aWrongFileIsRefusedWithItsContentAndPosition() {
    ClosedFiles files = ClosedFiles.make(directory, Dialect.MESH);
    fails("cannot read", open(files.path("absent.json"), quorum(files)));
    fails("cannot read", open(directory.toString(), quorum(files)));
    fails("empty.json is empty", open(files.write("empty.json", ""), quorum(files)));
    Cli text = open(files.write("text.json", "{\n\"Top\": secretword}"), quorum(files));
    fails("text.json: it is not JSON at line 2, column 8", text);
    assertFalse(text.errors().contains("secretword"), text.errors());
    fails(
        "it holds the tag SignedPersonalProfile", open(files.path("personal.json"), quorum(files)));
    fails("no tagged object", open(files.write("list.json", "[]"), quorum(files)));
    fails(
        "has no Identifier",
        open(files.write("bare.json", "{\"OfflineEscrowEntry\": {}}"), quorum(files)));
    fails(
        "text.json: ",
        open(
            files.write(
                "text.json", files.text("entry.json").replace("\"EncryptedData\"", "\"Data\"")),
            quorum(files)));
    Cli misplaced =
        Cli.run("escrow", "open", files.path("entry.json"), "--share", "x", "SAYG-3PVE");
    fails("an argument too many", misplaced);
  }

  @Test
  void theVectorsEntryOpensWithItsSharesAndAnEntryOf2016WithNone() throws IOException {
    String data = System.getenv("MESH_SIM_DATA");
    assumeTrue(data != null, "MESH_SIM_DATA names no directory of samples: skipped");
    JsonNode vectors =
        MeshJson.readTree(Bytes.of(Files.readAllBytes(Path.of(data, "portal-2017-vectors.json"))));
    Path entry = directory.resolve("entry.json");
    Files.writeString(entry, vectors.path("escrow").path("entry").toString());
    List<String> all =
        vectors
            .path("shares_2of4")
            .path("shares")
            .valueStream()
            .map(share -> share.path("text").stringValue())
            .toList();
    Cli cli = open(entry.toString(), all.subList(1, 3), "--format", "json");
    assertEquals(0, cli.code(), cli.errors());
    assertEquals("portal-2017", json(cli).path("dialect").stringValue());
    assertEquals(0, json(cli).path("keys").size());

    String log = Files.readString(Path.of(data, "reference-2016-03/mesh.jlog"));
    int at = log.indexOf("\"Text\": \"{\\n  \\\"OfflineEscrowEntry\\\"") + "\"Text\": ".length();
    String text = log.substring(at, log.indexOf("}}}\"}}", at) + 4);
    Path old = directory.resolve("old.json");
    Files.writeString(old, TolerantJson.read(text).stringValue());
    fails("old.json: the entry holds no key for its secret", open(old.toString(), all));
    fails(
        "is not the one that",
        open(Path.of(data, "reference-2017-06/escrow.json").toString(), all));
  }

  private static JsonNode json(Cli cli) {
    assertEquals("", cli.errors());
    return MeshJson.readTree(Bytes.utf8(cli.out().strip()));
  }

  private static void fails(String what, Cli cli) {
    ShareCommandTest.assertError(cli);
    assertTrue(cli.errors().contains(what), cli.errors());
  }
}
