package dev.meshsim.cli.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.cli.portal.Served;
import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.portal.http.witness.RemoteWitness;
import dev.meshsim.portal.http.witness.WitnessServer;
import dev.meshsim.testing.Once;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Cosignature;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.TestLog;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.transparency.witness.WitnessJournal;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Witnesses and portals in processes of their own. */
@Once
class WitnessProcessesTest {

  private static final int THREADS = 8;
  private static final int ANSWERS = 80;
  private static final int MOST = 2000;

  @TempDir private Path place;

  private List<String> words(String root, List<NoteKey> logs) {
    List<String> words = new ArrayList<>(List.of("--root", root, "--listen", "127.0.0.1:0"));
    logs.forEach(key -> words.addAll(List.of("--log", key.text())));
    return words;
  }

  /** Has its own branch of a log cosigned, from where the witness is, until nobody answers. */
  private static void load(
      RemoteWitness witness, TestLog log, Map<String, List<Note>> answered, CountDownLatch enough) {
    long known = 0;
    try {
      while (known < MOST) {
        long next = known + 1;
        WitnessAnswer answer = witness.add(log.request(known, next));
        if (answer instanceof WitnessAnswer.Cosigned signed) {
          Note note = log.note(next).with(signed.signatures().get(0));
          answered.get(log.origin()).add(note);
          enough.countDown();
          known = next;
        } else if (answer instanceof WitnessAnswer.Conflict conflict) {
          known = conflict.size();
        } else {
          // The other branch of this log was first.
          return;
        }
      }
    } catch (MeshException e) {
      // The end of the process.
      return;
    }
  }

