package dev.meshsim.portal.http.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.RawSocket;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSignature;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.TestLog;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessStore;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server of a witness: each status with its fields and its body, as octets on a connection. */
class WitnessServerTest {

  private static final TestLog LOG = TestLog.example();
  private static final Duration SHORT = Duration.ofMillis(100);

  private final List<Evidence> accused = new ArrayList<>();
  private final List<String> stopped = new ArrayList<>();
  private boolean full;
  private final WitnessStore store =
      new WitnessStore() {
        private final MemoryWitnessStore kept = new MemoryWitnessStore();

        @Override
        public Optional<Note> latest(String origin) {
          return kept.latest(origin);
        }

        @Override
        public void put(String origin, Note cosigned) {
          if (full) {
            throw TransparencyException.badTree("the disk is full");
          }
          kept.put(origin, cosigned);
        }

        @Override
        public void close() {}
      };
  private final Witness witness =
      new Witness(World.seeded(25), TestLog.witness(), store, List.of(LOG.key()), accused::add);
  private final WitnessServer server = start(WitnessServer.LIMITS);

  private WitnessServer start(ServerLimits limits) {
    return WitnessServer.start(witness, ServerSettings.loopback(limits), stopped::add);
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** An answer: the number in its first line, its head in lower case and its body. */
  private record Answer(int status, String head, String body) {

    static Answer of(String text) {
      int end = text.indexOf("\r\n\r\n");
      assertTrue(end > 0, text);
      return new Answer(
          Integer.parseInt(text.substring(9, 12)),
          text.substring(0, end + 2).toLowerCase(Locale.ROOT),
          text.substring(end + 4));
    }

    Answer has(String field) {
      assertTrue(head.contains("\r\n" + field + "\r\n"), head);
      return this;
    }

    void says(int expected, String part) {
      assertEquals(expected, status, body);
      assertTrue(head.contains("\r\ncontent-type: text/plain;"), head);
      assertTrue(body.contains(part) && body.endsWith("\n"), body);
      assertEquals(1, body.lines().count(), body);
    }
  }

  private static String octets(AddCheckpoint request) {
    return new String(request.octets().toArray(), StandardCharsets.ISO_8859_1);
  }

  private static String post(String body, String... fields) {
    return "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\n"
        + String.join("", fields)
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private Answer exchange(String request) throws IOException {
    try (RawSocket raw = new RawSocket(server.address())) {
      raw.write(request);
      return Answer.of(raw.response());
    }
  }

  private Answer add(AddCheckpoint request) throws IOException {
    return exchange(post(octets(request)));
  }

  private static Note note(String octets) {
    return Note.parse(Bytes.of(octets.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: w\r\n\r\n";
  }

  private static String latest() {
    return get("/" + Witness.hash(LOG.origin()) + "/checkpoint");
  }

  @Test
  void aCosignatureIsALineOfANote() throws IOException {
    Answer answer = add(LOG.request(0, 7));
    assertEquals(200, answer.status(), answer.body());
    answer.has("content-type: text/plain; charset=utf-8").has("cache-control: no-store");
    String note = octets(LOG.request(0, 7)).substring("old 0\n\n".length());
    Note cosigned = note(note + answer.body());
    assertEquals(
        List.of(TestLog.witness().key()), cosigned.verify(List.of(TestLog.witness().key())));
  }

  @Test
  void theLastCheckpointIsPublished() throws IOException {
    exchange(latest()).says(404, "cosigned nothing");
    exchange(get("/" + Witness.hash("unknown.example") + "/checkpoint"))
        .says(404, "cosigned nothing");
    add(LOG.request(0, 7));
    add(LOG.request(7, 9));
    Answer answer = exchange(latest());
    assertEquals(200, answer.status());
    answer.has("content-type: text/plain; charset=utf-8");
    Note note = note(answer.body());
    assertEquals(LOG.note(9).text(), note.text());
    assertEquals(List.of(LOG.key(), witness.key()), note.verify(List.of(LOG.key(), witness.key())));
  }

  @Test
  void aConflictHasTheSize() throws IOException {
    add(LOG.request(0, 7));
    Answer answer = add(LOG.request(0, 9));
    assertEquals(409, answer.status());
    assertEquals("7\n", answer.body());
    answer.has("content-type: text/x.tlog.size").has("content-length: 2");
  }

  @Test
  void eachRefusalHasItsStatus() throws IOException {
    exchange(post("old 1\n")).says(400, "this is no request to a witness");
    exchange(post("")).says(400, "this is no request to a witness");
    add(new AddCheckpoint(9, List.of(), LOG.note(7))).says(400, "the old size is greater");
    add(TestLog.named("other.example").request(0, 3)).says(404, "does not know the log");
    Note right = LOG.note(7);
    NoteSignature wrong = LOG.note(8).signatures().get(0);
    add(new AddCheckpoint(0, List.of(), new Note(right.text(), List.of(wrong))))
        .says(403, "does not fit the note");
    NoteSignature others = TestLog.named("x.example").note(7).signatures().get(0);
    add(new AddCheckpoint(0, List.of(), new Note(right.text(), List.of(others))))
        .says(403, "no signature of");
    add(LOG.request(0, 7));
    add(LOG.forkedAt(3).request(7, 7)).says(422, "");
    assertEquals(1, accused.size());
    full = true;
    add(LOG.request(7, 9)).says(503, "cannot keep its state");
    assertEquals(List.of(), stopped);
  }

  @Test
  void aWitnessThatHasLostItsStateSaysSoOnce() throws IOException {
    Note beyond =
        LOG.note(9).with(TestLog.witness().cosign(LOG.note(9).text(), Instant.ofEpochSecond(9)));
    for (int i = 0; i < 2; i++) {
      add(new AddCheckpoint(0, List.of(), beyond)).says(503, "has lost its state");
    }
    assertEquals(List.of("it has cosigned 9 records and knows of 0"), stopped);
  }

  @Test
  void otherPathsAndMethodsAreRefused() throws IOException {
    for (String path : List.of("/", "/add-checkpoint/", "/ADD-CHECKPOINT", "/x/add-checkpoint")) {
      exchange(get(path)).says(404, "tlog-witness");
    }
    exchange(get("/" + Witness.hash("a").toUpperCase(Locale.ROOT) + "/checkpoint"))
        .says(404, "tlog-witness");
    Answer got = exchange(get("/add-checkpoint"));
    got.says(405, "answers POST requests");
    got.has("allow: post");
    Answer posted = exchange(latest().replace("GET", "PUT"));
    posted.says(405, "answers GET requests");
    posted.has("allow: get");
  }

  @Test
  void aBodyHasALimitOfOctetsAndTime() throws IOException {
    String large = "x".repeat(AddCheckpoint.MOST_OCTETS + 1);
    exchange(post(large)).says(413, "at most " + AddCheckpoint.MOST_OCTETS + " octets");
    exchange(
            "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(large.length())
                + "\r\n"
                + large)
        .says(413, "at most");
    exchange(post("x".repeat(AddCheckpoint.MOST_OCTETS))).says(400, "no request");
    try (WitnessServer hasty = start(WitnessServer.LIMITS.withTimes(SHORT, SHORT));
        RawSocket raw = new RawSocket(hasty.address())) {
      String request = post("old 0\n\n");
      raw.write(request.substring(0, request.length() - 1));
      Answer.of(raw.response()).says(408, "did not arrive in 100 ms");
    }
  }

  @Test
  void oneConnectionHasManyRequests() throws IOException {
    try (RawSocket raw = new RawSocket(server.address())) {
      for (int size = 1; size < 40; size++) {
        raw.write(post(octets(LOG.request(size - 1, size))));
        assertEquals(200, Answer.of(raw.response()).status());
        raw.write(latest());
        assertTrue(raw.response().contains("\n" + size + "\n"));
      }
    }
  }

  @Test
  void aClosedServerCutsIdleConnectionsAndListensNoMore() throws IOException {
    PortalAddress address = server.address();
    try (RawSocket raw = new RawSocket(address)) {
      raw.write(post(octets(LOG.request(0, 7))));
      assertEquals(200, Answer.of(raw.response()).status());
      server.close();
      assertEquals("", raw.rest());
    }
    assertThrows(IOException.class, () -> new RawSocket(address).close());
  }
}
