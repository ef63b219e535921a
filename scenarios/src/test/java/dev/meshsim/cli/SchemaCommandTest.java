package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code mesh-sim schema}: what its commands print, and their exit codes. */
class SchemaCommandTest {

  private static final Path REFERENCE = Golden.root().resolve("docs/reference");
  private static final Path EXAMPLES = Golden.root().resolve("docs/examples/examples");

  @TempDir Path directory;

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("message.json"), text);
  }

  @Test
  void anExportIsTheFileOfTheDocuments() throws IOException {
    Path out = directory.resolve("out.h");
    Cli written =
        Cli.run("schema", "export", "--format", "c", "--dialect", "portal-2017", "--out", out + "");
    assertEquals(new Cli(0, "", ""), written);
    assertEquals(Files.readString(REFERENCE.resolve("portal-2017.h")), Files.readString(out));
    Cli printed = Cli.run("schema", "export", "--format", "protogen");
    assertEquals(Files.readString(REFERENCE.resolve("mesh.protocol")), printed.out());
  }

  @Test
  void theTextFormGivesEveryOtherFormat() throws IOException {
    Path text = REFERENCE.resolve("mesh.protocol");
    for (String format : List.of("typescript", "c", "json-schema")) {
      Cli fromText = Cli.run("schema", "export", "--format", format, "--from", text.toString());
      Cli own = Cli.run("schema", "export", "--format", format);
      assertEquals(0, fromText.code(), fromText.errors());
      assertEquals(
          own.out().replaceFirst("The objects[^\".]*mesh", "T"),
          fromText.out().replaceFirst("The schema of [^\"]*mesh.protocol", "T"));
    }
    assertEquals(0, Cli.run("schema", "diff", "mesh", text.toString()).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "export --format jsonschema | did you mean \"json-schema\"?",
        "export --format c --dialect mash | use one of mesh, portal-2017",
        "export --format c --from /nonexistent | name a file that exists",
        "export --format c --out /nonexistent/file | in a directory that exists",
        "export | '--format=FORMAT'",
        "diff mesh | name two of mesh",
        "diff mesh meshh | name a file that exists",
        "check /nonexistent | name a file that exists"
      })
  void aWrongArgumentIsExitCodeTwo(String line, String hint) {
    Cli refused = Cli.run(("schema " + line).split(" "));
    assertEquals(2, refused.code(), refused.errors());
    assertTrue(refused.errors().contains(hint), refused.errors());
    assertEquals("", refused.out());
  }

  @Test
  void aSchemaFileWithAMistakeHasItsPlace() throws IOException {
    Path file = Files.writeString(directory.resolve("a.protocol"), "Protocol a A A\n  Sektion 1\n");
    Cli refused = Cli.run("schema", "export", "--format", "c", "--from", file.toString());
    assertEquals(2, refused.code());
    assertTrue(refused.errors().contains(file + ":2:3: expected Using"), refused.errors());
    assertTrue(refused.errors().contains("did you mean \"Section\"?"), refused.errors());
  }

  @Test
  void everyDifferenceOfTheKnownSchemasHasAReason() {
    Cli diff = Cli.run("schema", "diff");
    assertEquals(0, diff.code(), diff.errors());
    assertEquals(3, diff.out().lines().filter(l -> l.endsWith(" 0 without a reason")).count());
    JsonNode json =
        MeshJson.readTree(Bytes.utf8(Cli.run("schema", "diff", "--format", "json").out()));
    for (JsonNode comparison : json.path("comparisons")) {
      assertEquals(0, comparison.path("withoutReason").intValue());
      for (JsonNode difference : comparison.path("differences")) {
        assertTrue(difference.path("reason").isString(), difference.toString());
      }
    }
  }

  @Test
  void aDifferenceOfAFileIsExitCodeOne() throws IOException {
    String text = Files.readString(REFERENCE.resolve("mesh.protocol"));
    Path changed =
        Files.writeString(
            directory.resolve("mine.protocol"),
            text.replace("        String AccountID\n", "        Integer AccountID\n"));
    Cli diff = Cli.run("schema", "diff", "mesh", changed.toString());
    assertEquals(1, diff.code());
    assertTrue(
        diff.out().contains("  type ConnectPendingRequest.AccountID: String -> Integer"),
        diff.out());
  }

  @Test
  void aGoodMessageHasNoFindings() {
    Path message = EXAMPLES.resolve("example-generator/escrow-alice-desktop.request.json");
    Cli cli = Cli.run("schema", "check", message.toString());
    assertEquals(
        new Cli(
            0,
            message
                + ": 1 text and 4 objects compared with the schema of mesh, 0 findings"
                + System.lineSeparator(),
            ""),
        cli);
  }

  @Test
  void aFindingHasItsPlaceAndTheNearestName() throws IOException {
    Path file = file("{\"ValidateAccount\":\n  {\"Acount\": \"alice\",\n   \"Reserve\": 1}}\n");
    Cli cli = Cli.run("schema", "check", file.toString());
    assertEquals(1, cli.code(), cli.errors());
    assertEquals(
        List.of(
            file + ":2:4: ValidateRequest has no member \"Acount\"; did you mean \"Account\"?",
            file + ":3:15: ValidateRequest.Reserve is true or false, and here it is a whole number",
            file + ":2:3: ValidateRequest lacks the member \"Account\"",
            file + ": 1 text and 1 object compared with the schema of mesh, 3 findings"),
        cli.out().lines().toList());
  }

  @Test
  void aFindingInAPayloadHasBothPlaces() throws IOException {
    String payload = Bytes.utf8("{\"DeviceProfile\":{\"Identifer\":\"x\"}}").base64Url();
    Path file =
        file(
            "{\"SignedDeviceProfile\":{\"Identifier\":\"x\",\"SignedData\":{\"payload\":\""
                + payload
                + "\",\"signatures\":[{\"protected\":\"\",\"signature\":\"\"}]}}}");
    JsonNode json =
        MeshJson.readTree(
                Bytes.utf8(Cli.run("schema", "check", file + "", "--format", "json").out()))
            .path("files")
            .path(0);
    JsonNode first = json.path("findings").path(0);
    assertEquals(file + ":1:66:1:19", first.path("place").stringValue());
    assertEquals("did you mean \"Identifier\"?", first.path("hint").stringValue());
    assertEquals("mesh", json.path("dialect").stringValue());
    assertEquals(4, json.path("objects").intValue());
  }

  @Test
  void aLogIsCheckedRecordByRecord() throws IOException {
    Path log =
        Files.writeString(
            directory.resolve("portal.jlog"),
            "{\"Header\":{\"Type\":\"Data\",\"Content\":\"x\"}}\n"
                + "{\"DataItem\":{\"TransactionID\":\"TID:1\",\"PrimaryKey\":\"k\",\"Action\":\"Nwe\","
                + "\"Added\":\"2019-04-04\",\"Text\":\"{\\\"Acount\\\":{}}\"}}\n"
                + "{\"DataItem\":{\n");
    Cli cli = Cli.run("schema", "check", log.toString());
    assertEquals(1, cli.code(), cli.errors());
    assertEquals(
        List.of(
            log + ":2:64: DataItem.Action is one of New, Update, Delete; did you mean \"New\"?",
            log + ":2:78: DataItem.Added is a time such as 2019-04-04T00:00:00Z (RFC 3339 in UTC)",
            log + ":2:98:1:2: \"Acount\" is not a tag that may be here; did you mean \"Account\"?",
            log + ":4:1: The text is not JSON; check the text with a JSON parser",
            log + ": 2 texts and 2 objects compared with the schema of mesh, 4 findings"),
        cli.out().lines().toList());
  }

  @Test
  void eachOfSeveralFilesIsChecked() throws IOException {
    Path bad = file("{\"Hello\":{\"Surprise\":1}}");
    Path good = EXAMPLES.resolve("example-generator-2017/escrow-alice-desktop.request.json");
    Cli cli = Cli.run("schema", "check", good.toString(), bad.toString());
    assertEquals(1, cli.code());
    List<String> lines = cli.out().lines().toList();
    assertEquals(3, lines.size(), cli.out());
    assertTrue(lines.get(0).endsWith("the schema of portal-2017, 0 findings"), lines.get(0));
    assertTrue(lines.get(2).endsWith("the schema of mesh, 1 finding"), lines.get(2));
    assertEquals(2, Cli.run("schema", "check").code());
  }

  @Test
  void aFileThatIsNoJsonIsExitCodeTwo() throws IOException {
    Cli none = Cli.run("schema", "check", file("not JSON").toString());
    assertEquals(2, none.code());
    assertTrue(none.errors().contains("message.json:1:"), none.errors());
    Cli twice = Cli.run("schema", "check", file("{\"Hello\":{\"a\":1,\"a\":1}}").toString());
    assertEquals(2, twice.code());
    assertTrue(twice.errors().contains("has two members of one name"), twice.errors());
    assertTrue(twice.errors().contains("hint: keep one of the members"), twice.errors());
    Cli empty = Cli.run("schema", "check", file("").toString());
    assertEquals(2, empty.code());
    assertTrue(empty.errors().contains("is empty"), empty.errors());
  }

  @Test
  void noFindingRepeatsAValue() throws IOException {
    Path file =
        file(
            "{\"PrivateKeyOKP\":{\"kty\":5,\"crv\":\"Ed25519\",\"x\":\"s3cret!\",\"d\":\"s3cret=\"},"
                + "\"s\":1}");
    Cli cli = Cli.run("schema", "check", file.toString());
    Cli alone =
        Cli.run("schema", "check", file(Files.readString(file).replace(",\"s\":1", "")) + "");
    assertEquals(List.of(1, 1), List.of(cli.code(), alone.code()));
    assertTrue(alone.out().contains("PrivateKeyOKP.d is base64url"), alone.out());
    assertTrue(!(cli.out() + alone.out()).contains("s3cret"), alone.out());
  }

  @Test
  void theLogsOfTheReferenceAreAsItsSchemaSays() {
    String data = System.getenv("MESH_SIM_DATA");
    assumeTrue(data != null, "MESH_SIM_DATA is not set: no log of the reference is checked");
    for (String name : List.of("Tmesh.jlog", "Tportal.jlog", "myprofile.json")) {
      Cli cli = Cli.run("schema", "check", Path.of(data, "reference-2017-06", name).toString());
      assertEquals(0, cli.code(), cli.out());
      assertTrue(cli.out().contains("the schema of portal-2017, 0 findings"), cli.out());
    }
  }
}
