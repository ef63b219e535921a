package dev.meshsim.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The parts that every page is made of. */
class MarkupTest {

  @Test
  void textsAndAttributesAreEscaped() {
    Markup page = new Markup().open("a", "href", "\"><'&", "class", "").text("<b>&'\"\n\u0000");
    assertEquals(
        "<a href=\"&quot;&gt;&lt;&#39;&amp;\">&lt;b&gt;&amp;&#39;&quot;\n\\u0000</a>",
        page.close().document());
  }

  @Test
  void aTextCannotBeTheNameOfAnElementOrAttribute() {
    Markup page = new Markup();
    assertThrows(IllegalArgumentException.class, () -> page.open("b><script"));
    assertThrows(IllegalArgumentException.class, () -> page.open("b", "onclick=x ", "y"));
    assertThrows(IllegalArgumentException.class, () -> page.open("b", "class"));
  }

  @Test
  void anElementThatIsNotEndedIsAMistake() {
    assertThrows(IllegalStateException.class, () -> new Markup().open("p").document());
  }

  @Test
  void differentNamesHaveDifferentPages() {
    List<String> names =
        List.of(
            "a/b",
            "a+b",
            "a b",
            "a%20b",
            "a@h2",
            "a[h2]",
            "con",
            "..",
            "../a",
            "",
            "%",
            "A",
            "\u00e4",
            "a\u0000",
            "x".repeat(300),
            "x".repeat(301),
            "index",
            "\ud83d\ude00");
    Set<String> files = new HashSet<>();
    Set<String> fragments = new HashSet<>();
    for (String name : names) {
      PageName page = PageName.of(name);
      assertTrue(PageName.FILES.matcher(page.file()).matches(), page.file());
      assertTrue(files.add(page.file()), name);
      assertTrue(fragments.add(page.fragment()), name);
    }
    assertEquals(
        "case-escrow+quorum%2Frow 1@h2.html".replace("%2Frow 1", "+row%201"),
        PageName.of("escrow/quorum/row 1@h2").file());
    assertEquals("case-a%2520b.html", PageName.of("a b").address());
    assertEquals("escrow/quorum@h2", PageName.of("escrow/quorum@h2").fragment());
  }

  @Test
  void theCopiedFilesHaveDifferentDigests() {
    assertNotEquals(Assets.STYLE.source(), Assets.CASE_SCRIPT.source());
    assertTrue(Assets.STYLE.source().matches("'sha256-[A-Za-z0-9+/]{43}='"));
  }
}
