package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.peer.PeerHead;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.PeerPort;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.transparency.witness.TestLog;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.transparency.witness.WitnessPort;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Witnesses and peers of {@code portal serve}: wrong options, warnings, and the threads. */
class PartnerOptionsTest {

  private static final NoteKey WITNESS = TestLog.witness().key();
  private static final NoteKey OTHER = TestLog.example().key();
  private static final TestLog OWN = TestLog.named("a.example");
  private static final String URL = "http://127.0.0.1:1";

  @TempDir private Path place;

  private void refused(String part, String... more) {
    List<String> words = new ArrayList<>(List.of("portal", "serve", "--domain", "a.example"));
    words.addAll(List.of("--store", "memory", "--root", place.resolve("p").toString()));
    words.addAll(List.of(more));
    Cli run = Cli.run(words.toArray(String[]::new));
    assertEquals(2, run.code(), run.errors());
    assertEquals("", run.out());
    assertTrue(run.errors().contains(part), run.errors());
    assertEquals(2, run.errors().lines().count(), run.errors());
  }

  private void policy(String part, String... lines) throws IOException {
    refused(part, "--witnesses", Files.write(place.resolve("policy"), List.of(lines)) + "");
  }

  @Test
  void aPolicyHasAnAddressForEachWitness() throws IOException {
    refused("cannot read", "--witnesses", place.resolve("absent").toString());
    policy("this is no policy of witnesses: line 1: ", "quorum");
    policy("it has no line 'quorum NAME'", "witness w " + WITNESS + " " + URL);
    policy("needs no witness", "witness w " + WITNESS + " " + URL, "quorum none");
    policy("the witness w has no address", "witness w " + WITNESS, "quorum w");
    policy(
        "\"w.example\" is not the address of a witness",
        "witness w " + WITNESS + " w.example",
        "quorum w");
    policy(
        "is not one for the log a.example",
        "log " + OTHER,
        "witness w " + WITNESS + " " + URL,
        "quorum w");
  }

  @Test
  void aPeerHasAnAddressAndAKeyOfItsOwn() {
    refused("--peer takes an address, = and a key", "--peer", URL);
    refused("is no key of a log", "--peer", URL + "=x");
    refused("is not the address of a portal's server", "--peer", "peer=" + OTHER);
    refused("needs the key of another portal's log", "--peer", URL + "=" + WITNESS);
    refused("needs the key of another portal's log", "--peer", URL + "=" + OWN.key());
    refused(
        "the peer mesh.example is named twice",
        "--peer",
        URL + "=" + OTHER,
        "--peer",
        URL + "/=" + OTHER);
    refused("--exchange takes a number", "--peer", URL + "=" + OTHER, "--exchange", "soon");
    refused("--exchange takes a number", "--peer", URL + "=" + OTHER, "--exchange", "0s");
  }

  @Test
  void aWarningIsGivenOncePerChange() {
    List<String> notes = new ArrayList<>();
    PartnerWarnings warnings = new PartnerWarnings(notes::add);
    List<WitnessAnswer> answers = new ArrayList<>();
    WitnessPort heard =
        warnings.heard(
            "w",
            new WitnessPort() {
              @Override
              public WitnessAnswer add(AddCheckpoint request) {
                return answers.get(0);
              }

              @Override
              public Optional<Note> latest(String originHash) {
                return Optional.empty();
              }
            });
    answers.add(new WitnessAnswer.Cosigned(List.of()));
    heard.add(OWN.request(0, 1));
    warnings.accept("the witness w: one");
    warnings.accept("the witness w: one");
    warnings.accept("the witness v: one");
    warnings.accept("the witness w: two: three");
    answers.set(0, new WitnessAnswer.Conflict(3));
    heard.add(OWN.request(0, 1));
    warnings.accept("the witness w: two: three");
    answers.set(0, new WitnessAnswer.Cosigned(List.of()));
    heard.add(OWN.request(0, 1));
    heard.add(OWN.request(0, 1));
    warnings.accept("the witness w: two: three");
    assertEquals(
        List.of(
            "the witness w: one",
            "the witness v: one",
            "the witness w: two: three",
            "the witness w answers again",
            "the witness w: two: three"),
        notes);
  }

