package dev.meshsim.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.report.text.XmlTextException.Code;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class XmlTextTest {

  private static final List<String> NASTY =
      List.of(
          "", "a<b>&amp;\"'", "]]>", "]]]]>>", "<![CDATA[x]]>", "\u00eb \ud83d\udd11", "a\n b\n");

  @Test
  void aParserReadsEveryFormAsTheText() throws Exception {
    for (String text : NASTY) {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(
                  new InputSource(
                      new StringReader(
                          "<r a=\"%s\"><t>%s</t><c>%s</c></r>"
                              .formatted(
                                  XmlText.attribute(text),
                                  XmlText.text(text),
                                  XmlText.cdata(text)))))
              .getDocumentElement();
      assertEquals(text, root.getAttribute("a"));
      assertEquals(text, root.getElementsByTagName("t").item(0).getTextContent());
      assertEquals(text, root.getElementsByTagName("c").item(0).getTextContent());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0001, FORBIDDEN, U+0001 START OF HEADING",
    "0009, FORBIDDEN, U+0009 CHARACTER TABULATION",
    "000D, FORBIDDEN, U+000D CARRIAGE RETURN (CR)",
    "0085, FORBIDDEN, U+0085 NEXT LINE (NEL)",
    "D800, FORBIDDEN, U+D800",
    "FFFE, FORBIDDEN, U+FFFE",
    "FFFF, FORBIDDEN, U+FFFF",
    "00A0, INVISIBLE, U+00A0 NO-BREAK SPACE",
    "200B, INVISIBLE, U+200B ZERO WIDTH SPACE",
    "202E, INVISIBLE, U+202E RIGHT-TO-LEFT OVERRIDE",
    "2028, INVISIBLE, U+2028 LINE SEPARATOR",
    "FEFF, INVISIBLE, U+FEFF ZERO WIDTH NO-BREAK SPACE"
  })
  void aCharacterThatCannotBeShownIsNamedWithItsPlace(String hex, Code code, String name) {
    String text = "a\n\ud83d\udd11b" + (char) Integer.parseInt(hex, 16);
    for (XmlTextException refusal :
        List.of(
            assertThrows(XmlTextException.class, () -> XmlText.text(text)),
            assertThrows(XmlTextException.class, () -> XmlText.attribute(text)),
            assertThrows(XmlTextException.class, () -> XmlText.cdata(text)))) {
      assertEquals(code, refusal.errorCode());
      assertEquals("line 2, column 3", refusal.place());
      assertEquals(
          "line 2, column 3: " + name, refusal.problem().replaceAll(" (cannot|is) .*", ""));
    }
  }
}
