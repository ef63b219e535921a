package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each SQL state gets the advice that helps, and an unknown one the general advice. */
class FailureHintTest {

  private static final String GENERAL = FailureHint.of(new IOException("x"));

  private static String of(String state, int code) {
    return FailureHint.of(new SQLException("x", state, code));
  }

  @ParameterizedTest
  @CsvSource({
    "42501, 0, grant",
    "42P01, 0, restore the database",
    "42703, 0, restore the database",
    "42S02, 42102, restore the database",
    "02000, 0, restore the database",
    "08006, 0, see that the server runs",
    "28P01, 0, see that the server runs",
    "3D000, 0, see that the server runs",
    "57P01, 0, see that the server runs",
    "90020, 90020, close it in the program",
    "28000, 28000, its user mesh was changed"
  })
  void aKnownStateHasItsAdvice(String state, int code, String advice) {
    String hint = of(state, code);
    assertTrue(hint.startsWith(advice), hint);
    assertNotEquals(GENERAL, hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"57014", "53100", "XX000", "", "5", "HY000"})
  void everyOtherStateHasTheGeneralAdvice(String state) {
    assertEquals(GENERAL, of(state, 0));
  }

  @Test
  void aFailureWithoutAStateHasTheGeneralAdvice() {
    assertEquals(GENERAL, of(null, 0));
    assertEquals(GENERAL, FailureHint.of(new IllegalStateException("x")));
  }
}
