package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonLimits;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The limits of the XML form: numbers, attributes of other namespaces, escaped text, white space.
 */
class XmlToJsonTest {

  private static final Path FILE = Path.of("profile.xml");
  private static final String NS = " xmlns=\"http://www.w3.org/2005/xpath-functions\"";

  private static String read(String xml) {
    return XmlToJson.read(FILE, Bytes.utf8(xml)).utf8();
  }

  private static void refused(String problem, String xml) {
    var e = assertThrows(RegistryStoreException.class, () -> read(xml), xml);
    assertTrue(e.problem().contains(problem), e.getMessage());
  }

  private static String array(String element) {
    return "<array" + NS + ">" + element + "</array>";
  }

  @Test
  void aNumberMayBeAsLongAsInJsonAndNoLonger() {
    String longest = "9".repeat(JsonLimits.NUMBER_CHARS);
    assertEquals("[" + longest + "]", read(array("<number>" + longest + "</number>")));
    refused("a number", array("<number>" + longest + "9</number>"));
  }

  @Test
  void anAttributeOfAnotherNamespaceIsRefused() {
    refused(
        "the attribute key",
        "<map" + NS + " xmlns:x=\"urn:x\"><null x:key=\"a\" key=\"b\"/></map>");
    refused(
        "the attribute escaped",
        "<array" + NS + " xmlns:x=\"urn:x\"><string x:escaped=\"true\">\\n</string></array>");
    refused("the attribute escaped", array("<number escaped=\"true\">1</number>"));
  }

  @Test
  void escapedTextIsOneJsonTextAndNothingBesideIt() {
    refused("not escaped as JSON", array("<string escaped=\"true\">a\" \"b</string>"));
    refused("not escaped as JSON", array("<string escaped=\"true\">a\" 1 \"b</string>"));
    refused("not escaped as JSON", array("<string escaped=\"true\">a\\</string>"));
    refused("not escaped as JSON", array("<string escaped=\"true\">a\" </string>"));
    assertEquals("[\"a\\\"b\"]", read(array("<string escaped=\"true\">a\\\"b</string>")));
  }

  @Test
  void whiteSpaceAndCommentsAroundTheElementAreSkipped() {
    String white = "\r\n\t <!-- one -->\n<!-- two --> ";
    assertEquals("[null]", read(white + array(white + "<null/>" + white) + white));
    refused("after its one element", array("") + "<!-- c --><?php x?>");
  }
}
