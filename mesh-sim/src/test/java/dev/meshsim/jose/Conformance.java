package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A runner of published test vectors that compares results with the expected ones. */
final class Conformance {

  private Conformance() {}

  /** A vector of a Wycheproof file. */
  record Case(JsonNode group, JsonNode test) {

    int id() {
      return test.get("tcId").asInt();
    }

    String result() {
      return test.get("result").asString();
    }

    boolean flagged(String flag) {
      for (JsonNode each : test.get("flags")) {
        if (each.asString().equals(flag)) {
          return true;
        }
      }
      return false;
    }

    byte[] hex(String member) {
      return Bytes.hex(test.get(member).asString()).toArray();
    }
  }

  /** A deviation from a file's verdicts: the reason, and exactly the vectors concerned. */
  record Deviation(String reason, Predicate<Case> where) {

    static Deviation at(String reason, Integer... ids) {
      List<Integer> all = Arrays.asList(ids);
      return new Deviation(reason, vector -> all.contains(vector.id()));
    }

    static Deviation flag(String reason, String flag) {
      return new Deviation(reason, vector -> vector.flagged(flag));
    }
  }

  /** Finds a file of the conformance data, or skips the test. */
  static Path data(String path) {
    String root = System.getenv("MESH_SIM_DATA");
    assumeTrue(root != null, "skipped: MESH_SIM_DATA does not name the folder of shared test data");
    return Path.of(root, "conformance").resolve(path);
  }

  static JsonNode json(Path file) {
    try {
      return MeshJson.readTree(Bytes.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a whole Wycheproof file. {@code acceptable} counts as {@code invalid}, so accepting such a
   * vector is a deviation and needs a reason.
   */
  static void wycheproof(String name, List<Deviation> deviations, Predicate<Case> accepts) {
    JsonNode file = json(data("wycheproof/" + name));
    List<String> unexplained = new ArrayList<>();
    boolean[] used = new boolean[deviations.size()];
    int count = 0;
    for (JsonNode group : file.get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        Case vector = new Case(group, test);
        boolean deviates = accepted(vector, accepts) != vector.result().equals("valid");
        boolean explained = false;
        for (int i = 0; i < used.length; i++) {
          if (deviations.get(i).where().test(vector)) {
            explained = true;
            used[i] = true;
          }
        }
        if (deviates != explained) {
          unexplained.add(
              (deviates ? "deviates: " : "explained but conforms: ") + vector.id() + " " + test);
        }
        count++;
      }
    }
    assertEquals(List.of(), unexplained, name);
    for (int i = 0; i < used.length; i++) {
      assertEquals(true, used[i], name + ": no vector for \"" + deviations.get(i).reason() + "\"");
    }
    assertEquals(file.get("numberOfTests").asInt(), count, name);
  }

  /** Only a JoseException or JsonException is a refusal; any other exception fails the test. */
  private static boolean accepted(Case vector, Predicate<Case> accepts) {
    try {
      return accepts.test(vector);
    } catch (JoseException | JsonException e) {
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError("vector " + vector.id() + " threw", e);
    }
  }
}
