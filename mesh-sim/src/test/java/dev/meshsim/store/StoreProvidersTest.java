package dev.meshsim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.files.DurableFiles;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreProvidersTest {

  /** A type of provider that only this test has. */
  public abstract static class Sample implements StoreProvider {

    @Override
    public String name() {
      return getClass().getSimpleName();
    }
  }

  public static final class Zinc extends Sample {}

  public static final class Copper extends Sample {}

  public static final class Iron extends Sample {
    @Override
    public boolean available() {
      return false;
    }
  }

  @TempDir private Path directory;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private URLClassLoader loader;

  @BeforeEach
  void provide() throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.write(
        services.resolve(Sample.class.getName()),
        List.of(Copper.class.getName(), Iron.class.getName(), Zinc.class.getName()));
    loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, before);
    Thread.currentThread().setContextClassLoader(loader);
  }

  @AfterEach
  void restore() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    loader.close();
  }

  @Test
  void theFirstNamesComeFirstAndTheOthersAlphabetically() {
    assertEquals(List.of("Copper", "Zinc"), load().names());
    assertEquals(List.of("Zinc", "Copper"), load("Zinc", "Absent").names());
  }

  @Test
  void anUnavailableProviderIsFoundByNameAndLeftOutWithItsReason() {
    assertEquals("Iron", load().named("Iron", names -> new NoSuchElementException()).name());
    Map<String, String> reasons =
        load().leftOut(provider -> DurableFiles.real().open(directory.resolve(provider.name())));
    assertEquals(List.of("Iron"), List.copyOf(reasons.keySet()));
    assertTrue(reasons.get("Iron").contains("no such file"), reasons.get("Iron"));
    assertTrue(load().leftOut(provider -> {}).get("Iron").contains("although"));
  }

  @Test
  void anUnknownNameIsReportedWithAllNames() {
    NoSuchElementException e =
        assertThrows(
            NoSuchElementException.class,
            () ->
                load("Zinc")
                    .named("Gold", names -> new NoSuchElementException(String.join(" ", names))));
    assertEquals("Zinc Copper Iron", e.getMessage());
    assertTrue(load().find("Gold").isEmpty());
  }

  private static StoreProviders<Sample> load(String... first) {
    return StoreProviders.load(Sample.class, List.of(first));
  }
}
