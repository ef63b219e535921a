package dev.meshsim.scenario.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The directory of a case: one for each name, and never a name that the results use otherwise. */
class CaseDirectoryTest {

  private static final List<String> PARTS =
      List.of(
          "a", "A", ".", "/", "+", "%", "2", "F", " ", "@", "-", "stores", "run.json", "é", "~");

  @Test
  void plainNamesStayAndOthersAreEscaped() {
    Map<String, String> expected =
        Map.of(
            "A.b_c-d", "A.b_c-d",
            "connect@file", "connect@file",
            "escrow/two of three", "escrow+two%20of%20three",
            "a+b", "a%2Bb",
            "stores", "%73tores",
            "RUN.json", "%52UN.json",
            "con", "%63on",
            ".a", "%2Ea",
            "a.", "a%2E",
            "rows[1]", "rows%5B1%5D");
    expected.forEach((name, directory) -> assertEquals(directory, CaseDirectory.of(name)));
  }

  @Test
  void noTwoNamesShareADirectory() {
    Map<String, String> names = new HashMap<>();
    ResultsFiles known = ResultsFiles.known();
    for (String first : PARTS) {
      for (String second : PARTS) {
        for (String third : PARTS) {
          String name = first + second + third;
          String directory = CaseDirectory.of(name, known);
          String other = names.putIfAbsent(directory, name);
          assertTrue(other == null || other.equals(name), name + " and " + other);
          assertTrue(directory.matches("[A-Za-z0-9%+@_][A-Za-z0-9._@%+-]*"), directory);
        }
      }
    }
    String longName = "b".repeat(500);
    assertTrue(CaseDirectory.of(longName).length() < 200);
    assertTrue(!CaseDirectory.of(longName).equals(CaseDirectory.of(longName + "b")));
  }
}