  @Test
  void aKilledWitnessKnowsAllThatItHasAnswered() throws Exception {
    NoteKey key = Scene.init(place.resolve("w"), "w.example/1");
    List<TestLog> logs = new ArrayList<>();
    for (int i = 0; i < THREADS / 2; i++) {
      // Two threads have the same log, and the first log has two branches.
      logs.add(TestLog.named("log" + i + ".example"));
      logs.add(i == 0 ? logs.get(0).forkedAt(2) : logs.get(2 * i));
    }
    Map<String, List<Note>> answered = new ConcurrentHashMap<>();
    for (TestLog log : logs) {
      answered.put(log.origin(), new CopyOnWriteArrayList<>());
    }
    CountDownLatch enough = new CountDownLatch(ANSWERS);
    List<NoteKey> keys = logs.stream().map(TestLog::key).distinct().toList();
    try (Served served = Served.of("witness", place, words("w", keys))) {
      assertTrue(served.first().startsWith("the witness w.example/1 listens on http://127.0.0.1:"));
      assertEquals("its key is " + key, served.next());
      RemoteWitness witness = RemoteWitness.at(key, served.address());
      List<Thread> threads = new ArrayList<>();
      for (TestLog log : logs) {
        threads.add(new Thread(() -> load(witness, log, answered, enough)));
      }
      threads.forEach(Thread::start);
      enough.await();
      served.kill();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    try (WitnessJournal journal =
        WitnessJournal.open(place.resolve("w/witness.jsonl"), key, DurableFiles.real())) {
      for (TestLog log : logs) {
        List<Note> notes = answered.get(log.origin());
        Note last = journal.latest(log.origin()).orElseThrow();
        requireConsistent(key, log, notes, last);
      }
    }
  }

  /** All are of one branch, none is larger than what is stored, and no time falls with the size. */
  private static void requireConsistent(NoteKey key, TestLog log, List<Note> notes, Note last) {
    List<Note> all = new ArrayList<>(notes);
    all.add(last);
    long most = size(last);
    for (Note note : all) {
      note.verify(List.of(key));
      assertTrue(size(note) <= most, size(note) + " was answered, and " + most + " is stored");
      for (Note other : all) {
        if (size(note) == size(other)) {
          assertEquals(note.text(), other.text());
        } else if (size(note) < size(other)) {
          assertFalse(
              Cosignature.time(note, key)
                  .orElseThrow()
                  .isAfter(Cosignature.time(other, key).orElseThrow()));
        }
      }
    }
    TestLog branch = log.note(most).text().equals(last.text()) ? log : other(log);
    for (Note note : all) {
      assertEquals(branch.note(size(note)).text(), note.text());
    }
  }

  private static TestLog other(TestLog log) {
    TestLog named = TestLog.named(log.origin());
    return named.note(3).text().equals(log.note(3).text()) ? named.forkedAt(2) : named;
  }

  private static long size(Note note) {
    return Checkpoint.verified(note).tree().size();
  }

  /** A witness in this process. */
  private static WitnessServer inside(NoteSigner signer, NoteKey log) {
    return WitnessServer.start(
        new Witness(World.system(), signer, new MemoryWitnessStore(), List.of(log), evidence -> {}),
        ServerSettings.loopback(WitnessServer.LIMITS),
        reason -> {});
  }

  private static String line(NoteKey key, String url) {
    return "witness " + key.name() + " " + key + " " + url;
  }

  @Test
  void aPortalIsWitnessedByTwoOfThree() throws Exception {
    List<String> portal =
        List.of("--domain", "example.com", "--store", "jlog", "--root", place.resolve("p") + "");
    Cli keys = Cli.run(with(List.of("portal", "keys", "--log"), portal));
    NoteKey log = NoteKey.parse(keys.out().lines().toList().get(1).substring("log key ".length()));
    NoteKey first = Scene.init(place.resolve("w"), "w.example/1");
    NoteSigner second = TestLog.signer("w.example/2", KeyType.COSIGNATURE, 0x30);
    NoteSigner third = TestLog.signer("w.example/3", KeyType.COSIGNATURE, 0x40);
    try (Served witness = Served.of("witness", place, words("w", List.of(log)));
        WitnessServer other = inside(second, log)) {
      WitnessServer stopped = inside(third, log);
      String policy =
          Scene.file(
              place.resolve("policy"),
              "log " + log,
              line(first, witness.address()),
              line(second.key(), other.address().toString()),
              line(third.key(), stopped.address().toString()),
              "group all 2 " + first.name() + " w.example/2 w.example/3",
              "quorum all");
      String needsThird =
          Scene.file(place.resolve("strict"), "witness w3 " + third.key(), "quorum w3");
      stopped.close();
      try (Served served =
          Served.of(
              "portal",
              place,
              List.of(with(portal, List.of("--listen", "127.0.0.1:0", "--witnesses", policy))))) {
        // A log without a record has no checkpoint.
        assertEquals(0, create(served, "b").code());
        String[] follow = {
          "log", "follow", served.address(), "--key", log.text(), "--seen", place.resolve("s") + ""
        };
        Cli shown = followed(with(List.of(follow), List.of("--witnesses", policy)));
        assertEquals(0, shown.code(), shown.errors());
        Note seen = Note.parse(Bytes.of(Files.readAllBytes(place.resolve("s"))));
        assertEquals(
            List.of(first, second.key()), seen.verify(List.of(first, second.key(), third.key())));
        Cli strict = Cli.run(with(List.of(follow), List.of("--witnesses", needsThird)));
        assertEquals(2, strict.code());
        assertTrue(strict.errors().contains("0 of 1 known witnesses"), strict.errors());
        manage(served, policy, needsThird);
      }
    }
  }

  /** Follows until the portal has published what its witnesses have cosigned. */
  private static Cli followed(String... words) {
    Cli run = Cli.run(words);
    for (int i = 0; i < 100 && run.code() != 0; i++) {
      LockSupport.parkNanos(20_000_000);
      run = Cli.run(words);
    }
    return run;
  }

  private List<String> usual(Served served, String name) {
    String there = "example.com=" + served.address().substring("http://".length());
    return List.of("--root", place.resolve(name).toString(), "--resolve", there);
  }

  private Cli create(Served served, String name, String... more) {
    List<String> words = new ArrayList<>(List.of("manager", "create", "--device", "d"));
    words.addAll(List.of("--account", name + "@example.com"));
    words.addAll(usual(served, name));
    return Cli.run(with(words, List.of(more)));
  }

  private void manage(Served served, String policy, String needsThird) {
    Cli made = create(served, "a", "--witnesses", policy);
    assertEquals(0, made.code(), made.errors());
    List<String> show = new ArrayList<>(List.of("manager", "show"));
    show.addAll(usual(served, "a"));
    Cli shown = Cli.run(with(show, List.of("--witnesses", policy)));
    assertEquals(0, shown.code(), shown.errors());
    Cli refused = Cli.run(with(show, List.of("--witnesses", needsThird)));
    assertEquals(2, refused.code(), refused.out());
    assertTrue(refused.errors().contains("is not witnessed"), refused.errors());
    connect(served, policy, needsThird);
  }

  private void connect(Served served, String policy, String needsThird) {
    Cli refused = request(served, "c", needsThird);
    assertEquals(2, refused.code(), refused.out());
    assertTrue(refused.errors().contains("is not witnessed"), refused.errors());
    Cli asked = request(served, "d", policy);
    assertEquals(0, asked.code(), asked.errors());
  }

  private Cli request(Served served, String name, String policy) {
    List<String> words = new ArrayList<>(List.of("connect", "request", "--device", name));
    words.addAll(List.of("--account", "a@example.com", "--witnesses", policy));
    return Cli.run(with(words, usual(served, name)));
  }

  private static String[] with(List<String> words, List<String> more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(more);
    return all.toArray(String[]::new);
  }
}
