package dev.meshsim.scenario.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.document.BuiltDocument;
import dev.meshsim.report.document.IndexEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each format has its own blocks for one placeholder. */
class DocumentFormatsTest {

  private static final String TEXT =
      "<?mesh json ask.request?>\n\n<?mesh sequence ask caption=\"A <B> \u00e9\"?>\n";

  @TempDir private static Path directory;
  private static Drafts drafts;

  @BeforeAll
  static void prepare() {
    drafts = new Drafts(directory);
  }

  @Test
  void markdownHasFencesAndALink() {
    String text = drafts.build("a.md", TEXT).text();
    assertTrue(
        text.startsWith(
            """
            ```json
            {
              "ValidateAccount": {
                "Account": "alice@example.com",
                "Language": ["en"]}}
            ```

            [ask.request](examples/kept/ask.request.json) (white space added)

            ```text
            .---------."""),
        text);
  }

  @Test
  void kramdownHasAttributeLists() {
    String text = drafts.build("a.md", "<?mesh format kramdown?>\n~~~ x\n~~~\n\n" + TEXT).text();
    assertTrue(
        text.contains(
            "{: #ex-ask-request title=\"ask.request, white space added\""
                + " sourcecode-name=\"ask.request.json\"}\n"),
        text);
    assertTrue(text.contains("~~~ ascii-art\n"), text);
  }

  @Test
  void xmlHasFigures() {
    String built = drafts.build("a.xml", TEXT).text();
    assertTrue(
        built.startsWith(
            """
            <figure anchor="ex-ask-request">
            <name>ask.request, white space added</name>
            <sourcecode type="json" name="ask.request.json"><![CDATA[
            {
            """),
        built);
    assertTrue(built.contains("<name>A &lt;B&gt; \u00e9</name>\n<artset>\n<artwork type=\"svg\">"));
  }

  @Test
  void htmlHasFiguresWithLinks() {
    String built = drafts.build("a.html", TEXT + "<?mesh title ask?>").text();
    assertTrue(
        built.startsWith("<figure id=\"ex-ask-request\">\n<pre class=\"json\">\n{\n"), built);
    assertTrue(
        built.contains("<a href=\"examples/kept/ask.request.json\">ask.request</a>, white space"));
    assertTrue(built.contains("<svg "), built);
    assertTrue(built.endsWith("validate on desktop"), built);
  }

  @Test
  void sectionsWithoutContentVanishWithTheirEmptyLines() {
    String text =
        drafts
            .build(
                "a.md",
                """
                One.

                <?mesh pick gone DeleteAccount?>
                <?mesh if gone?>
                # Gone

                <?mesh json gone.request?>
                <?mesh end?>

                <?mesh if gone?>
                Gone.

                <?mesh end?>
                Two.
                """)
            .text();
    assertEquals("One.\n\nTwo.\n", text);
  }

  @Test
  void theRestIsWhatTheDocumentHasNotShown() {
    BuiltDocument built =
        drafts.build(
            "a.md",
            "<?mesh json ask.request?>\n\n<?mesh each m rest?>\n<?mesh name m?>\n\n<?mesh end?>\n");
    List<String> names =
        built.text().lines().filter(line -> line.matches("[A-Za-z.0-9-]+")).toList();
    assertFalse(names.contains("ask"), names.toString());
    assertTrue(names.contains("refresh-desktop.2"), names.toString());
    assertEquals(Set.of("examples/kept/ask.request.json"), built.files().keySet());
  }

  @Test
  void partsOfOneNameHaveFilesOfTheirOwn() {
    String device = "/CreateAccount/Profile/SignedPersonalProfile/payload/PersonalProfile";
    BuiltDocument built =
        drafts.build(
            "a.md",
            "<?mesh json createAccount-desktop.CreateAccount.request part="
                + device
                + "/Identifier?>\n\n<?mesh json createAccount-desktop.CreateAccount.request part="
                + device
                + "/Devices/0/Identifier?>\n");
    assertEquals(2, built.files().size());
    assertEquals(2, built.index().stream().map(IndexEntry::file).distinct().count());
  }
}
