package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.log.LogName;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known without asking the database, and when it is not. */
class VisibilityTest {

  private static final LogKey KEY = new LogKey(LogName.PORTAL, "Account$alice@example.com");

  private final Visibility visibility = new Visibility(5, new LatestRecords(10_000));

  @Test
  void theMomentIsTheLastCommit() throws SQLException {
    Moment moment = visibility.moment();
    assertEquals(5, moment.number());
    moment.require();
    visibility.begin(7, Map.of());
    visibility.end();
    assertEquals(7, visibility.moment().number());
  }

  @Test
  void whileACommitRunsNoMomentIsKnown() {
    visibility.begin(6, Map.of());
    assertNull(visibility.moment());
  }

  @Test
  void aMomentHasPassedWhenACommitBegins() {
    Moment moment = visibility.moment();
    visibility.begin(6, Map.of());
    assertThrows(Moment.PassedException.class, moment::require);
    visibility.end();
    assertThrows(Moment.PassedException.class, moment::require);
  }

  @Test
  void aCommitMovesTheKeysThatItChanges() throws SQLException {
    visibility.moment().remember(KEY, new Latest(3, null));
    visibility.begin(6, Map.of(KEY, 6L));
    visibility.end();
    assertEquals(new Latest(6, null), visibility.moment().latest(KEY));
  }

  @Test
  void whatWasSeenBeforeACommitIsNotRememberedAfterIt() throws SQLException {
    Moment moment = visibility.moment();
    visibility.begin(6, Map.of(KEY, 6L));
    moment.remember(KEY, new Latest(3, null));
    visibility.end();
    moment.remember(KEY, new Latest(3, null));
    assertEquals(new Latest(6, null), visibility.moment().latest(KEY));
  }

  @Test
  void whatIsKnownIsNotToldOfAnotherMoment() {
    Moment moment = visibility.moment();
    visibility.begin(6, Map.of(KEY, 6L));
    assertThrows(Moment.PassedException.class, () -> moment.latest(KEY));
  }
}
