package dev.meshsim.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.protocol.NameObjection.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameObjectionTest {

  /** A kind with as many details as its text names; the others fail. */
  private static NameObjection any(Kind kind) {
    List<Object> details = new ArrayList<>();
    for (int count = 0; count < 5; count++) {
      try {
        return NameObjection.of(kind, details.toArray());
      } catch (IllegalArgumentException e) {
        details.add("detail" + count);
      }
    }
    throw new AssertionError(kind + " has more than four details");
  }

  @Test
  void everyReasonHasATextOfItsOwnInEveryLanguageThatNamesTheDetails() {
    for (Kind kind : Kind.values()) {
      NameObjection objection = any(kind);
      Set<String> texts = new HashSet<>();
      for (NameLanguage language : NameLanguage.values()) {
        String text = objection.in(language);
        assertTrue(texts.add(text), text);
        assertFalse(text.contains("%"), text);
        objection.details().forEach(detail -> assertTrue(text.contains(detail), text));
      }
    }
  }

  @Test
  void aWrongNumberOfDetailsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> NameObjection.of(Kind.NO_AT, "more"));
    assertThrows(IllegalArgumentException.class, () -> NameObjection.of(Kind.LENGTH, 1));
  }

  @Test
  void aDetailIsQuoted() {
    assertEquals(
        "it has the character \\u202e before \"@\"",
        NameObjection.of(Kind.CHARACTER, "\u202e").in(NameLanguage.EN));
  }
}
