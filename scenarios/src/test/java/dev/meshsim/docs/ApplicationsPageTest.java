package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/applications.md} has the types that are installed, and quotes programs of tests. */
class ApplicationsPageTest {

  private static final String TESTS = "mesh-sim/src/test/java/dev/meshsim/session/";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java$\n(.*?)^```$");

  private static String page() throws IOException {
    return Files.readString(Golden.root().resolve("docs/applications.md"));
  }

  @Test
  void theTableHasEveryTypeWithItsParts() throws IOException {
    List<String> rows =
        page()
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|"))
            .map(cells -> cells[1].strip() + cells[2].strip() + cells[4].strip())
            .toList();
    assertEquals(
        ApplicationTypes.installed().all().stream()
            .filter(type -> !type.tag().startsWith("Test"))
            .map(ApplicationsPageTest::row)
            .toList(),
        rows);
  }

  private static String row(ApplicationType<?> type) {
    String published = type.published().map(p -> "published: " + code(p)).orElse("");
    String devices =
        Stream.of(type.devicePublic(), type.devicePrivate())
            .flatMap(Optional::stream)
            .map(part -> code((Class<?>) part))
            .reduce((one, other) -> one + ", " + other)
            .map(parts -> "per device: " + parts)
            .orElse("");
    String between = published.isEmpty() || devices.isEmpty() ? "" : "; ";
    return "`" + type.tag() + "`" + code(type.content()) + published + between + devices;
  }

  private static String code(Class<?> type) {
    return "`" + type.getSimpleName() + "`";
  }

  @Test
  void theProgramsAreThoseOfTests() throws IOException {
    String example = source("ApplicationsExampleTest.java").indent(-2);
    String type = source("TestNotesType.java");
    List<String> blocks =
        BLOCK.matcher(page()).results().map((MatchResult block) -> block.group(1)).toList();
    assertEquals(3, blocks.size());
    for (String block : blocks) {
      assertTrue(example.contains(block) || type.contains(block), block);
    }
  }

  private static String source(String name) throws IOException {
    return Files.readString(Golden.root().resolve(TESTS + name));
  }
}
