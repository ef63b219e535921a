package dev.meshsim.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.ReportTarget;
import dev.meshsim.report.RunEvent;
import dev.meshsim.report.Samples;
import dev.meshsim.report.TracedExchange;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A transcript of few or invalid messages is well formed and complete. */
class TranscriptTest {

  private final Map<String, String> files = new TreeMap<>();

  private String transcript(TracedExchange... exchanges) {
    new TranscriptReport()
        .listener(new Kept())
        .on(new RunEvent.ScenarioTraced("test", Samples.trace(exchanges)));
    return files.getOrDefault("transcript.md", "");
  }

  /** Keeps the files of scenarios. */
  private final class Kept implements ReportTarget {

    @Override
    public void writeRunFile(String file, Bytes content) {
      throw new AssertionError(file);
    }

    @Override
    public void appendRunFile(String file, Bytes content) {
      throw new AssertionError(file);
    }

    @Override
    public void writeScenarioFile(String scenario, String file, Bytes content) {
      assertTrue(
          new TranscriptReport().files().stream().anyMatch(known -> known.matches(file)), file);
      files.put(file, content.utf8());
    }

    @Override
    public PrintStream out() {
      return System.out;
    }

    @Override
    public PrintStream errors() {
      return System.err;
    }
  }

  @Test
  void sectionsWithoutMessagesVanish() {
    String text = transcript();
    assertEquals(
        "# Transcript of test",
        text.lines().filter(line -> line.startsWith("#")).reduce("", (a, b) -> a + b));
    assertFalse(text.contains("```"), text);
    assertEquals(1, files.size());
  }

  @Test
  void aRequestThatIsNoJsonIsPrintedInBase64url() {
    String text =
        transcript(
            Samples.exchange(
                1,
                "exchange",
                "?",
                "",
                "not JSON \u0000 ``` \n```",
                "{\"MeshResponse\":{\"Status\":400}}"));
    assertTrue(text.contains("# Further messages"), text);
    assertTrue(
        text.contains(
            """
            ```text
            bm90IEpTT04gACBgYGAgCmBgYA
            ```

            [exchange-phone.request](messages/exchange-phone.request.json) (in base64url)
            """),
        text);
    assertEquals(4, text.lines().filter(line -> line.startsWith("```")).count(), text);
  }

  @Test
  void anAnswerThatALiarMakesUpIsShownAsItIs() {
    String text =
        transcript(
            Samples.exchange(
                1,
                "connect",
                "ConnectStart",
                "Connect",
                "{\"ConnectStart\":{\"SignedRequest\":{\"SignedData\":{\"payload\":\"!!\"}}}}",
                "{\"ConnectStartResponse\":\"<?mesh end?> \u202e\"}"));
    assertFalse(text.contains("\u202e"), "it would turn the page around");
    assertTrue(text.contains("(in base64url)"), text);
  }

  @Test
  void aPartThatNoDocumentCanShowIsInBase64url() {
    String text =
        transcript(
            Samples.exchange(
                1,
                "validate",
                "ValidateAccount",
                "Validate",
                "{\"ValidateAccount\":{\"Account\":\"a\u200b@example.com\"}}",
                "{\"ValidateResponse\":{\"Status\":201}}"),
            Samples.exchange(
                2,
                "createAccount",
                "CreateAccount",
                "Create",
                "{\"CreateAccount\":{\"Account\":\"a\u200b@example.com\"}}",
                "{\"CreateResponse\":{\"Status\":400}}"));
    assertTrue(text.contains("the account is `a\\u200b@example.com`"), text);
    assertTrue(text.contains(".http) (in base64url)"), text);
  }
}
