package dev.meshsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.testing.Exhaustive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that are closed, full or endless, and errors of the JVM, end in two lines. */
class StandardStreamsTest {

  @TempDir private Path directory;

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException(message);
      }
    };
  }

  private static Cli run(OutputStream out, String... arguments) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        MeshSim.run(
            arguments,
            new ProcessOutput(out),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    return new Cli(code, "", errors.toString(StandardCharsets.UTF_8));
  }

  @Test
  void resultsOnAFullDiskAreAnError() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "x");
    Cli cli = run(failing("No space left on device"), "udf", "--type", "t/p", file.toString());
    assertEquals(2, cli.code());
    assertEquals(
        "mesh-sim: standard output cannot be written: No space left on device",
        cli.errors().lines().findFirst().orElseThrow());
    assertEquals(2, cli.errors().lines().count());
  }

  @Test
  void helpOnAClosedStreamIsAnErrorToo() {
    for (String option : new String[] {"--help", "--version"}) {
      Cli cli = run(failing("Bad file descriptor"), option);
      assertEquals(2, cli.code());
      assertTrue(cli.errors().startsWith("mesh-sim: standard output cannot be written: it is cl"));
    }
  }

  @Test
  void aFailureKeepsItsCodeWhenTheOutputIsLost() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("x.yaml"),
            "purpose: x\nmachines: [a]\nportal: b.com\n"
                + "steps: [{validate: c@b.com, expect: not valid}]\n");
    String out = directory.resolve("out").toString();
    Cli cli = run(failing("Broken pipe"), "run", file.toString(), "--out", out);
    assertEquals(1, cli.code());
    assertTrue(cli.errors().contains("Broken pipe"), cli.errors());
    assertTrue(Files.exists(directory.resolve("out/junit.xml")));
  }

  @Test
  void standardInputThatCannotBeReadIsAnError() {
    InputStream before = System.in;
    System.setIn(
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Bad file descriptor");
          }
        });
    try {
      for (String line :
          new String[] {
            "udf --type t/p -",
            "share split --quorum 2 --shares 3 --hex -",
            "share combine -",
            "escrow open - --share abc"
          }) {
        Cli cli = Cli.run(line.split(" "));
        assertEquals(2, cli.code(), line);
        assertEquals("", cli.out());
        assertTrue(
            cli.errors().startsWith("mesh-sim: standard input cannot be read: it is closed\n"),
            line + ": " + cli.errors());
      }
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void moreTextThanAnyShareIsRefused() {
    Cli cli = Cli.piped("a\n".repeat(600_000), "share", "combine", "-");
    assertEquals(2, cli.code());
    assertTrue(cli.errors().contains("more than 1048576 octets"), cli.errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "udf --type t/p /dev/zero",
        "log show /dev/zero",
        "log verify /dev/zero",
        "profile open /dev/zero --keys x",
        "escrow open /dev/zero --share x"
      })
  void aDeviceIsRefused(String line) {
    assumeTrue(Files.isReadable(Path.of("/dev/zero")), "skipped: there is no /dev/zero");
    Cli cli = Cli.run(line.split(" "));
    assertEquals(2, cli.code());
    assertTrue(cli.errors().contains("it is a device"), cli.errors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"udf --type t/p", "log show", "profile open --keys x"})
  void aDirectoryIsRefused(String line) {
    Cli cli = Cli.run((line + " " + directory).split(" "));
    assertEquals(2, cli.code());
    assertTrue(cli.errors().contains("it is a directory"), cli.errors());
  }

  @Test
  void theFingerprintOfAFileLargerThanAnyArrayIsPrinted() throws IOException {
    assumeTrue(Exhaustive.on(), "long: -Dmeshsim.exhaustive=true runs it");
    Path large = directory.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((1L << 31) + 1);
    }
    Cli cli = Cli.run("udf", "--type", "text/plain", large.toString());
    assertEquals(0, cli.code(), cli.errors());
    assertTrue(cli.out().startsWith("M"), cli.out());
  }

  private static String failure(Throwable failure) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream printer = new PrintStream(errors, true, StandardCharsets.UTF_8);
    assertEquals(MeshSim.INTERNAL, FailureReport.print(failure, printer));
    String text = errors.toString(StandardCharsets.UTF_8);
    assertEquals(2, text.lines().count(), text);
    return text;
  }

  @Test
  void errorsOfTheJvmAreTwoLinesAlsoFromOtherThreads() {
    Error memory = new OutOfMemoryError("Java heap space");
    assertTrue(failure(memory).startsWith("mesh-sim: out of memory: Java heap space\n"));
    assertTrue(
        failure(new IllegalStateException("a record could not be checked", memory))
            .startsWith("mesh-sim: out of memory: "));
    assertTrue(failure(new StackOverflowError()).contains("the stack is exhausted"));
    assertTrue(
        failure(new IllegalStateException(new IOException("x: Too many open files")))
            .startsWith("mesh-sim: too many open files\nhint: "));
    assertTrue(failure(new NoClassDefFoundError("x")).contains("NoClassDefFoundError at "));
  }
}
