package dev.meshsim.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.report.bench.page.BenchRuns;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of benchmarks in a real browser: charts that fit, no errors, light and dark. */
@Once
class BenchBrowserTest {

  private static final String OUTSIDE =
      """
      return [...document.querySelectorAll('svg.chart')].flatMap((svg) => {
        const box = svg.viewBox.baseVal;
        return [...svg.querySelectorAll('text, rect.bar, path, circle')]
          .filter((one) => {
            const at = one.getBBox();
            return at.x < -1 || at.y < -1 || at.x + at.width > box.width + 1
              || at.y + at.height > box.height + 1;
          })
          .map((one) => one.textContent || one.getAttribute('class'));
      });
      """;

  @TempDir private Path directory;

  @Test
  void chartsFitInEveryWidthAndScheme() throws IOException {
    String page = BenchRuns.write(directory.resolve("report")).toUri().toString();
    try (Browser browser = Browser.start(directory.resolve("profile"))) {
      browser.size(1200, 900);
      browser.open(page);
      assertTrue(browser.texts("figcaption").size() >= 4);
      assertEquals(List.of(), browser.run(OUTSIDE));
      assertEquals(List.of("History over 2 runs"), browser.texts("h2:last-of-type"));
      String colour = "return getComputedStyle(document.querySelector('.bar.ours')).fill";
      browser.prefer("light");
      Object light = browser.run(colour);
      browser.prefer("dark");
      assertNotEquals(light, browser.run(colour));
      browser.size(360, 700);
      browser.open(page);
      long width = ((Number) browser.run("return document.body.scrollWidth")).longValue();
      assertTrue(width <= 360, "at 360 it is " + width + " wide");
      browser.open(page.replace("index.html", "charts/bars-ShareCombine-ours-128-3of5.svg"));
      assertEquals("svg", browser.run("return document.documentElement.tagName"));
      assertEquals(List.of(), browser.run(OUTSIDE));
      assertEquals(List.of(), browser.log());
    }
  }
}
