package dev.meshsim.scenario.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.report.text.RfcXmlGrammar;
import dev.meshsim.schema.Schema;
import dev.meshsim.schema.Schemas;
import dev.meshsim.schema.export.SchemaFormat;
import dev.meshsim.schema.export.SchemaPart;
import dev.meshsim.schema.export.SchemaPart.Markup;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** A document has any part of the schema, in its own format. */
class SchemaPartsTest {

  @TempDir private static Path directory;
  private static Drafts drafts;

  @BeforeAll
  static void prepare() {
    drafts = new Drafts(directory);
  }

  @Test
  void markdownHasATableOfMembers() {
    String built =
        drafts.raw("a.md", "# A\n\n<?mesh schema KeyValue level=2?>\n\nThe end.\n").text();
    assertEquals(
        """
        # A

        ## Structure: KeyValue

        An index term to search for.

        | Member | Type | Number | Description |
        |---|---|---|---|
        | `Key` | String | 1 | The name of the index. |
        | `Value` | String | 1 | The value to look for. |

        The end.
        """,
        built);
  }

  @Test
  void xmlHasASectionWithADefinitionList() {
    String built = drafts.raw("a.xml", "<?mesh schema KeyValue?>\n").text();
    assertTrue(
        built.startsWith(
            """
            <section anchor="object-KeyValue">
            <name>Structure: KeyValue</name>
            <t>An index term to search for.</t>
            <dl newline="true">
            <dt><tt>Key</tt>: String (1)</dt>
            """),
        built);
  }

  @Test
  void htmlHasHeadings() throws Exception {
    String built =
        drafts.raw("a.html", "<?mesh schema \"Master Profile Objects\" level=2?>\n").text();
    assertTrue(
        built.startsWith(
            "<section id=\"section-master-profile-objects\">\n<h2>Master Profile Objects</h2>\n"
                + "<section id=\"object-SignedMasterProfile\">\n<h3>Structure:"
                + " SignedMasterProfile</h3>\n"),
        built);
    String all = new SchemaPart(Schemas.of(Dialect.MESH), Markup.HTML, 2).text("all").orElseThrow();
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader("<body>" + all + "</body>")));
    assertFalse(all.matches("(?s).*<(name|t|tt|xref)[ >].*"));
  }

  @Test
  void everyPartIsThereInEveryFormatAndDialect() {
    for (Dialect dialect : Dialect.values()) {
      Schema schema = Schemas.of(dialect);
      List<String> names = SchemaPart.names(schema);
      assertTrue(names.size() > 100, names.toString());
      for (Markup markup : Markup.values()) {
        SchemaPart parts = new SchemaPart(schema, markup, 3);
        for (String name : names) {
          assertFalse(parts.text(name).orElse("").isEmpty(), markup + " " + name);
        }
        assertEquals(Optional.empty(), parts.text("Surprise"));
      }
    }
  }

  @Test
  void theReferenceSectionIsRfcXml() throws Exception {
    RfcXmlGrammar grammar = RfcXmlGrammar.installed();
    for (Dialect dialect : Dialect.values()) {
      Schema schema = Schemas.of(dialect);
      String section = SchemaFormat.RFCXML.write(schema, "The <reference> & more");
      assertEquals(List.of(), grammar.problems(RfcXmlGrammar.document(section)));
      SchemaPart parts = new SchemaPart(schema, Markup.RFC_XML, 3);
      for (String name : List.of("all", "statuses", "service", "Get", "PersonalProfile")) {
        String document = RfcXmlGrammar.document(parts.text(name).orElseThrow());
        assertEquals(List.of(), grammar.problems(document), name);
      }
    }
    assertFalse(grammar.problems(RfcXmlGrammar.document("<name>x</name>")).isEmpty());
  }
}
