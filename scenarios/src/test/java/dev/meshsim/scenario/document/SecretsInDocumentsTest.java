package dev.meshsim.scenario.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.document.BuiltDocument;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret gets into a document unless the template asks for that very value. */
class SecretsInDocumentsTest {

  @TempDir private static Path directory;
  private static Drafts drafts;
  private static String share = "";

  @BeforeAll
  static void prepare() {
    drafts = new Drafts(directory);
    BuiltDocument shares = drafts.build("shares.md", "<?mesh secret:shares escrowed number=2?>\n");
    share = shares.text().lines().filter(line -> line.startsWith("S")).findFirst().orElseThrow();
  }

  private static String form(String form) {
    Bytes text = Bytes.utf8(share);
    return switch (form) {
      case "as it is" -> share;
      case "without dashes" -> share.replace("-", "");
      case "hexadecimal" -> text.hex();
      case "base64url" -> text.base64Url();
      default -> throw new AssertionError(form);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"as it is", "without dashes", "hexadecimal", "base64url"})
  void aPlantedShareIsFoundInAnyForm(String form) {
    List<String> problems =
        drafts.problems("planted.md", "<?mesh name ask?>\n\nThe share is\n" + form(form) + ".\n");
    assertEquals(1, problems.size(), form + problems);
    assertTrue(problems.get(0).startsWith("5:1 a secret would be printed at planted.md:4: "), form);
    assertTrue(problems.get(0).contains("share 2 of desktop"), problems.get(0));
    assertFalse(problems.get(0).contains(share.substring(0, 9)), "the message has no secret");
  }

  @Test
  void aPlantedPasswordIsFound() {
    List<String> problems = drafts.problems("planted.md", "Alice types correct-horse-battery.\n");
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).contains("the password of put"), problems.get(0));
  }

  @Test
  void everyPlantedSecretIsReported() {
    String text = share + "\n\n" + share + "\n\ncorrect-horse-battery\n";
    assertEquals(3, drafts.problems("planted.md", text).size());
  }

  @Test
  void aValueThatIsAskedForIsPrintedAndNothingElse() {
    BuiltDocument built =
        drafts.build(
            "asked.md",
            "<?mesh pick update Publish call=update request="
                + Drafts.ENCRYPTED
                + "?>\n<?mesh secret:decrypted update.request part="
                + Drafts.ENCRYPTED
                + " key=desktop?>\n\n<?mesh secret:json update.shown?>\n");
    assertEquals(2, built.text().split("correct-horse-battery", -1).length - 1);
    List<String> beside =
        drafts.problems("beside.md", "<?mesh secret:shares escrowed?>\n\n" + share + "\n");
    assertEquals(1, beside.size(), beside.toString());
    assertTrue(beside.get(0).startsWith("4:1 "), beside.get(0));
  }

  @Test
  void anotherMachineCannotOpenIt() {
    List<String> problems =
        drafts.problems(
            "other.md",
            "<?mesh pick update Publish call=update request="
                + Drafts.ENCRYPTED
                + "?>\n<?mesh secret:decrypted update.request part="
                + Drafts.ENCRYPTED
                + " key=dsktop?>\n");
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains("did you mean \"desktop\"?"), problems.get(0));
  }
}
