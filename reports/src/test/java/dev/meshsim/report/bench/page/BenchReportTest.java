package dev.meshsim.report.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class BenchReportTest {

  private final Map<String, Bytes> files = BenchReport.files(BenchRuns.two());
  private final String page = files.get("index.html").utf8();

  @Test
  void thePageHasTargetsPeersGrowthAndHistory() {
    assertTrue(page.contains("<h1>"), page);
    assertTrue(page.contains("combine 3 of 5, 16 octets: codahale / ours"), page);
    assertTrue(page.contains("×"), page);
    assertTrue(page.contains("AccountsInUse by accounts"), page);
    assertTrue(page.contains("History over 2 runs"), page);
    assertTrue(page.contains("A &lt;processor&gt;"), page);
    assertTrue(page.contains("Sign.corretto: missing peer: none"), page);
    assertTrue(page.contains("1 row without an error that means anything"), page);
  }

  @Test
  void namesOfOthersStayText() {
    assertFalse(page.contains("<b>"), page);
    assertFalse(page.contains("<i>"), page);
    assertFalse(page.contains("<script"), page);
    for (String name : files.keySet()) {
      assertTrue(name.matches("index\\.html|charts/[A-Za-z0-9_-]+\\.svg"), name);
    }
  }

  @Test
  void eachChartOfThePageIsAFileOfItsOwn() throws Exception {
    assertEquals(
        List.of(
            "charts/bars-ShareCombine-ours-128-3of5.svg",
            "charts/growth-AccountsInUse-by-accounts.svg",
            "charts/history-AccountsInUse-get-1000-memory.svg"),
        files.keySet().stream()
            .filter(name -> name.matches(".*(bars-Share|growth|1000-memory).*"))
            .toList());
    for (Map.Entry<String, Bytes> file : files.entrySet()) {
      if (file.getKey().endsWith(".svg")) {
        assertTrue(page.contains("href=\"" + file.getKey() + "\""), file.getKey());
        Document svg =
            DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file.getValue().toArray()));
        assertEquals("http://www.w3.org/2000/svg", svg.getDocumentElement().getNamespaceURI());
        assertFalse(file.getValue().utf8().contains("var(--"), file.getKey());
      }
    }
  }

  @Test
  void nothingIsLoadedFromAnywhere() {
    assertTrue(page.contains("default-src &#39;none&#39;"), page);
    assertFalse(page.contains("http://"), page);
    assertFalse(page.contains("https://"), page);
  }

  @Test
  void oddFactsOfAMachineAreAWarning() {
    MeasuredRun run =
        MeasuredRun.of("a", BenchRuns.two().get(0).results(), Bytes.utf8("{\"cpu\":"));
    assertTrue(run.warnings().get(0).startsWith("the facts of the machine cannot be read"));
  }
}
