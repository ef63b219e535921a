package dev.meshsim.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.MeshException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of an account name: lengths of both parts, and what is no domain. */
class AccountNameTest {

  private static final String LABEL = "a".repeat(61) + ".";

  private static String refused(String text) {
    return assertThrows(MeshException.class, () -> AccountName.parse(text), text).problem();
  }

  @Test
  void thePartBeforeTheAtHasOneTo64Characters() {
    assertEquals("a@example.com", AccountName.parse("A@Example.COM").toString());
    String longest = "\ud83d\ude00".repeat(64) + "@example.com";
    assertEquals(longest, AccountName.parse(longest).toString());
    assertTrue(refused("\ud83d\ude00".repeat(65) + "@example.com").contains("65 characters"));
    assertTrue(refused("@example.com").contains("0 characters"));
  }

  @Test
  void aDomainHasAtMost253Characters() {
    String longest = LABEL.repeat(4) + "example";
    assertEquals(255, longest.length());
    assertTrue(refused("a@" + longest).contains("not a domain name"));
    String fits = LABEL.repeat(4) + "exam";
    assertEquals(252, fits.length());
    assertEquals("a@" + fits, AccountName.parse("a@" + fits).toString());
    assertTrue(refused("a@" + fits + "pl").contains("not a domain name"));
    assertEquals("a@" + fits + "p", AccountName.parse("a@" + fits + "p").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", ".com", "a..b", "a_b.com", "-a.com", "a-.com", "a b.com", "a\0.com"})
  void whatIsNoDomainIsRefused(String domain) {
    assertTrue(refused("a@" + domain).contains("not a domain name"));
  }

  @Test
  void aVeryLongTextIsRefusedAndNotRepeated() {
    String text = "a".repeat(1013) + "@example.com";
    assertEquals(1025, text.length());
    String problem = refused(text);
    assertTrue(problem.contains("far too long"), problem);
    assertTrue(problem.length() < 200, problem);
    assertTrue(refused(text.substring(1)).contains("1012 characters"));
  }
}
