package dev.meshsim.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid YAML that parsers stumble over is read, and every refusal names what is there. */
class YamlReaderTest {

  private static final String EMOJI = "\uD83D\uDE00";

  private static YamlNode read(String text) {
    return YamlReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), new ArrayList<>());
  }

  private static Problem refused(String text) {
    return assertThrows(YamlException.class, () -> read(text), text).reason();
  }

  private static String value(String text, String key) {
    YamlNode.Mapping mapping = (YamlNode.Mapping) read(text);
    return ((YamlNode.Scalar) mapping.get(key).orElseThrow()).text();
  }

  @Test
  void anEmojiIsReadAcrossEveryBufferOfTheParser() {
    for (int buffer : new int[] {1024, 2048, 4096, 8192}) {
      for (int before = buffer - 12; before < buffer + 6; before++) {
        String filler = "x".repeat(before);
        assertEquals("b", value("#" + filler + EMOJI + "\na: b\n", "a"), "comment " + before);
        assertEquals(filler + EMOJI, value("a: " + filler + EMOJI + "\n", "a"));
        assertEquals(filler + EMOJI, value("a: \"" + filler + EMOJI + "\"\n", "a"));
      }
    }
    String many = EMOJI.repeat(5000);
    assertEquals(many, value("a: " + many + "\n", "a"));
    assertEquals("x" + many, value("a: x" + many + "\n", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k:\tv",
        "k:\t v\t",
        "k: \tv",
        "k:\t\"v\"",
        "k:\t'v'\t# comment",
        "k\t: v",
        "{k:\tv}",
        "{\tk: v\t}",
        "k: v\n\t\n",
        "k: v\n\t# comment",
        "k:\t>-\n  v\n",
        "k: |-\t\n  v\n",
        "a:\tx\nk:\tv",
        "%YAML\t1.2\n---\nk: v"
      })
  void aTabMaySeparate(String text) {
    assertEquals("v", value(text, "k"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\tk: v', 1:1",
    "'a:\n\tk: v', 2:1",
    "'a:\n  - x\n\t- y', 3:1",
    "'-\t- x', 1:3",
    "'-\tk: v', 1:4"
  })
  void aTabNeverIndents(String text, String place) {
    Problem problem = refused(text);
    assertEquals("x.yaml:" + place, problem.place().toString());
    assertTrue(problem.text().contains("a tab indents nothing"), problem.text());
    assertTrue(problem.hint().contains("spaces"), problem.hint());
  }

  @Test
  void aByteOrderMarkIsReadAsTheFirstCharacterAndInQuotes() {
    assertEquals("b", value("\uFEFFa: b\n", "a"));
    assertEquals("b", value("\uFEFF---\na: b\n", "a"));
    assertEquals("x\uFEFFy", value("a: 'x\uFEFFy'\n", "a"));
    assertEquals("\uFEFF", value("a: \"\\uFEFF\"\n", "a"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\uFEFF\uFEFFa: b', 1:1",
    "'---\n\uFEFFa: b', 2:1",
    "'a: b\n\uFEFFc: d', 2:1",
    "'a: x\uFEFFy', 1:5",
    "'a: \"q\" \uFEFF\nc: [', 1:8",
    "'a: b\n# \uFEFF comment', 2:3",
    "'a: b\n...\n\uFEFF', 3:1",
    "'- |\n  x\n  \uFEFFy', 3:3"
  })
  void aByteOrderMarkElsewhereIsReportedWithItsPlace(String text, String place) {
    Problem problem = refused(text);
    assertEquals("x.yaml:" + place, problem.place().toString());
    assertTrue(problem.text().contains("a byte order mark (U+FEFF)"), problem.text());
  }

  @ParameterizedTest
  @CsvSource({
    "'%YAML 2.0\n---\na: b', 1:1, 2.0",
    "'# comment\n%YAML 3.7\n---\na: b', 2:1, 3.7",
    "'\uFEFF%YAML\t02.00\n---\na: b', 1:1, 2.0",
    "'a: b\n...\n%YAML 0.9\n---\nc: d', 3:1, 0.9"
  })
  void anotherVersionOfYamlIsReportedPlainly(String text, String place, String version) {
    Problem problem = refused(text);
    assertEquals("x.yaml:" + place, problem.place().toString());
    assertEquals(
        "the file says that it is YAML " + version + "; a scenario is YAML 1.2", problem.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "1.1", "1.3"})
  void aVersionThatScenariosHaveIsRead(String version) {
    assertEquals("b", value("%YAML " + version + "\n---\na: b\n", "a"));
  }

  @ParameterizedTest
  @CsvSource({
    "'x: y\na: \"\\UFFFFFFFF\"', 2",
    "'a: \"\\U00110000\"', 1",
    "'a: \"\\ud83d\"', 1",
    "'a: \"x\\uDE00y\"', 1",
    "'%YAML 99999999999.1\n---\na: b', 1",
    "'a: !<%c0%80> b', 1"
  })
  void anEscapeThatIsNoCharacterIsReportedOnItsLine(String text, int line) {
    assertEquals(line, refused(text).place().line());
  }

  @Test
  void anEscapedPairOfSurrogatesIsACharacter() {
    assertEquals(EMOJI, value("a: \"\\ud83d\\ude00\"", "a"));
    assertEquals(EMOJI, value("a: \"\\U0001F600\"", "a"));
  }

  @Test
  void linesThatEndInCarriageReturnsAreCounted() {
    assertEquals("x.yaml:3:4", refused("a: b\rc: d\re: \u0007").place().toString());
    assertEquals("x.yaml:3:4", refused("a: b\r\nc: d\r\ne: \u0007").place().toString());
  }

  @Test
  void textOfTheFileMovesNoCursor() {
    for (String text :
        List.of("a: !\u202Ex y", "\"\\e[31m\": 1\n\"\\e[31m\": 2", "a: &\u202Ex y")) {
      List<Problem> found = new ArrayList<>();
      try {
        YamlReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), found);
      } catch (YamlException e) {
        found.add(e.reason());
      }
      assertEquals(1, found.size(), text);
      String shown = found.get(0).text() + found.get(0).hint();
      assertTrue(shown.indexOf('\u202E') < 0 && shown.indexOf('\u001b') < 0, shown);
    }
  }
}
