package dev.meshsim.portal.http.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.http.CannedServer;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.PublishedLog;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.TestLog;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A witness that is asked over HTTP: honest, refusing, hostile, silent and absent. */
class RemoteWitnessTest {

  private static final TestLog LOG = TestLog.example();
  private static final NoteKey KEY = TestLog.witness().key();
  private static final ErrorCode BAD_WITNESS = TransparencyException.Code.BAD_WITNESS;
  private static final ErrorCode NO_WITNESS = HttpPortalException.Code.NO_WITNESS;
  private static final Duration SHORT = Duration.ofMillis(200);

  private static String answer(int status, String fields, String body) {
    return "HTTP/1.1 "
        + status
        + " X\r\n"
        + fields
        + "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static WitnessAnswer add(String answer) throws IOException {
    try (CannedServer server = new CannedServer(answer)) {
      return RemoteWitness.at(KEY, server.address().toString()).add(LOG.request(0, 7));
    }
  }

  private static MeshException fails(ErrorCode code, String answer) throws IOException {
    return Failing.with(code, () -> add(answer), answer);
  }

  private static void says(MeshException failure, String part) {
    assertTrue(failure.problem().contains(part), failure.problem());
    assertEquals(1, failure.problem().lines().count(), failure.problem());
  }

  static Witness witness() {
    return new Witness(
        World.seeded(25),
        TestLog.witness(),
        new MemoryWitnessStore(),
        List.of(LOG.key()),
        evidence -> {});
  }

  @Test
  void aServerAnswersAsItsWitnessDoes() {
    try (WitnessServer server =
        WitnessServer.start(
            witness(), ServerSettings.loopback(WitnessServer.LIMITS), reason -> {})) {
      RemoteWitness remote = RemoteWitness.at(KEY, server.address() + "/");
      String hash = Witness.hash(LOG.origin());
      assertEquals(Optional.empty(), remote.latest(hash));
      WitnessAnswer.Cosigned cosigned = (WitnessAnswer.Cosigned) remote.add(LOG.request(0, 7));
      Note note = LOG.note(7).with(cosigned.signatures().get(0));
      assertEquals(List.of(KEY), note.verify(List.of(KEY)));
      assertEquals(Optional.of(note), remote.latest(hash));
      assertEquals(new WitnessAnswer.Conflict(7), remote.add(LOG.request(0, 9)));
      WitnessAnswer.Refused refused =
          (WitnessAnswer.Refused) remote.add(TestLog.named("a.example").request(0, 1));
      assertEquals(404, refused.status());
      assertEquals("this witness does not know the log", refused.reason());
    }
  }

  @Test
  void thePathsAreBelowThePrefix() throws IOException {
    try (CannedServer server = new CannedServer(answer(404, "", "x"))) {
      RemoteWitness remote = RemoteWitness.at(KEY, server.address() + "/a/b");
      remote.add(LOG.request(3, 7));
      remote.latest("00");
      String request = server.requests().get(0);
      assertTrue(request.startsWith("POST /a/b/add-checkpoint HTTP/1.1\r\n"), request);
      assertTrue(
          request.endsWith(
              new String(LOG.request(3, 7).octets().toArray(), StandardCharsets.ISO_8859_1)));
      assertTrue(server.requests().get(1).startsWith("GET /a/b/00/checkpoint HTTP/1.1\r\n"));
    }
  }

  @Test
  void linesOfOtherKeysAreGivenToo() throws IOException {
    String line = TestLog.named("x").note(3).signatures().get(0).line() + "\n";
    assertEquals(
        2, ((WitnessAnswer.Cosigned) add(answer(200, "", line + line))).signatures().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "{}",
        "OK\n",
        "\u2014 name\n",
        "\u2014 name AAAAAAA=",
        "\n\u2014 name AAAAAAA=\n",
        "text\n\n\u2014 name AAAAAAA=\n"
      })
  void whatIsNoSignatureLineIsNoCosignature(String body) throws IOException {
    says(fails(BAD_WITNESS, answer(200, "", body)), "answers no signature lines");
  }

  @ParameterizedTest
  @CsvSource({
    "text/x.tlog.size,'7'",
    "text/x.tlog.size,''",
    "text/x.tlog.size,'07\n'",
    "text/x.tlog.size,'-7\n'",
    "text/x.tlog.size,'9223372036854775808\n'",
    "text/x.tlog.size,'7\n7\n'",
    "text/plain,'7\n'"
  })
  void aConflictWithoutASizeIsNone(String type, String body) throws IOException {
    says(
        fails(BAD_WITNESS, answer(409, "Content-Type: " + type + "\r\n", body)),
        "answers a conflict without a size");
  }

