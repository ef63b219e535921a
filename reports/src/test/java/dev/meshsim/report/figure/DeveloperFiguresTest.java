package dev.meshsim.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.arch.SourceTree;
import dev.meshsim.report.text.RfcXmlGrammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures in {@code docs/figures}; {@code -Dmeshsim.write=true} writes them anew. */
class DeveloperFiguresTest {

  private static final Path DIRECTORY = Path.of("..", "docs", "figures");

  /** A word with a capital inside, as names of classes and some of methods have. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z]+[a-z][A-Z][A-Za-z]*");

  private static void assertCurrent(String file, String text) throws IOException {
    Path path = DIRECTORY.resolve(file);
    if (Boolean.getBoolean("meshsim.write")) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(path, text);
    }
    assertEquals(Files.readString(path), text, file);
  }

  @ParameterizedTest
  @EnumSource(DeveloperFigures.class)
  void theFilesAreCurrent(DeveloperFigures figure) throws IOException {
    assertCurrent(figure.file() + ".txt", figure.ascii());
    assertCurrent(figure.file() + ".svg", figure.svg());
  }

  @ParameterizedTest
  @EnumSource(DeveloperFigures.class)
  void theyFitIntoAnRfc(DeveloperFigures figure) throws Exception {
    figure.ascii().lines().forEach(line -> assertTrue(line.length() <= 69, line));
    Aasvg.assertReadsAll(figure.drawing());
  }

  @ParameterizedTest
  @EnumSource(DeveloperFigures.class)
  void theirSvgIsOfTheRfcProfile(DeveloperFigures figure) throws Exception {
    String artwork = "<artwork type=\"svg\">" + figure.svg() + "</artwork>";
    assertEquals(List.of(), RfcXmlGrammar.installed().problems(RfcXmlGrammar.document(artwork)));
  }

  @Test
  void everyFileIsDrawnHere() throws IOException {
    Set<String> drawn =
        Arrays.stream(DeveloperFigures.values())
            .flatMap(figure -> Stream.of(figure.file() + ".txt", figure.file() + ".svg"))
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      assertEquals(
          drawn,
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("README.md"))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  /** The words of the committed files, so that a name that is typed by hand is checked too. */
  @Test
  void everyNameExistsInTheCode() throws IOException {
    Set<String> code = new TreeSet<>();
    for (Path file : SourceTree.ofModule(Path.of("..", "mesh-sim")).files()) {
      Matcher words = NAME.matcher(Files.readString(file));
      words.results().forEach(word -> code.add(word.group()));
    }
    int names = 0;
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replaceAll("<[^>]*>", " ");
        List<String> found = NAME.matcher(text).results().map(word -> word.group()).toList();
        for (String name : found) {
          assertTrue(code.contains(name), name + " in " + file + " is not in the code");
        }
        names += found.size();
      }
    }
    assertTrue(names > 40, names + " names were found");
  }
}
