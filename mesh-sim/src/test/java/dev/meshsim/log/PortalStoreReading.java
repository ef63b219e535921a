package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.files.FilesException;
import dev.meshsim.files.TreeSnapshot;
import dev.meshsim.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A store that is opened for reading only gives all of its content and changes nothing. */
abstract class PortalStoreReading extends PortalStoreTransactions {

  /** Opens the store of this test for reading only. */
  protected abstract PortalStore openForReading();

  /** The directory of the store's files, or null if it keeps none. */
  protected @Nullable Path files() {
    return null;
  }

  private Map<Path, String> snapshot() {
    Path files = files();
    return files == null ? Map.of() : TreeSnapshot.of(files);
  }

  private void fill() {
    put(withTerms("a", "1", new IndexTerm("T", "x")));
    put(create(LogName.MESH, "m", "2"), create(LogName.PORTAL, "p", "3"));
    put(update(LogName.MESH, "m", "4"));
    put(Change.delete(LogName.PORTAL, "a", T0.plusMillis(1)));
  }

  @Test
  void whatIsReadIsWhatWasWrittenAndNothingChanges() {
    assumeTrue(reopens(), "the store keeps nothing that could be opened again");
    fill();
    List<DataItem> written = all();
    Optional<?> last = store().lastWrite();
    close();
    Map<Path, String> before = snapshot();
    try (PortalStore reading = openForReading()) {
      assertEquals(written, all(reading));
      assertEquals(last, reading.lastWrite());
      assertEquals(
          Bytes.utf8("4"),
          reading.transact(tx -> tx.latest(LogName.MESH, "m")).orElseThrow().text());
      assertEquals(List.of(), reading.check());
      assertEquals(before, snapshot(), "while it is open");
    }
    assertEquals(before, snapshot(), "after it was closed");
    reopen();
    assertEquals(written, all());
  }

  @Test
  void aStoreThatIsReadRefusesEveryChange() {
    assumeTrue(reopens(), "the store keeps nothing that could be opened again");
    fill();
    close();
    Map<Path, String> before = snapshot();
    try (PortalStore reading = openForReading()) {
      Change change = create(LogName.MESH, "n", "5");
      Failing.with(StoreException.Code.READ_ONLY, () -> put(reading, change));
      Failing.with(StoreException.Code.READ_ONLY, () -> reading.load(List.of(List.of(change))));
      assertEquals(Optional.empty(), reading.transact(tx -> tx.latest(LogName.MESH, "n")));
    }
    assertEquals(before, snapshot());
  }

  @Test
  void anEmptyStoreIsReadAsEmpty() {
    assumeTrue(reopens(), "the store keeps nothing that could be opened again");
    close();
    Map<Path, String> before = snapshot();
    try (PortalStore reading = openForReading()) {
      assertEquals(List.of(), all(reading));
      assertEquals(Optional.empty(), reading.lastWrite());
      assertEquals(List.of(), reading.check());
    }
    assertEquals(before, snapshot());
  }

  @Test
  void filesThatAreOpenForChangesAreNotRead() {
    assumeTrue(files() != null, "the store has no files of its own");
    fill();
    assertThrows(FilesException.FileLocked.class, this::openForReading);
    put(create(LogName.MESH, "after", "5"));
  }

  @Test
  void whereNothingIsKeptThereIsNothingToRead() {
    assumeTrue(!reopens(), "the store can be opened again, so it can be looked at");
    Failing.with(StoreException.Code.ABSENT, this::openForReading);
  }
}
