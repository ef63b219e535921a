package dev.meshsim.report.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** JUnit XML as CI servers read it: a test for each case. */
class JunitReportTest {

  private static Element root(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static List<Element> all(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(n -> (Element) found.item(n)).toList();
  }

  private static Element test(Element root, String name) {
    return all(root, "testcase").stream()
        .filter(test -> test.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String counts(Element suite) {
    List<String> counts = new ArrayList<>();
    for (String name : List.of("name", "tests", "failures", "errors", "skipped")) {
      counts.add(suite.getAttribute(name));
    }
    return String.join(" ", counts);
  }

  @Test
  void aCaseIsATestAndAScenarioIsASuite() throws Exception {
    Element root = root(Told.shown("junit", false));
    assertEquals(
        List.of(
            "a/bad 2 1 0 0",
            "a/good 3 0 0 0",
            "broken 1 0 1 0",
            "none.yaml 1 0 1 0",
            "other 1 0 0 1",
            "slow 1 0 1 0"),
        all(root, "testsuite").stream().map(JunitReportTest::counts).toList());
    assertEquals("9", root.getAttribute("tests"));
    assertEquals("1", root.getAttribute("failures"));
    assertEquals("3", root.getAttribute("errors"));
    List<String> names =
        all(root, "testcase").stream().map(test -> test.getAttribute("name")).toList();
    assertEquals(names.size(), new HashSet<>(names).size(), "unique: " + names);
    assertTrue(names.containsAll(List.of("a/good[long]", "a/good[long]@h2", "none.yaml")));
    assertEquals("mesh-sim.a.good", test(root, "a/good[long]@h2").getAttribute("classname"));
    assertEquals("1.234", test(root, "a/bad").getAttribute("time"));
  }

  @Test
  void aFailureSaysWhereWhatAndHowToRepeatIt() throws Exception {
    Element root = root(Told.shown("junit", false));
    Element failure = all(test(root, "a/bad"), "failure").get(0);
    assertEquals(
        "a/bad.yaml:6:5: validate on phone: expected <ok> & more; found: not valid",
        failure.getAttribute("message"));
    assertEquals(
        """
        a/bad.yaml:6:5: validate on phone
          expected  <ok> & more
          found     not valid
          because   a <name> is taken
        seed 7, repeat with: bin/mesh-sim run a/bad.yaml --store memory""",
        failure.getTextContent());
    assertEquals(
        """
        passed  a/bad.yaml:5:5: validate on phone
        failed  a/bad.yaml:6:5: validate on phone
        undecided  a/bad.yaml:7:5: validate on phone
        """,
        all(test(root, "a/bad"), "system-out").get(0).getTextContent());
  }

  @Test
  void whatIsNotKnownIsAnErrorAndNeverSkipped() throws Exception {
    Element root = root(Told.shown("junit", false));
    assertEquals("undecided", all(test(root, "slow"), "error").get(0).getAttribute("type"));
    assertEquals("internal", all(test(root, "broken"), "error").get(0).getAttribute("type"));
    assertEquals(
        "its dialect is mesh", all(test(root, "other"), "skipped").get(0).getAttribute("message"));
    Element none = all(test(root, "none.yaml"), "error").get(0);
    assertEquals("none.yaml:3:7: no step is called foo: bar", none.getAttribute("message"));
    assertEquals(1, all(root, "skipped").size());
  }

  @Test
  void aStoppedRunIsAnErrorOfItsOwn() throws Exception {
    Element root = root(Told.shown("junit", true));
    Element error = all(test(root, "the run is finished"), "error").get(0);
    assertEquals("stopped by a signal: 5 scenarios not run", error.getAttribute("message"));
    assertEquals("4", root.getAttribute("errors"));
  }

  @Test
  void jenkinsAcceptsTheWholeAndSurefireEachSuite() throws Exception {
    String data = System.getenv("MESH_SIM_DATA");
    assumeTrue(data != null, "needs the schemas of MESH_SIM_DATA");
    SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    Path directory = Path.of(data, "schemas");
    Schema jenkins = schemas.newSchema(directory.resolve("jenkins-junit-10.xsd").toFile());
    Schema surefire = schemas.newSchema(directory.resolve("surefire-test-report.xsd").toFile());
    for (boolean stopped : List.of(false, true)) {
      String text = Told.shown("junit", stopped);
      jenkins.newValidator().validate(new StreamSource(new StringReader(text)));
      List<Element> suites = all(root(text), "testsuite");
      assertTrue(suites.size() > 5);
      for (Element suite : suites) {
        surefire.newValidator().validate(new DOMSource(suite));
      }
    }
  }
}
