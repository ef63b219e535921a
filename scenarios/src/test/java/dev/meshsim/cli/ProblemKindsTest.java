package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of problems in docs/dialects.md agrees with {@code log verify}. */
class ProblemKindsTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.+`) \\| (yes|no) \\| .+ \\|$");
  private static final Pattern LABEL = Pattern.compile("`([^`]+)`");

  @Test
  void theTableNamesEveryProblemAndWhetherItFails() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Golden.root().resolve("docs/dialects.md")));
    while (row.find()) {
      Matcher label = LABEL.matcher(row.group(1));
      while (label.find()) {
        documented.put(label.group(1), row.group(2));
      }
    }
    Map<String, String> actual = new TreeMap<>();
    for (ProblemKind kind : ProblemKind.values()) {
      actual.put(kind.label(), kind.failure() ? "yes" : "no");
    }
    assertEquals(actual, documented);
  }
}
