package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.MachineStore;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores of a user's own in jars: that of the example project, and jars that cannot be used. */
class PluginsTest {

  private static final String SERVICE =
      "META-INF/services/dev.meshsim.machine.MachineStoreProvider";
  private static final Path EXAMPLE =
      Golden.root().resolve("scenarios/src/it/example/src/test/java/com/example");

  @TempDir private Path directory;

  private Path classes() throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    List<String> arguments =
        List.of(
            "-d",
            classes.toString(),
            "-proc:none",
            "-cp",
            Path.of(
                    MachineStore.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString(),
            EXAMPLE.resolve("CountedStore.java").toString(),
            EXAMPLE.resolve("CountedStoreProvider.java").toString());
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertEquals(0, code);
    return classes.resolve("com/example");
  }

  private Path jar(String name, String service, Path... classes) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      if (!service.isEmpty()) {
        entries.putNextEntry(new JarEntry(SERVICE));
        entries.write(service.getBytes(StandardCharsets.UTF_8));
        entries.closeEntry();
      }
      for (Path type : classes) {
        entries.putNextEntry(new JarEntry("com/example/" + type.getFileName()));
        entries.write(Files.readAllBytes(type));
        entries.closeEntry();
      }
    }
    return jar;
  }

  private Path counted() throws IOException {
    Path classes = classes();
    return jar(
        "counted.jar",
        "com.example.CountedStoreProvider",
        classes.resolve("CountedStore.class"),
        classes.resolve("CountedStoreProvider.class"));
  }

  private static Cli withPlugin(Path jar, String... arguments) {
    return Cli.run(
        Stream.concat(Stream.of("--plugin", jar.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Test
  void scenariosRunOverAStoreOfAPlugin() throws IOException {
    Path jar = counted();
    Cli list = withPlugin(jar, "store", "list");
    assertTrue(list.out().contains("\nmachine counted\n"), list.out() + list.errors());
    Cli run =
        withPlugin(
            jar,
            "run",
            Golden.root().resolve("scenarios/escrow/renewed.yaml").toString(),
            "--store",
            "counted",
            "--out",
            directory.resolve("out").toString());
    assertEquals(0, run.code(), run.out() + run.errors());
    assertTrue(run.out().contains("1 passed, 0 failed"), run.out());
    assertFalse(Cli.run("store", "list").out().contains("counted"), "it ends with its command");
  }

  @Test
  void jarsThatAreNoPluginsAreRefused() throws IOException {
    Path whole = counted();
    byte[] octets = Files.readAllBytes(whole);
    Path cut = directory.resolve("cut.jar");
    Files.write(cut, Arrays.copyOf(octets, octets.length / 2));
    refused(directory.resolve("absent.jar"), "there is no plugin ");
    refused(directory, "there is no plugin ");
    refused(cut, "cut.jar is no jar, or not a whole one");
    refused(jar("empty.jar", "", whole), "empty.jar is a jar, but no plugin");
    refused(jar("hollow.jar", "com.example.Absent"), "a plugin cannot be used: ");
    Path classes = directory.resolve("classes/com/example");
    byte[] later = Files.readAllBytes(classes.resolve("CountedStoreProvider.class"));
    later[7] = 99;
    Path of = Files.createDirectories(directory.resolve("later"));
    Path type = Files.write(of.resolve("CountedStoreProvider.class"), later);
    refused(
        jar("later.jar", "com.example.CountedStoreProvider", type),
        "a plugin cannot be used: com/example/CountedStoreProvider has been compiled by a more recent");
  }

  private static void refused(Path jar, String problem) {
    Cli cli = withPlugin(jar, "store", "list");
    assertEquals(2, cli.code(), cli.out());
    assertTrue(cli.errors().startsWith("mesh-sim: "), cli.errors());
    assertTrue(cli.errors().contains(problem), cli.errors());
    assertEquals(2, cli.errors().lines().count(), cli.errors());
    assertEquals("", cli.out());
  }

  @Test
  void thePlaceOfTheOptionIsSaid() {
    Cli cli = Cli.run("store", "list", "--plugin", "x.jar");
    assertEquals(2, cli.code());
    assertTrue(cli.errors().contains("write it before the command"), cli.errors());
  }
}
