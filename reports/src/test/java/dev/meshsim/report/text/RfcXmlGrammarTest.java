package dev.meshsim.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.figure.Drawing;
import dev.meshsim.report.figure.RfcSvg;
import dev.meshsim.report.figure.Shape.Box;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The RFC XML that is written is valid, and the grammar notices the usual mistakes. */
class RfcXmlGrammarTest {

  private static RfcXmlGrammar grammar;

  @BeforeAll
  static void load() throws Exception {
    grammar = RfcXmlGrammar.installed();
  }

  @Test
  void everyShapeIsValid() throws Exception {
    Drawing drawing =
        Drawing.builder()
            .add(new Box(0, 0, 9, 3, true))
            .box(20, 0, 10, List.of("a < b"))
            .arrow(8, 1, 20, 1)
            .line(4, 2, 4, 7, 9, 7)
            .build();
    String svg = RfcSvg.write(drawing, "Shapes & more", "All of <them>.");
    assertEquals(
        List.of(),
        grammar.problems(
            RfcXmlGrammar.document(
                "<figure><name>F</name><artset><artwork type=\"svg\">"
                    + svg
                    + "</artwork><artwork type=\"ascii-art\">"
                    + XmlText.cdata("+--+ ]]> &")
                    + "</artwork></artset></figure>")));
  }

  @Test
  void textsAreValidInEveryPlace() throws Exception {
    String text = "a < b && c ]]> \"d\" 'e' \u00eb";
    assertEquals(
        List.of(),
        grammar.problems(
            RfcXmlGrammar.document(
                "<t>"
                    + XmlText.text(text)
                    + "</t><sourcecode type=\"json\" name=\""
                    + XmlText.attribute(text)
                    + "\">"
                    + XmlText.cdata(text)
                    + "</sourcecode>")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<t anchor=\"one\">a</t><t anchor=\"one\">b</t> | ID \"one\" has already been defined",
        "<t><xref target=\"nowhere\"/></t> | IDREF \"nowhere\" without matching ID",
        "<t anchor=\"1x\">a</t> | value of attribute \"anchor\" is invalid",
        "<t><sourcecode>a</sourcecode></t> | element \"sourcecode\" not allowed here",
        "<sourcecode lang=\"c\">a</sourcecode> | attribute \"lang\" not allowed here",
        "<t>a & b</t> | The entity name must immediately follow",
        "<artwork><svg xmlns=\"http://www.w3.org/2000/svg\"><path stroke=\"grey\"/></svg></artwork>"
            + " | value of attribute \"stroke\" is invalid",
        "<artwork><svg xmlns=\"http://www.w3.org/2000/svg\"><style/></svg></artwork>"
            + " | element \"style\" not allowed anywhere"
      })
  void mistakesAreNoticed(String content, String problem) throws Exception {
    List<String> problems = grammar.problems(RfcXmlGrammar.document(content));
    assertTrue(problems.toString().contains(problem), problems.toString());
  }
}
