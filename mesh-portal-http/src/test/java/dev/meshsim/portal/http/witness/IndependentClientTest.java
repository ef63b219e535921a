package dev.meshsim.portal.http.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.portal.http.RawSocket;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.TestLog;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log of another make asks the witness: its tree, its proofs and its notes are those of Go's
 * {@code sumdb/tlog} and {@code sumdb/note}, which verify the cosignature too. Skipped where they
 * are not installed (Debian: golang-go, golang-golang-x-mod-dev).
 */
class IndependentClientTest {

  private static final Path GO = Path.of("/usr/bin/go");
  private static final Path SOURCES = Path.of("/usr/share/gocode");

  @TempDir private Path directory;

  private String run(String input, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOPATH", SOURCES.toString());
    builder.environment().put("GOCACHE", directory.resolve("cache").toString());
    builder.environment().put("CGO_ENABLED", "0");
    Process process = builder.redirectErrorStream(true).start();
    try (OutputStream to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + out;
  }

  /** Runs the client, which must succeed. */
  private String client(String input, String... words) throws IOException, InterruptedException {
    String[] command = new String[words.length + 1];
    command[0] = "./client";
    System.arraycopy(words, 0, command, 1, words.length);
    String out = run(input, command);
    assertTrue(out.startsWith("0 "), out);
    return out.substring(2);
  }

  private static String post(WitnessServer server, String body) throws IOException {
    byte[] octets = body.getBytes(StandardCharsets.UTF_8);
    try (RawSocket raw = new RawSocket(server.address())) {
      raw.write("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: " + octets.length);
      raw.write("\r\n\r\n");
      raw.write(octets);
      String answer = raw.response();
      int end = answer.indexOf("\r\n\r\n") + 4;
      return answer.substring(9, 13)
          + new String(
              answer.substring(end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aLogOfAnotherMakeIsCosigned() throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(GO)
            && Files.isDirectory(SOURCES.resolve("src/golang.org/x/mod/sumdb/tlog")),
        "Go with x/mod is not installed");
    try (InputStream in =
        Objects.requireNonNull(IndependentClientTest.class.getResourceAsStream("client.go"))) {
      Files.copy(in, directory.resolve("client.go"));
    }
    assertEquals("0 ", run("", GO.toString(), "build", "-o", "client", "client.go"));
    NoteKey log = NoteKey.parse(client("", "key", "log").strip());
    Witness witness =
        new Witness(
            World.seeded(25),
            TestLog.witness(),
            new MemoryWitnessStore(),
            List.of(log),
            evidence -> {});
    try (WitnessServer server =
        WitnessServer.start(witness, ServerSettings.loopback(WitnessServer.LIMITS), reason -> {})) {
      long known = 0;
      for (long size : List.of(1L, 4L, 5L, 5L, 64L, 101L)) {
        String body = client("", "request", "log", known + "", size + "");
        String answer = post(server, body);
        assertTrue(answer.startsWith("200 "), answer);
        assertEquals(
            "go.example\nwitness.example/w1\n",
            client(answer.substring(4), "verify", "log", size + "", witness.key().text()));
        known = size;
      }
      assertEquals("409 101\n", post(server, client("", "request", "log", "5", "110")));
      String wrong = client("", "request", "log", "100", "110").replace("old 100", "old 101");
      assertTrue(post(server, wrong).startsWith("422 "), wrong);
      String cosigned = post(server, client("", "request", "log", "101", "101")).substring(4);
      String other = run(cosigned, "./client", "verify", "log", "64", witness.key().text());
      assertTrue(other.startsWith("1 "), "a cosignature of another checkpoint: " + other);
    }
  }
}
