package dev.meshsim.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.schema.diff.Comparison;
import dev.meshsim.schema.diff.Difference;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generated pages of the schema are up to date. */
class SchemaReferenceTest {

  private static final Path DIRECTORY = Golden.root().resolve("docs/reference");
  private static final Path DIALECTS = Golden.root().resolve("docs/dialects.md");

  @Test
  void thePagesAreUpToDate() throws IOException {
    Map<String, String> files = ReferencePages.files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Golden.assertSame(DIRECTORY.resolve(file.getKey()), file.getValue());
    }
    try (Stream<Path> found = Files.list(DIRECTORY)) {
      assertEquals(
          new TreeSet<>(files.keySet()),
          found
              .map(path -> path.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void everyDifferenceIsInTheDocumentWithItsReason() throws IOException {
    String page = Files.readString(DIALECTS);
    int begin = page.indexOf(ReferencePages.BEGIN);
    assertTrue(begin > 0, "docs/dialects.md has no section of the differences");
    String section = ReferencePages.differences();
    Golden.assertSame(DIALECTS, page.substring(0, begin) + section);
    for (Comparison comparison : Comparison.values()) {
      for (Difference difference : comparison.differences()) {
        assertTrue(section.contains("`" + difference.place() + "`"), difference.toString());
      }
    }
  }

  @Test
  void everyLinkOfThePagesLeadsToAHeading() throws IOException {
    for (String name : new String[] {"mesh.md", "portal-2017.md"}) {
      String page = Files.readString(DIRECTORY.resolve(name));
      TreeSet<String> anchors = new TreeSet<>();
      page.lines()
          .filter(line -> line.startsWith("#"))
          .forEach(
              line ->
                  anchors.add(
                      line.replaceFirst("^#+ ", "")
                          .toLowerCase(Locale.ROOT)
                          .replaceAll("[^a-z0-9 -]", "")
                          .replace(' ', '-')));
      Matcher link = Pattern.compile("\\]\\(#([^)]*)\\)").matcher(page);
      int count = 0;
      while (link.find()) {
        count++;
        assertTrue(anchors.contains(link.group(1)), link.group());
      }
      assertTrue(count > 100, name + " has " + count + " links");
    }
  }
}