  @Test
  void aConflictMayNameACharset() throws IOException {
    String field = "Content-Type: text/x.tlog.size; charset=utf-8\r\n";
    assertEquals(new WitnessAnswer.Conflict(7), add(answer(409, field, "7\n")));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 301, 302, 303, 307, 308, 401, 405, 413, 429, 500, 502})
  void otherStatusesAreNoAnswer(int status) throws IOException {
    try (CannedServer elsewhere = new CannedServer(answer(200, "", "x"))) {
      String field = "Location: " + elsewhere.address() + "/add-checkpoint\r\n";
      says(fails(BAD_WITNESS, answer(status, field, "x")), "answers with HTTP status " + status);
      assertEquals(List.of(), elsewhere.requests());
    }
  }

  @Test
  void whatAWitnessSaysIsQuoted() throws IOException {
    WitnessAnswer.Refused refused =
        (WitnessAnswer.Refused) add(answer(503, "", "a\u001b[2J\nb\u202e" + "x".repeat(9000)));
    assertEquals(503, refused.status());
    assertTrue(refused.reason().length() < 500, refused.reason());
    assertTrue(refused.reason().chars().allMatch(c -> c >= ' ' && c != '\u202e'), refused.reason());
  }

  @Test
  void anAnswerTooLongIsNotRead() throws IOException {
    says(fails(BAD_WITNESS, answer(200, "", "x".repeat(20_000))), "more than 16384 octets");
    says(fails(BAD_WITNESS, answer(403, "", "x".repeat(20_000))), "more than 16384 octets");
  }

  @Test
  void aWitnessThatDoesNotAnswerIsNamed() throws IOException {
    says(fails(NO_WITNESS, ""), "no witness answers at http://127.0.0.1:");
    says(fails(NO_WITNESS, "SSH-2.0-OpenSSH_9.6\r\n\r\n"), "no witness answers at");
    MeshException closed =
        Failing.with(NO_WITNESS, () -> RemoteWitness.at(KEY, "http://127.0.0.1:1").latest("00"));
    says(closed, "no witness answers at http://127.0.0.1:1: ConnectException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w.example",
        "ftp://w.example",
        "http://",
        "http:///x",
        "http://w.example/?x",
        "http://a b",
        "",
        "http://w.example/#x"
      })
  void anAddressIsOneOfHttp(String text) {
    Failing.with(HttpPortalException.Code.BAD_ADDRESS, () -> RemoteWitness.at(KEY, text));
  }

  @Test
  void aBodyWithoutAnEndIsCut() throws IOException {
    try (Endless server = new Endless("HTTP/1.1 200 OK\r\n\r\n", new byte[8192])) {
      says(
          Failing.with(
              BAD_WITNESS, () -> RemoteWitness.at(KEY, server.address()).add(LOG.request(0, 7))),
          "more than 16384 octets");
      says(
          Failing.with(BAD_WITNESS, () -> RemoteWitness.at(KEY, server.address()).latest("00")),
          "more than 65536 octets");
      // The readers of checkpoints and tiles refuse what is longer than one can be.
      PublishedLog log = new PublishedLog(URI.create(server.address()));
      assertEquals(Note.MOST_OCTETS + 1, log.checkpoint().length());
      assertEquals(8193, log.tile(Tile.parse("tile/0/000").orElseThrow()).length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      })
  void aWitnessThatGoesSilentCostsALimitedTime(String head) throws IOException {
    try (Endless server = new Endless(head, new byte[0])) {
      says(
          Failing.with(
              NO_WITNESS,
              () -> RemoteWitness.at(KEY, server.address(), SHORT).add(LOG.request(0, 7))),
          "no whole answer in 200 ms");
    }
  }

  @Test
  void fieldsWithoutAnEndCostALimitedTime() throws IOException {
    byte[] fields = "X: y\r\n".repeat(100).getBytes(StandardCharsets.ISO_8859_1);
    try (Endless server = new Endless("HTTP/1.1 200 OK\r\n", fields)) {
      Failing.with(
          NO_WITNESS, () -> RemoteWitness.at(KEY, server.address(), SHORT).add(LOG.request(0, 7)));
    }
  }

  @Test
  void aWrongCheckpointIsNone() throws IOException {
    for (String body : List.of("", "text", "text\n\nno signature\n")) {
      try (CannedServer server = new CannedServer(answer(200, "", body))) {
        says(
            Failing.with(
                BAD_WITNESS, () -> RemoteWitness.at(KEY, server.address().toString()).latest("00")),
            "gives no checkpoint");
      }
    }
  }
}
