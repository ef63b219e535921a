package dev.meshsim.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.store.Finding;
import org.junit.jupiter.api.Test;

/** Both lines of a failure are safe, whatever it is given. */
class MeshExceptionTest {

  @Test
  void theMessageIsTwoLinesWhateverIsInIt() {
    TestFailure failure =
        new TestFailure(TestFailure.Code.LOST, "place " + Hostile.TEXT, "lost " + Hostile.TEXT);
    Hostile.assertHarmless(failure.getMessage(), 2);
    Hostile.assertHarmless(failure.problem(), 1);
    Hostile.assertHarmless(failure.place(), 1);
    assertTrue(failure.problem().startsWith("place \\u001b[31m\\u202e"), failure.problem());
    assertTrue(failure.problem().startsWith(failure.place() + ": "));
    assertEquals("hint: restore it", failure.getMessage().lines().skip(1).findFirst().get());
  }

  @Test
  void aFindingIsTwoLinesToo() {
    Finding finding =
        new Finding(TestFailure.Code.LOST, Hostile.TEXT, "a" + Hostile.TEXT, "b" + Hostile.TEXT);
    Hostile.assertHarmless(finding.place() + finding.problem() + finding.hint(), 1);
    Finding same = Finding.of(new TestFailure(TestFailure.Code.LOST, Hostile.TEXT, "lost"));
    assertEquals("lost", same.problem());
  }

  @Test
  void severalLinesKeepTheirLineFeeds() {
    assertEquals("a\nb\\u000d\n\\u2028", Quote.lines("a\nb\r\n\u2028"));
    assertEquals("\\udb40\\udc01", Quote.of("\udb40\udc01"));
  }
}
