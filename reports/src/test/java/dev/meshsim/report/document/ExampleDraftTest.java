package dev.meshsim.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.text.RfcXmlGrammar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example draft in docs/examples/draft is RFC XML as the RFC Editor's tools accept it. */
class ExampleDraftTest {

  private static final Path DRAFT =
      Path.of("..", "docs", "examples", "draft", "draft-meshsim-messages-00.xml");

  @Test
  void isValid() throws Exception {
    assertEquals(List.of(), RfcXmlGrammar.installed().problems(Files.readString(DRAFT)));
  }

  @Test
  void aDraftWithABlockInAParagraphIsNot() throws Exception {
    String broken = Files.readString(DRAFT).replaceFirst("<t>", "<t><sourcecode>x</sourcecode>");
    assertTrue(
        RfcXmlGrammar.installed().problems(broken).get(0).contains("\"sourcecode\" not allowed"));
  }
}
