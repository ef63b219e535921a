package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of statuses is up to date and has every status. */
@Once
class StatusReferenceTest {

  private static StatusReference reference;

  @BeforeAll
  static void readTheClasses() throws IOException {
    reference = new StatusReference(ErrorCodes.ofTheProgram());
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    Golden.assertSame(Golden.root().resolve("docs/statuses.md"), reference.markdown());
  }

  @Test
  void everyStatusOfTheProtocolIsListed() throws IllegalAccessException {
    List<String> lines = reference.markdown().lines().toList();
    int count = 0;
    for (Field field : Status.class.getFields()) {
      if (field.getType() == int.class) {
        String row = "| " + field.getInt(null) + " | ";
        count++;
        assertTrue(lines.stream().anyMatch(line -> line.startsWith(row)), field.getName());
      }
    }
    assertEquals(10, count);
  }

  @Test
  void everyReasonIsGivenSomewhere() {
    for (RefusalReason reason : RefusalReason.values()) {
      assertFalse(reference.givenIn(reason).isEmpty(), reason.wireName());
    }
  }

  @Test
  void otherPagesLinkToIt() throws IOException {
    for (String page : List.of("docs/errors.md", "docs/scenarios.md", "README.md")) {
      String text = Files.readString(Golden.root().resolve(page));
      assertTrue(Stream.of("(statuses.md)", "(docs/statuses.md)").anyMatch(text::contains), page);
    }
  }
}
