package dev.meshsim.vectors.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Runs the tests of files of vectors and compares the outcomes with what the files say. */
public final class VectorRun {

  private static final List<String> FILE_MEMBERS =
      List.of("kind", "schema", "numberOfTests", "header", "notes", "testGroups");
  private static final List<String> GROUP_MEMBERS = List.of("type", "dialect", "tests");
  private static final List<String> TEST_MEMBERS =
      List.of("tcId", "comment", "flags", "result", "error?");
  private static final List<String> RESULTS = List.of("valid", "invalid", "acceptable");

  private VectorRun() {}

  /**
   * The result of a file.
   *
   * @param file its path, as it was given or found in the directory
   * @param kind the kind of its tests, {@code SignatureTest}
   * @param tests how many tests it has
   * @param acceptableRefused how many tests, which may be accepted or refused, were refused
   * @param mismatches the tests whose outcome is not what the file says
   */
  public record FileResult(
      Path file, String kind, int tests, int acceptableRefused, List<Mismatch> mismatches) {

    /** Copies the list. */
    public FileResult {
      mismatches = List.copyOf(mismatches);
    }
  }

  /**
   * A test whose outcome is not what the file says.
   *
   * @param group the number of its group, counted from 1
   * @param dialect the group's dialect
   * @param tcId the number of the test
   * @param comment the test's comment
   * @param expected {@code valid}, or {@code invalid} with the class of the failure
   * @param found the same, or the value that is another one
   */
  public record Mismatch(
      int group, String dialect, int tcId, String comment, String expected, String found) {}

  /**
   * Runs the files of a directory whose names end with {@code .json}, or one file.
   *
   * @return a result for each file, in the order of their names
   * @throws VectorException if a file cannot be read, names an unknown schema, or is not as its
   *     schema says; there are no results then
   */
  public static List<FileResult> check(Path place) {
    List<VectorObject> files = new ArrayList<>();
    List<Path> paths = files(place);
    for (Path path : paths) {
      files.add(read(path));
    }
    List<FileResult> results = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      results.add(new Reader(paths.get(i), files.get(i)).run());
    }
    return List.copyOf(results);
  }

  private static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> all = Files.list(place)) {
      List<Path> found = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      if (found.isEmpty()) {
        throw VectorException.file(place.toString(), "it has no file whose name ends with .json");
      }
      return found;
    } catch (IOException e) {
      throw VectorException.file(place.toString(), IoReason.of(e));
    }
  }

  private static VectorObject read(Path file) {
    try {
      return new VectorObject(
          file.toString(), MeshJson.readTree(Bytes.of(Files.readAllBytes(file))));
    } catch (IOException e) {
      throw VectorException.file(file.toString(), IoReason.of(e));
    } catch (JsonException e) {
      throw VectorException.file(file.toString(), e.problem());
    }
  }

  /** Goes through one file. */
  private static final class Reader {

    private final Path path;
    private final VectorObject file;
    private final VectorKind kind;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private int tests;
    private int refused;

    private Reader(Path path, VectorObject file) {
      this.path = path;
      this.file = file;
      if (!file.json().path("schema").isString()) {
        throw VectorException.shape(file.place(), "it is no file of vectors: it names no schema");
      }
      this.kind = VectorKind.ofSchema(file.place(), file.text("schema"));
      file.require(FILE_MEMBERS);
      requireKind(file, "kind");
    }

    private void requireKind(VectorObject object, String member) {
      if (!object.text(member).equals(kind.label())) {
        throw VectorException.shape(
            object.place(),
            "its "
                + member
                + " is "
                + Quote.text(object.text(member))
                + ", but its schema is for "
                + kind.label());
      }
    }

    private FileResult run() {
      List<JsonNode> groups = file.list("testGroups");
      for (int i = 0; i < groups.size(); i++) {
        group(i + 1, new VectorObject(file.place() + ": group " + (i + 1), groups.get(i)));
      }
      if (tests != file.number("numberOfTests") || tests == 0) {
        throw VectorException.shape(
            file.place(),
            "it has " + tests + " tests, and numberOfTests is " + file.number("numberOfTests"));
      }
      return new FileResult(path, kind.label(), tests, refused, mismatches);
    }

    private void group(int number, VectorObject group) {
      group.require(joined(GROUP_MEMBERS, kind.groupMembers()));
      requireKind(group, "type");
      group.dialect();
      List<JsonNode> all = group.list("tests");
      for (JsonNode json : all) {
        tests++;
        VectorObject test =
            new VectorObject(
                group.place() + ", test " + json.path("tcId").asString("without tcId"), json);
        test.require(joined(TEST_MEMBERS, kind.testMembers()));
        test(number, group, test);
      }
    }

    private void test(int number, VectorObject group, VectorObject test) {
      String result = test.text("result");
      if (!RESULTS.contains(result)) {
        throw VectorException.shape(
            test.place(), "its result is not one of " + String.join(", ", RESULTS));
      }
      for (String flag : test.texts("flags")) {
        if (!file.json().path("notes").has(flag)) {
          throw VectorException.shape(
              test.place(), "the notes do not explain its flag " + Quote.text(flag));
        }
      }
      String expected = result.equals("invalid") ? "invalid " + test.text("error") : "valid";
      Outcome outcome = kind.run(group, test);
      boolean may = result.equals("acceptable") && outcome.isRefusal();
      refused += may ? 1 : 0;
      if (!may && !outcome.words().equals(expected)) {
        mismatches.add(
            new Mismatch(
                number,
                group.dialect().label(),
                test.number("tcId"),
                test.text("comment"),
                expected,
                outcome.words()));
      }
    }

    private static List<String> joined(List<String> first, List<String> second) {
      return Stream.concat(first.stream(), second.stream()).toList();
    }
  }
}
