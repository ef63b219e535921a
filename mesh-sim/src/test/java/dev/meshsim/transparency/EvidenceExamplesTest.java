package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.DataItem;
import dev.meshsim.session.WatchedPortal;
import dev.meshsim.transparency.tree.TransparencyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of {@code docs/evidence} are what a machine keeps when its portal does each of these
 * things to its log. The property {@code meshsim.write} writes them anew.
 */
class EvidenceExamplesTest extends WatchScene {

  private static final Path EXAMPLES = Path.of("..", "docs", "evidence");

  @TempDir Path directory;

  private static void assertExample(String name, String shows, Executable attack)
      throws IOException {
    assertExample(name, name, shows, attack);
  }

  private static void assertExample(String name, String failing, String shows, Executable attack)
      throws IOException {
    TransparencyException.Proved failure = assertThrows(TransparencyException.Proved.class, attack);
    Path file = EXAMPLES.resolve(name + ".json");
    if (Boolean.getBoolean("meshsim.write")) {
      Files.createDirectories(EXAMPLES);
      Files.write(file, failure.evidence().toArray());
    }
    Bytes example = Bytes.of(Files.readAllBytes(file));
    assertEquals(failure.evidence().utf8(), example.utf8());
    assertEquals("transparency." + failing, failure.code());
    assertEquals(shows, Evidence.read(example).judge());
  }

  @Test
  void aStoreThatWasPutBack() throws IOException {
    WatchedPortal home = new WatchedPortal(Dialect.MESH, directory);
    home.goesBack();
    assertExample(
        "rolled-back",
        "the log example.com has lost records: it had 17 at 2019-04-04T00:04:00Z and 9 at"
            + " 2019-04-04T00:05:00Z",
        () -> home.desktop.refresh());
  }

  @Test
  void twoHistories() throws IOException {
    WatchedPortal home = new WatchedPortal(Dialect.MESH, directory);
    home.forks();
    assertExample(
        "forked",
        "the log example.com has signed two histories: its first 13 records are others in its"
            + " checkpoint of 16",
        () -> home.desktop.refresh());
  }

  @Test
  void twoHistoriesByTwoKeys() throws IOException {
    WatchedPortal home = new WatchedPortal(Dialect.MESH, directory);
    home.forks();
    home.portal.keyring().change(Suite.ED25519);
    assertExample(
        "forked-across-keys",
        "forked",
        "the log example.com has signed two histories: its first 13 records are others in its"
            + " checkpoint of 16",
        () -> home.desktop.refresh());
  }

  /** Files that earlier versions wrote are judged as before. */
  @Test
  void aFileWithAStatementThatNamesNoneBeforeIt() throws IOException {
    Path file = Path.of("src", "test", "golden", "dropped-before-chains.json");
    assertTrue(
        Evidence.read(Bytes.of(Files.readAllBytes(file)))
            .judge()
            .startsWith("the log example.com has dropped record 10, which its receipt of"));
  }

  @Test
  void aWriteThatWasForgotten() throws IOException {
    WatchedPortal home = new WatchedPortal(Dialect.MESH, directory);
    home.forgetsAWrite();
    home.account("stranger");
    home.later();
    assertExample(
        "dropped",
        "the log example.com has dropped record 10, which its receipt of 2019-04-04T00:02:00Z"
            + " promises: the checkpoint of 12 has another record in its place",
        () -> home.desktop.refresh());
  }

  @Test
  void anOldRecordAsTheLatest() throws IOException {
    put("a");
    later();
    DataItem old = latest("a");
    read(watch, "a");
    put("a");
    later();
    read(watch, "a");
    LogWatch.Asked asked = watch.begin();
    LogAnswer lie = lie(asked, old);
    assertExample(
        "not-latest",
        "the log mesh.example hides record 3: its checkpoint of 5 says that record 1 is the latest"
            + " of that key",
        () -> watch.read(asked, "a", old, lie, Optional.empty()));
  }
}
