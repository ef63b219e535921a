package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The listings of {@code docs/own-store.md} are the files of the example project. */
class OwnStorePageTest {

  private static final Path EXAMPLE = Golden.root().resolve("scenarios/src/it/example/src/test");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/com/example/CountedStore.java",
        "java/com/example/CountedStoreProvider.java",
        "java/com/example/CountedStoreTest.java",
        "resources/META-INF/services/dev.meshsim.machine.MachineStoreProvider"
      })
  void aListingIsItsFile(String file) throws IOException {
    String page = Files.readString(Golden.root().resolve("docs/own-store.md"));
    assertTrue(page.contains("\n" + Files.readString(EXAMPLE.resolve(file)).strip() + "\n"), file);
  }
}
