package dev.meshsim.store.registry.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameOrderTest {

  @Test
  void namesAreOrderedAsTheirComparedForms() {
    List<String> names =
        List.of(
            "",
            "a",
            "A",
            "aa",
            "aB",
            "Ab",
            "b",
            "B",
            "_",
            "[",
            "z",
            "\u0131",
            "I",
            "i",
            "\u017f",
            "s",
            "S",
            "\u03c2",
            "\u03c3",
            "\u03a3",
            "\u00ff",
            "\u0178",
            "\u00df",
            "a\ud801\udc28",
            "a\ud801\udc00",
            "a\uffff",
            "\0");
    for (String one : names) {
      for (String other : names) {
        int expected = NameOrder.of(one).compareTo(NameOrder.of(other));
        int found = NameOrder.ORDER.compare(one, other);
        assertEquals(Integer.signum(expected), Integer.signum(found), one + " and " + other);
        assertEquals(expected == 0, NameOrder.same(one, other), one + " and " + other);
      }
    }
  }
}