  @Test
  void aPeerThatAnswersAgainIsNamed() {
    List<String> notes = new ArrayList<>();
    PartnerWarnings warnings = new PartnerWarnings(notes::add);
    List<MeshException> failures = new ArrayList<>();
    PeerPort heard =
        warnings.heard(
            "p",
            new PeerPort() {
              @Override
              public Bytes checkpoint() {
                if (!failures.isEmpty()) {
                  throw failures.remove(0);
                }
                return Bytes.utf8("x");
              }

              @Override
              public Bytes tile(Tile tile) {
                return Bytes.utf8("x");
              }

              @Override
              public Bytes keys() {
                return Bytes.utf8("x");
              }
            });
    warnings.accept("the peer p: forked");
    heard.checkpoint();
    warnings.accept("the peer p: forked");
    failures.add(new InputException("silent", "x"));
    assertThrows(InputException.class, heard::checkpoint);
    warnings.accept("the peer p: silent");
    heard.checkpoint();
    assertEquals(
        List.of("the peer p: forked", "the peer p: silent", "the peer p answers again"), notes);
  }

  private static void put(PortalStore store) {
    store.transact(
        tx -> {
          tx.put(
              Change.update(
                  LogName.MESH, "key", List.of(), Bytes.utf8("{}"), World.system().now()));
          return true;
        });
  }

  private static MeshPortalDirect portal(String domain, PortalStore store, PortalPolicy policy) {
    return MeshPortalDirect.open(
        World.system(),
        domain,
        Dialect.MESH,
        store,
        policy.withCheckpoints(new CheckpointPolicy(1, Duration.ZERO)));
  }

  @Test
  void theCheckpointOfAPeerBecomesARecord() {
    PortalStore theirs = new MemoryPortalStore();
    PortalStore ours = new MemoryPortalStore();
    put(theirs);
    put(ours);
    Console console = new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    try (MeshPortalDirect peer = portal("peer.example", theirs, PortalPolicy.DEFAULT);
        PortalServer server = PortalServer.start(peer, ServerLimits.DEFAULT)) {
      peer.tend(Runnable::run);
      NoteKey key = peer.keyring().logSigner().key();
      PartnerOptions options =
          CommandLine.populateCommand(
              new PartnerOptions(), "--peer", server.address() + "=" + key, "--exchange", "2h");
      LogPartners partners = options.read("a.example", console).orElseThrow();
      assertEquals(Duration.ofHours(2), partners.exchange());
      assertEquals(1, partners.size());
      assertEquals("witnesses of its log: 0, peers: 1", PartnerOptions.text(partners));
      try (MeshPortalDirect own =
          portal("a.example", ours, PortalPolicy.DEFAULT.withPartners(partners))) {
        own.tend(Runnable::run);
        PeerHead head =
            PeerHead.read(
                ours.transact(tx -> tx.latest(LogName.PORTAL, PeerHead.key("peer.example")))
                    .orElseThrow());
        assertEquals(peer.published("checkpoint").orElseThrow(), head.note().octets());
      }
    }
  }

  @Test
  void thePortalIsTendedAgainWhateverFails() throws InterruptedException {
    List<String> notes = new ArrayList<>();
    CountDownLatch failed = new CountDownLatch(2);
    CountDownLatch asked = new CountDownLatch(2);
    AtomicInteger rounds = new AtomicInteger();
    try (PortalTending tending =
        PortalTending.start(
            executor -> {
              executor.execute(
                  () -> {
                    assertTrue(Thread.currentThread().isDaemon());
                    asked.countDown();
                    throw new IllegalStateException("a question");
                  });
              if (rounds.incrementAndGet() <= 2) {
                throw new InputException("a round", "x");
              }
            },
            1,
            line -> {
              synchronized (notes) {
                notes.add(line);
              }
              failed.countDown();
            })) {
      asked.await();
      failed.await();
    }
    synchronized (notes) {
      assertTrue(notes.contains("the log is not tended: a round"), notes.toString());
      assertTrue(
          notes.contains("the log is not tended: java.lang.IllegalStateException: a question"));
    }
  }
}
