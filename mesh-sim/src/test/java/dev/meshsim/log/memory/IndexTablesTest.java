package dev.meshsim.log.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.log.IndexTerm;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The compact tables against plain maps. */
class IndexTablesTest {

  @Test
  void namesAreNumberedInOrderAndFoundAgain() {
    NameTable table = new NameTable();
    Map<String, Integer> plain = new HashMap<>();
    for (int i = 0; i < 60_000; i++) {
      String name = (i % 7 == 0 ? "\u20AC" : "") + Integer.toString(i * 31 % 40_009);
      assertEquals(plain.computeIfAbsent(name, n -> plain.size()), table.findOrAdd(name));
    }
    plain.forEach((name, id) -> assertEquals(id, table.find(name)));
    assertEquals(-1, table.find("absent"));
    assertEquals(plain.size(), table.size());
  }

  @Test
  void namesWithOneHashAreToldApart() {
    NameTable table = new NameTable();
    assertEquals("Aa".hashCode(), "BB".hashCode());
    assertEquals(0, table.findOrAdd("AaAa"));
    assertEquals(1, table.findOrAdd("BBBB"));
    assertEquals(2, table.findOrAdd("AaBB"));
    assertEquals(1, table.find("BBBB"));
    assertEquals(-1, table.find("BBAa"));
  }

  @Test
  void longNamesFillBlocks() {
    NameTable table = new NameTable();
    for (int i = 0; i < 500; i++) {
      assertEquals(i, table.findOrAdd("x".repeat(3000) + i));
    }
    for (int i = 0; i < 500; i++) {
      assertEquals(i, table.find("x".repeat(3000) + i));
    }
  }

  @Test
  void termsFollowTheirKeysThroughAnyChange() {
    TermTable table = new TermTable();
    Map<Integer, List<IndexTerm>> plain = new TreeMap<>();
    RandomStream random = World.seeded(5).stream("test", "terms");
    for (int record = 1; record < 4000; record++) {
      byte[] draw = random.bytes(6);
      int key = draw[0] & 15;
      List<IndexTerm> terms = new ArrayList<>();
      for (int i = 0; i < (draw[1] & 3); i++) {
        terms.add(new IndexTerm("t", Integer.toString(draw[2 + i] & 7)));
      }
      table.set(key, terms, record);
      plain.put(key, terms);
      for (int t = 0; t < 8; t++) {
        IndexTerm term = new IndexTerm("t", Integer.toString(t));
        TreeSet<Integer> expected = new TreeSet<>();
        plain.forEach(
            (k, held) -> {
              if (held.contains(term)) {
                expected.add(k);
              }
            });
        Postings found = table.postings(term);
        assertEquals(new ArrayList<>(expected), found == null ? List.of() : keys(found));
        assertTrue(found == null || found.lastChange() <= record);
      }
    }
  }

  private static List<Integer> keys(Postings postings) {
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < postings.size(); i++) {
      keys.add(postings.get(i));
    }
    return keys;
  }

  @Test
  void typeAndTermAreNotRunTogether() {
    TermTable table = new TermTable();
    table.set(0, List.of(new IndexTerm("a", "bc")), 1);
    table.set(1, List.of(new IndexTerm("ab", "c")), 2);
    assertEquals(1, table.postings(new IndexTerm("a", "bc")).size());
  }
}
