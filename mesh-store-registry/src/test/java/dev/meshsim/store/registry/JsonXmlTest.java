package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.SampleRecords;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON goes to XML and back without loss, and hostile XML goes nowhere. */
class JsonXmlTest {

  private static final Path FILE = Path.of("profile.xml");
  private static final String NS = " xmlns=\"http://www.w3.org/2005/xpath-functions\"";

  private static String toXml(String json) {
    return JsonToXml.write(Bytes.utf8(json)).utf8();
  }

  private static String toJson(String xml) {
    return XmlToJson.read(FILE, Bytes.utf8(xml)).utf8();
  }

  private static RegistryStoreException refused(String xml) {
    RegistryStoreException e = assertThrows(RegistryStoreException.class, () -> toJson(xml), xml);
    assertEquals(RegistryStoreException.Code.XML, e.errorCode(), xml);
    return e;
  }

  @Test
  void theFormIsThatOfXPath() {
    String json =
        "{\"a\":\"<x> & \\\"y\\\"\",\"b\":[1,-2.50e+3,true,null,[],{}],\"\":{\"c\":false}}";
    String xml =
        String.join(
            "\n",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<map" + NS + ">",
            "  <string key=\"a\">&lt;x&gt; &amp; \"y\"</string>",
            "  <array key=\"b\">",
            "    <number>1</number>",
            "    <number>-2.50e+3</number>",
            "    <boolean>true</boolean>",
            "    <null/>",
            "    <array>",
            "    </array>",
            "    <map>",
            "    </map>",
            "  </array>",
            "  <map key=\"\">",
            "    <boolean key=\"c\">false</boolean>",
            "  </map>",
            "</map>",
            "");
    assertEquals(xml, toXml(json));
    assertEquals(json, toJson(xml));
  }

