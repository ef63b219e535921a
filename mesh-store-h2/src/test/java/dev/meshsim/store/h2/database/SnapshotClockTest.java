package dev.meshsim.store.h2.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.log.LogName;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clock of snapshots: valid between commits, unknown during one. */
class SnapshotClockTest {

  private static final LogKey KEY = new LogKey(LogName.PORTAL, "Account$alice@example.com");

  private final SnapshotClock visibility = new SnapshotClock(5, new LatestRecords(10_000));

  @Test
  void theMomentIsTheLastCommit() throws SQLException {
    Snapshot moment = visibility.moment();
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
    Snapshot moment = visibility.moment();
    visibility.begin(6, Map.of());
    assertThrows(Snapshot.PassedException.class, moment::require);
    visibility.end();
    assertThrows(Snapshot.PassedException.class, moment::require);
  }

  @Test
  void aCommitMovesTheKeysThatItChanges() throws SQLException {
    visibility.moment().remember(KEY, new LatestRecord(3, null));
    visibility.begin(6, Map.of(KEY, 6L));
    visibility.end();
    assertEquals(new LatestRecord(6, null), visibility.moment().latest(KEY));
  }

  @Test
  void whatWasSeenBeforeACommitIsNotRememberedAfterIt() throws SQLException {
    Snapshot moment = visibility.moment();
    visibility.begin(6, Map.of(KEY, 6L));
    moment.remember(KEY, new LatestRecord(3, null));
    visibility.end();
    moment.remember(KEY, new LatestRecord(3, null));
    assertEquals(new LatestRecord(6, null), visibility.moment().latest(KEY));
  }

  @Test
  void whatIsKnownIsNotToldOfAnotherMoment() {
    Snapshot moment = visibility.moment();
    visibility.begin(6, Map.of(KEY, 6L));
    assertThrows(Snapshot.PassedException.class, () -> moment.latest(KEY));
  }
}
