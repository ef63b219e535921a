package dev.meshsim.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Once;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, opened from the disk. */
@Once
class BrowserTest {

  private static final String ROWS = ".matrix tbody tr .name";

  @TempDir private static Path directory;
  private static Browser browser;
  private static String index;

  @BeforeAll
  static void start() {
    index = Cases.run().write(directory.resolve("pages of a run")).toUri().toString();
    browser = Browser.start(directory.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.scripts(true);
    browser.size(1200, 900);
    browser.open(index);
  }

  /** An error of a script, a refused style and a request for a file are all logged. */
  @AfterEach
  void nothingIsLogged() {
    assertEquals(List.of(), browser.log());
  }

  private static void openCase() {
    browser.open(index.replace("index.html", "case-escrow+quorum@h2.html"));
  }

  @Test
  void searchFindsNamesAndEscapeEndsIt() {
    assertEquals(4, browser.texts(ROWS).size());
    browser.press("/");
    browser.press("quorum");
    assertEquals(List.of("escrow/quorum"), browser.texts(ROWS));
    assertEquals(List.of("1 of 4 shown"), browser.texts(".shown"));
    assertEquals(1, browser.texts(".card").size());
    browser.escape();
    assertEquals(4, browser.texts(ROWS).size());
  }

  @Test
  void filtersByVerdictTagAndStore() {
    browser.click(".toggle input[value=undecided]");
    assertEquals(List.of("late"), browser.texts(ROWS));
    browser.click(".toggle input[value=failed]");
    assertEquals(List.of("escrow/quorum", "late"), browser.texts(ROWS));
    browser.click("select[name=store] option[value=h2]");
    assertEquals(List.of("escrow/quorum"), browser.texts(ROWS));
    assertEquals(List.of("case", "h2"), browser.texts(".matrix thead th"));
    browser.click(".toggle input[value=undecided]");
    browser.click(".toggle input[value=failed]");
    browser.click("select[name=store] option[value='']");
    browser.click("select[name=tag] option[value=fast]");
    assertEquals(List.of("accounts/made"), browser.texts(ROWS));
  }

  @Test
  void keysMoveAndOpenACase() {
    browser.press("j");
    assertEquals(1, browser.texts(".card.current").size());
    browser.press("j");
    browser.press("j");
    assertEquals(List.of("escrow/quorum"), browser.texts("tr.current .name"));
    browser.press("k");
    browser.press("k");
    assertEquals(1, browser.texts(".card.failed.current").size());
    browser.press("\n");
    assertEquals("case-escrow+quorum.html", browser.address());
    browser.escape();
    assertEquals("index.html#escrow/quorum", browser.address());
    assertEquals(List.of("escrow/quorum"), browser.texts("tr.current .name"));
  }

  @Test
  void aFragmentNamesACase() {
    browser.open(index + "#escrow/quorum@h2");
    assertEquals(List.of("escrow/quorum"), browser.texts("tr.current .name"));
    assertEquals(
        "2px",
        browser.run("return getComputedStyle(document.querySelector(':target')).outlineWidth"));
    browser.escape();
    assertEquals("index.html", browser.address());
    assertEquals(List.of(), browser.texts("tr.current"));
  }

  @Test
  void aClickOpensAMessageBesideTheDiagramAndEscapeClosesIt() {
    openCase();
    assertEquals(List.of(), browser.texts(".panel"));
    browser.click(".sequence .message[data-m='2'] .words");
    String panel = browser.texts(".panel").get(0);
    assertTrue(panel.contains("alice@example.com") && panel.contains("none such"), panel);
    assertEquals("case-escrow+quorum@h2.html#m2", browser.address());
    browser.press("k");
    assertEquals("case-escrow+quorum@h2.html#m1", browser.address());
    browser.escape();
    assertEquals(List.of(), browser.texts(".panel"));
    browser.press("j");
    browser.press("\n");
    assertTrue(browser.texts(".panel").get(0).contains("none such"));
    browser.escape();
    browser.escape();
    assertEquals("index.html#escrow/quorum@h2", browser.address());
  }

  @Test
  void theTextOfTheDiagramCanBeSelected() {
    openCase();
    assertEquals(
        "ConnectStart 201",
        browser.run(
            "getSelection().selectAllChildren(document.querySelector('.message .label'));"
                + "return getSelection().toString()"));
  }

  @Test
  void aLinkOpensAMessage() {
    browser.open(index.replace("index.html", "case-escrow+quorum@h2.html#m2"));
    assertTrue(browser.texts(".panel").get(0).contains("none such"));
  }

  @Test
  void withoutScriptsVerdictsFailuresAndMessagesAreThere() {
    browser.scripts(false);
    browser.open(index);
    assertEquals(4, browser.texts(ROWS).size());
    assertTrue(browser.texts(".card").get(0).contains("accepted, ok"));
    assertEquals(List.of(), browser.texts(".controls, .copy, .keys"));
    openCase();
    browser.click(".steps a[href='#m2']");
    assertEquals(1, browser.texts("section:target").size());
  }

  @Test
  void thePageIsDarkForThoseWhoPreferIt() {
    browser.prefer("light");
    String light = background();
    browser.prefer("dark");
    assertNotEquals(light, background());
    assertTrue(brightness(light) > 600 && brightness(background()) < 150, background());
    browser.prefer("light");
  }

  private static String background() {
    return (String) browser.run("return getComputedStyle(document.body).backgroundColor");
  }

  private static int brightness(String color) {
    int sum = 0;
    for (String part : color.replaceAll("[^0-9,]", "").split(",", 3)) {
      sum += Integer.parseInt(part);
    }
    return sum;
  }

  @Test
  void nothingIsWiderThanAPhone() {
    browser.size(360, 740);
    assertFits();
    openCase();
    assertFits();
    browser.press("j");
    browser.press("\n");
    assertEquals(1, browser.texts(".panel").size());
    assertFits();
  }

  private static void assertFits() {
    Object width = browser.run("return document.documentElement.scrollWidth");
    assertTrue(((Number) width).intValue() <= 360, String.format(Locale.ROOT, "%s wide", width));
  }
}
