package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failed expectation on a secret says which one it is, and no report has either value. */
class SecretsInReportsTest {

  private static final String STORED = "hunter2-stored";
  private static final String EXPECTED = "hunter2-expected";

  @TempDir Path directory;

  private Cli run(String application, String steps) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("secret.yaml"),
            """
            purpose: For a test.
            machines: [a]
            portal: example.com
            steps:
            - createDevice: a
            - createAccount: x@example.com
              on: a
            - add: %s
              on: a
            """
                    .formatted(application)
                + steps);
    return Cli.run(
        "run",
        file + "",
        "--verbose",
        "--out",
        directory.resolve("out") + "",
        "--report",
        "github",
        "--report",
        "ndjson=" + directory.resolve("events"),
        "--report",
        "junit",
        "--report",
        "json",
        "--report",
        "markdown",
        "--report",
        "html",
        "--report",
        "trace",
        "--report",
        "transcript");
  }

  private void assertNowhere(Cli cli) throws IOException {
    assertHarmless("the output", cli.out() + cli.errors());
    int files = 0;
    try (Stream<Path> all = Files.walk(directory.resolve("out"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.toString().contains("/stores/")) {
          assertHarmless(
              file + "", new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
          files++;
        }
      }
    }
    assertHarmless("events", Files.readString(directory.resolve("events")));
    assertTrue(files > 8, files + " files");
  }

  private static void assertHarmless(String what, String text) {
    for (String secret : List.of(STORED, EXPECTED)) {
      assertFalse(text.contains(secret), what + " has " + secret + ": " + text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PasswordProfile, put, 'user: u, password: hunter2-stored', get, password",
    "CredentialProfile, putEntry, 'text: hunter2-stored', getEntry, text"
  })
  void neitherValueIsShown(String type, String put, String entry, String get, String word)
      throws IOException {
    String steps =
        "- {"
            + put
            + ": bank.com, on: a, "
            + entry
            + "}\n- {update: a}\n- {"
            + get
            + ": bank.com, on: a, expect: \""
            + word
            + " "
            + EXPECTED
            + "\"}\n";
    Cli cli = run(type, steps);
    assertEquals(1, cli.code(), cli.out() + cli.errors());
    assertTrue(cli.out().contains("    expected  " + word + " of "), cli.out());
    assertTrue(cli.out().contains("secret.yaml:12:"), cli.out());
    assertTrue(cli.out().contains(word + " of another value"), cli.out());
    assertNowhere(cli);
  }

  @Test
  void anExpectedSecretIsNotShownWhereNothingIsFound() throws IOException {
    Cli cli =
        run("PasswordProfile", "- {get: bank.com, on: a, expect: password " + EXPECTED + "}\n");
    assertEquals(1, cli.code(), cli.out() + cli.errors());
    assertTrue(cli.out().contains("    found     ok, no entry"), cli.out());
    assertNowhere(cli);
  }

  @Test
  void aSecretThatIsNotComparedIsNotShownEither() throws IOException {
    Cli cli =
        run(
            "PasswordProfile",
            "- {put: bank.com, on: a, user: u, password: "
                + STORED
                + "}\n- {get: bank.com, on: a, expect: user other}\n");
    assertTrue(
        cli.out().contains("    found     ok, user u, password that is not shown"), cli.out());
    assertNowhere(cli);
  }
}
