package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mesh-sim portal keys}: shows the keys of a portal, and changes them. */
class KeysCommandTest {

  @TempDir private Path root;

  private Cli keys(String... more) {
    List<String> words =
        new ArrayList<>(List.of("portal", "keys", "--domain", "example.com", "--store", "jlog"));
    words.addAll(List.of("--root", root.toString()));
    words.addAll(List.of(more));
    return Cli.run(words.toArray(String[]::new));
  }

  @Test
  void theyStayAndChange() throws IOException {
    Cli first = keys();
    assertEquals(0, first.code(), first.errors());
    assertTrue(first.out().matches("key M[A-Z2-7-]+, Ed25519, number 1\n"), first.out());
    assertEquals(first.out(), keys().out());
    String fingerprint = first.out().substring("key ".length(), first.out().indexOf(','));
    Cli changed = keys("--change", "P-256");
    assertEquals(0, changed.code(), changed.errors());
    assertTrue(changed.out().startsWith("the key was " + fingerprint + "\nkey "), changed.out());
    assertTrue(changed.out().endsWith(", P-256 signatures, number 2\n"), changed.out());
    assertTrue(keys().out().endsWith(", number 2\n"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(root.resolve("portal.jlog.keys"))));
    assertFalse(Files.readString(root.resolve("portal.jlog")).contains(fingerprint));
  }

  @Test
  void theKeyOfTheLogIsMadeOnDemand() {
    Cli first = keys("--log");
    assertEquals(0, first.code(), first.errors());
    assertTrue(
        first.out().matches("key M[A-Z2-7-]+, Ed25519, number 1\nlog key example.com\\+.+\n"),
        first.out());
    assertEquals(first.out(), keys("--log").out());
    assertEquals(first.out(), keys().out());
  }

  @Test
  void anUnknownSuiteIsWrongUsage() {
    Cli unknown = keys("--change", "P-257");
    assertEquals(2, unknown.code());
    assertTrue(unknown.errors().contains("there is no suite \"P-257\""), unknown.errors());
  }
}
