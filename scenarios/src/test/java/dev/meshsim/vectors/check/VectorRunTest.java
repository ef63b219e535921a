package dev.meshsim.vectors.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.testing.Golden;
import dev.meshsim.vectors.check.VectorRun.FileResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class VectorRunTest {

  private static final Path VECTORS = Golden.root().resolve("vectors");

  @TempDir Path directory;

  private static ObjectNode published(String name) throws IOException {
    return (ObjectNode)
        MeshJson.readTree(Bytes.of(Files.readAllBytes(VECTORS.resolve(name + "_test.json"))));
  }

  private Path written(ObjectNode file) throws IOException {
    return Files.write(directory.resolve("a_test.json"), MeshJson.write(file).toArray());
  }

  private static ObjectNode test(JsonNode file, String result) {
    for (JsonNode group : file.path("testGroups")) {
      for (JsonNode test : group.path("tests")) {
        if (test.path("result").stringValue().equals(result)) {
          return (ObjectNode) test;
        }
      }
    }
    throw new AssertionError("no test is " + result);
  }

  /** A runner that lets everything pass would be of no use. */
  @ParameterizedTest
  @EnumSource(VectorKind.class)
  void aTestThatSaysTheOppositeIsAMismatch(VectorKind kind) throws IOException {
    ObjectNode file = published(kind.schema().replace("_schema.json", ""));
    ObjectNode valid = test(file, "valid");
    valid.put("result", "invalid").put("error", "mismatch");
    ObjectNode invalid = test(file, "invalid");
    while (invalid == valid) {
      invalid.put("result", "other");
      invalid = test(file, "invalid");
      valid.put("result", "invalid");
    }
    String error = invalid.path("error").stringValue();
    invalid.put("result", "valid").remove("error");
    FileResult result = VectorRun.check(written(file)).get(0);
    List<String> found =
        result.mismatches().stream()
            .map(mismatch -> mismatch.tcId() + " " + mismatch.expected() + ", " + mismatch.found())
            .toList();
    assertEquals(
        List.of(
            valid.path("tcId").intValue() + " invalid mismatch, valid",
            invalid.path("tcId").intValue() + " valid, invalid " + error),
        found);
  }

  @ParameterizedTest
  @CsvSource({
    "fingerprint, udf, MB5S-R4AJ-3FBT-7NHO-T26Z-2E6Y-WFH4, invalid mismatch",
    "share_combine, secret, 00, 'valid, but with another secret'",
    "signature, payload, {}, 'valid, but with another payload'",
    "encryption, plaintext, 00, 'valid, but with another plaintext'",
    "message, transaction, Get, 'valid, but with another transaction'",
    "request, request, {}, 'valid, but with another request'",
    "jlog, prior, TID:2, 'valid, but with another prior'",
    "jlog, text, {}, 'valid, but with another text'"
  })
  void anotherValueIsAMismatch(String kind, String member, String value, String found)
      throws IOException {
    ObjectNode file = published(kind);
    test(file, "valid").put(member, value);
    if (kind.equals("share_combine")) {
      test(file, "valid").put(member, "00".repeat(16));
    }
    FileResult result = VectorRun.check(written(file)).get(0);
    assertEquals(
        List.of(found), result.mismatches().stream().map(VectorRun.Mismatch::found).toList());
    assertTrue(result.tests() > 1);
  }

  @Test
  void whatMayBeRefusedIsCounted() throws IOException {
    ObjectNode file = published("signature");
    test(file, "invalid").put("result", "acceptable").remove("error");
    FileResult result = VectorRun.check(written(file)).get(0);
    assertEquals(List.of(), result.mismatches());
    assertEquals(1, result.acceptableRefused());
  }

  private void refused(String problem, Consumer<ObjectNode> change) throws IOException {
    ObjectNode file = published("jlog");
    change.accept(file);
    Path path = written(file);
    VectorException refusal = assertThrows(VectorException.class, () -> VectorRun.check(directory));
    assertEquals(problem, refusal.getMessage().replace(path + ": ", "").replace('\n', '|'));
  }

  @Test
  void aFileThatIsNotAsItsSchemaSaysIsRefused() throws IOException {
    String shape = "|hint: " + VectorException.Code.SHAPE.hint();
    refused(
        "there is no schema \"jlogs_schema.json\"|hint: did you mean \"jlog_schema.json\"?",
        file -> file.put("schema", "https://example.com/jlogs_schema.json"));
    refused("it is no file of vectors: it names no schema" + shape, file -> file.remove("schema"));
    refused(
        "its kind is \"LogTest\", but its schema is for JlogTest" + shape,
        file -> file.put("kind", "LogTest"));
    refused(
        "there is no member \"note\"|hint: did you mean \"notes\"?", file -> file.put("note", 1));
    refused("it lacks the member header" + shape, file -> file.remove("header"));
    refused(
        "it has 47 tests, and numberOfTests is 46" + shape, file -> file.put("numberOfTests", 46));
    refused(
        "group 1: there is no dialect \"mash\"|hint: use one of mesh, portal-2017",
        file -> ((ObjectNode) file.path("testGroups").path(0)).put("dialect", "mash"));
    refused(
        "group 1, test 1: there is no member \"lines\"|hint: did you mean \"line\"?",
        file -> test(file, "valid").put("lines", ""));
    refused(
        "group 1, test 1: it lacks the member line" + shape,
        file -> test(file, "valid").remove("line"));
    refused(
        "group 1, test 1: its result is not one of valid, invalid, acceptable" + shape,
        file -> test(file, "valid").put("result", "good"));
    refused(
        "group 1, test 1: the notes do not explain its flag \"Odd\"" + shape,
        file -> test(file, "valid").putArray("flags").add("Odd"));
    refused(
        "group 1, test 1: its member line is not a text" + shape,
        file -> test(file, "valid").put("line", 1));
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    for (Path place : List.of(directory, directory.resolve("absent"))) {
      VectorException refusal = assertThrows(VectorException.class, () -> VectorRun.check(place));
      assertEquals(VectorException.Code.FILE, refusal.errorCode());
    }
    Files.writeString(directory.resolve("a.json"), "{");
    VectorException refusal = assertThrows(VectorException.class, () -> VectorRun.check(directory));
    assertEquals(VectorException.Code.FILE, refusal.errorCode());
    ObjectNode file = published("fingerprint");
    test(file, "valid").put("data", "0g");
    Files.delete(directory.resolve("a.json"));
    written(file);
    refusal = assertThrows(VectorException.class, () -> VectorRun.check(directory));
    assertEquals(VectorException.Code.SHAPE, refusal.errorCode());
  }

  /** The table of members cannot drift from the schemas. */
  @ParameterizedTest
  @EnumSource(VectorKind.class)
  void theMembersAreThoseOfTheSchema(VectorKind kind) throws IOException {
    JsonNode schema =
        MeshJson.readTree(
            Bytes.of(Files.readAllBytes(VECTORS.resolve("schemas").resolve(kind.schema()))));
    assertEquals(kind.label(), schema.path("properties").path("kind").path("const").stringValue());
    assertEquals(
        members(schema.path("$defs").path("group"), Set.of("type", "dialect", "tests")),
        new TreeSet<>(kind.groupMembers()));
    assertEquals(
        members(schema.path("$defs").path("test"), Set.of()), new TreeSet<>(kind.testMembers()));
  }

  private static Set<String> members(JsonNode schema, Set<String> common) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.stringValue()));
    Set<String> members = new TreeSet<>();
    for (String name : schema.path("properties").propertyNames()) {
      if (!common.contains(name)) {
        members.add(required.contains(name) ? name : name + "?");
      }
    }
    return members;
  }
}