  @Test
  void everyCharacterComesBackInTextsAndNames() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= 0x2fff; c++) {
      all.append((char) c);
    }
    all.append("\ud7ff\ue000\ufffd\ufffe\uffff\ufeff\ud83d\ude00\udbff\udfff");
    for (int i = 0; i < all.length(); i += 50) {
      String text = all.substring(i, Math.min(all.length(), i + 50));
      Bytes json = MeshJson.write(Map.of("k" + text, List.of(text, text + "\n ", " " + text)));
      assertEquals(json, XmlToJson.read(FILE, JsonToXml.write(json)));
    }
  }

  @Test
  void eachCharacterComesBackAlone() {
    for (int c = 0; c <= 0xffff; c++) {
      if (!Character.isSurrogate((char) c) && (c % 97 == 0 || c < 0x300 || c > 0xfff0)) {
        String json = String.format("{\"\\u%04x\":\"\\u%04x\"}", c, c);
        Bytes written = MeshJson.write(MeshJson.readTree(Bytes.utf8(json)));
        assertEquals(written, XmlToJson.read(FILE, JsonToXml.write(written)), json);
      }
    }
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertThrows(JsonException.class, () -> toXml("{\"a\":\"x\\uD800y\\\\\"}"));
  }

  static List<MachineRecord> records() {
    return SampleRecords.all().stream()
        .filter(r -> Subkeys.WITH_FILE.contains(r.key().kind()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordComesBack(MachineRecord record) {
    Bytes xml = RecordXml.write(FILE, record);
    assertEquals(record, RecordXml.read(FILE, record.key().kind(), record.key().name(), xml));
  }

  @Test
  void otherPeoplesXmlOfTheFormIsRead() {
    String xml =
        "\uFEFF<?xml version='1.0' encoding='utf-8' standalone='yes'?><!-- c -->\r\n"
            + "<j:map xmlns:j='http://www.w3.org/2005/xpath-functions'>"
            + "<j:string key='a'><![CDATA[<&]]>&#x41;<!-- c -->b</j:string>\r\n"
            + "<j:number key='n'> 7 </j:number><j:string key='e' escaped='false'>\\n</j:string>"
            + "<j:string escaped='true' escaped-key='true' key='\\t'>\\u0000/</j:string>"
            + "</j:map><!-- c -->\r\n";
    assertEquals("{\"a\":\"<&Ab\",\"n\":7,\"e\":\"\\\\n\",\"\\t\":\"\\u0000/\"}", toJson(xml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<map/>",
        "<map xmlns=\"urn:other\"/>",
        "<map@><map@><string key=\"a\">b</string></map></map>",
        "<map@><string key=\"a\">1</string><string key=\"a\">2</string></map>",
        "<map@><string key=\"a\">1</string><string escaped-key=\"true\" key=\"\\u0061\"/></map>",
        "<map@><string>no key</string></map>",
        "<map@>text</map>",
        "<map@><object key=\"a\"/></map>",
        "<map@ key=\"a\"/>",
        "<map@ other=\"a\"/>",
        "<array@><string key=\"a\">1</string></array>",
        "<array@><string escaped=\"yes\">1</string></array>",
        "<array@><string escaped=\"true\">\\x</string></array>",
        "<array@><string escaped=\"true\">a\"b</string></array>",
        "<array@><string escaped=\"true\">a\",\"b</string></array>",
        "<array@><string><b/></string></array>",
        "<array@><number>01</number></array>",
        "<array@><number>NaN</number></array>",
        "<array@><number>1<!-- c -->2 3</number></array>",
        "<array@><boolean>1</boolean></array>",
        "<array@><null>x</null></array>",
        "<array@><string>&undeclared;</string></array>",
        "<array@><string key=\"&undeclared;\"/></array>",
        "<array@><?php x?></array>",
        "<array@><string>a<?php x?>b</string></array>",
        "<?php x?><array@/>",
        "<array@/><?php x?>",
        "<array@/><array@/>",
        "<array@/>text",
        "<array@>",
        "<array@><string>\u0001</string></array>",
        "<array@><string>&#0;</string></array>",
        "<?xml version=\"1.1\"?><array@/>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><array@/>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><array@/>"
      })
  void everythingElseIsRefused(String xml) {
    assertEquals("store.registry.xml", refused(xml.replace("@", NS)).code());
  }

  @Test
  void anotherVersionOfXmlIsNamed() {
    RegistryStoreException e = refused("<?xml version=\"1.1\"?><array" + NS + "/>");
    assertEquals("profile.xml:1: is XML 1.1, and XML 1.0 is expected", e.problem());
  }

  @Test
  void nestingHasALimit() {
    refused("<array" + NS + ">" + "<array>".repeat(64) + "</array>".repeat(65));
    String deep = "<array" + NS + ">" + "<array>".repeat(63) + "</array>".repeat(64);
    assertEquals("[".repeat(64) + "]".repeat(64), toJson(deep));
    refused("<array" + NS + ">" + "<array>".repeat(1_000_000));
  }

  @Test
  void whatTheParserSaysIsToldOnOneLine() {
    String problem = refused("<map" + NS + ">\n<string key=a/></map>").problem();
    assertTrue(problem.startsWith("profile.xml:2: is not well-formed XML: Open quote"), problem);
    assertTrue(problem.contains("\"key\"") && problem.lines().count() == 1, problem);
    String tooLong = refused("<" + "\u00e9".repeat(5000) + "></x>").problem();
    assertTrue(tooLong.length() < 300, tooLong);
  }

  @Test
  void aKeyIsShownWithoutWhatATerminalWouldObey() {
    String member = "<null escaped-key=\"true\" key=\"\\u001b[31m\"/>";
    String problem = refused("<map" + NS + ">" + member + member + "</map>").problem();
    assertEquals("profile.xml:1: has the key \"\\u001b[31m\" twice in one map", problem);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    Bytes latin =
        Bytes.of(
            ("<array" + NS + "><string>\u00e9</string></array>")
                .getBytes(StandardCharsets.ISO_8859_1));
    Failing.with(RegistryStoreException.Code.XML, () -> XmlToJson.read(FILE, latin));
  }

  @Test
  void errorsNameTheLine() {
    MeshException e =
        refused("<map" + NS + ">\n  <string key=\"a\">1</string>\n  <nul key=\"b\"/>\n</map>");
    assertEquals("profile.xml:3", e.place());
    assertEquals(2, refused("<map" + NS + ">\n<<").at().line());
  }

  @Test
  void noExternalEntityIsEverRead(@TempDir Path directory) throws Exception {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "the secret");
    for (String type :
        Set.of(
            "<!DOCTYPE array SYSTEM \"" + secret.toUri() + "\">",
            "<!DOCTYPE array [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE array [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]>",
            "<!DOCTYPE array [<!ENTITY x \"value\">]>",
            "<!doctype array>")) {
      MeshException e = refused(type + "\n<array" + NS + "><string>&x;</string></array>");
      assertTrue(e.problem().contains("document type"), e.problem());
      assertTrue(!e.toString().contains("the secret"), e.toString());
    }
  }

  @Test
  void aDocumentTypeIsFoundBehindLettersWhoseCapitalsAreLonger() {
    String comment = "<!-- " + "\u00df".repeat(9000) + " -->";
    RegistryStoreException e = refused(comment + "\n<!DOCTYPE map>\n<array" + NS + "/>");
    assertEquals(2, e.at().line());
    assertTrue(e.problem().contains("document type"), e.problem());
    assertEquals("[]", toJson("<!-- \u00df -->\n<array" + NS + "/>"));
  }

  @Test
  void theParserRefusesADocumentTypeEvenIfItSeesOne() throws Exception {
    // An equal document in a form that the first guard does not know: the second one must refuse
    // it.
    String xml = "<!DOCTYPE array [<!ENTITY x \"value\">]><array" + NS + ">&x;</array>";
    var factory = SafeXml.factory(FILE);
    var reader = factory.createXMLStreamReader(new StringReader(xml));
    StringBuilder text = new StringBuilder();
    assertThrows(
        XMLStreamException.class,
        () -> {
          while (reader.hasNext()) {
            reader.next();
            text.append(reader.isCharacters() ? reader.getText() : "");
          }
        });
    assertTrue(text.indexOf("value") < 0, text.toString());
  }

  @Test
  void laughsDoNotGrow() {
    StringBuilder type = new StringBuilder("<!DOCTYPE array [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 30; i++) {
      type.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
    }
    refused(type + "]><array" + NS + "><string>&l29;</string></array>");
  }
}
