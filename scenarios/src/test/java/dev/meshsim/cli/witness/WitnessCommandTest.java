package dev.meshsim.cli.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.Evidence;
import dev.meshsim.transparency.ForkEvidence;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.TestLog;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.world.World;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code witness init}, and what {@code witness serve} refuses before it listens. */
class WitnessCommandTest {

  private static final TestLog LOG = TestLog.example();

  @TempDir private Path place;

  private void serve(String part, String... more) {
    List<String> words = new ArrayList<>(List.of("witness", "serve"));
    words.addAll(List.of("--root", place.resolve("w").toString()));
    words.addAll(List.of(more));
    Scene.refused(part, words.toArray(String[]::new));
  }

  private String[] log(String... more) {
    List<String> words = new ArrayList<>(List.of("--log", LOG.key().text()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @Test
  void aWitnessIsMadeOnce() throws IOException {
    Path root = place.resolve("w");
    Cli made = Cli.run("witness", "init", "--root", root.toString(), "--name", "w.example/1");
    assertEquals(0, made.code(), made.errors());
    List<String> lines = made.out().lines().toList();
    NoteKey key = NoteKey.parse(lines.get(0));
    assertEquals(KeyType.COSIGNATURE, key.type());
    assertEquals("witness w.example/1 " + key, lines.get(1));
    assertEquals(2, lines.size());
    for (String file : List.of("witness.key", "witness.jsonl")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file))));
    }
    Scene.refused("is there already", "witness", "init", "--root", root + "", "--name", "x");
    Files.delete(root.resolve("witness.key"));
    Scene.refused("is there already", "witness", "init", "--root", root + "", "--name", "x");
  }

  @Test
  void aNameIsOneOfAKey() {
    for (String name : List.of("a b", "a+b", "", "a\u00a0b")) {
      Scene.refused(
          "is not the name of a key",
          "witness",
          "init",
          "--root",
          place.resolve("n").toString(),
          "--name",
          name);
    }
    assertFalse(Files.exists(place.resolve("n")));
    Scene.refused("--name", "witness", "init", "--root", place.resolve("n").toString());
    Scene.refused("--root", "witness", "init", "--name", "w");
  }

  @Test
  void wrongOptionsAreRefused() throws IOException {
    serve("has no key of a witness", log());
    NoteKey witness = Scene.init(place.resolve("w"), "w.example/1");
    serve("there is no log to cosign");
    serve("is the key of a witness", "--log", witness.text());
    serve("is no key of a log", "--log", "x");
    serve("cannot read", "--logs", place.resolve("absent").toString());
    serve("line 1: ", "--logs", Scene.file(place.resolve("p"), "lag x", "quorum none"));
    serve("there is no log to cosign", "--logs", Scene.file(place.resolve("p"), "quorum none"));
    serve("is not an address to listen on", log("--listen", "x"));
    serve("do not fit together", log("--tls-key", "x"));
    try (ServerSocket taken = new ServerSocket(0)) {
      serve("cannot listen on 127.0.0.1:", log("--listen", "127.0.0.1:" + taken.getLocalPort()));
    }
  }

  @Test
  void statementsOfALogsKeysAreRead() throws IOException {
    Scene.init(place.resolve("w"), "w.example/1");
    PortalKeyring keyring =
        new PortalKeyring(World.seeded(25), "mesh.example", new MemoryPortalStore());
    String key = keyring.logSigner().key().text();
    keyring.change(Suite.ED25519);
    String keys = place.resolve("keys").toString();
    Files.write(Path.of(keys), KeyChain.published(keyring.current().shown()).toArray());
    serve("is not an address to listen on", "--log", key, "--keys", keys, "--listen", "x");
    serve(keys + ": the statements have no key of a log to cosign", log("--keys", keys));
    serve("cannot read", log("--keys", place.resolve("absent").toString()));
    String bad = Scene.file(place.resolve("p"), "{}");
    serve(bad + ": ", log("--keys", bad));
    serve(bad + ": ", log("--logs", bad));
  }

  @Test
  void aWitnessWithoutItsStateDoesNotStart() throws IOException {
    Path root = place.resolve("w");
    Scene.init(root, "w.example/1");
    Path state = root.resolve("witness.jsonl");
    Path kept = Files.move(state, place.resolve("kept"));
    String[] words = {"witness", "serve", "--root", root.toString(), "--log", LOG.key().text()};
    Cli gone = Cli.run(words);
    assertEquals(2, gone.code());
    assertTrue(gone.errors().contains("the witness \"w.example/1\" has lost its state"));
    assertTrue(gone.errors().contains("make a new witness with a new name"), gone.errors());
    Scene.init(place.resolve("other"), "w.example/1");
    Files.copy(place.resolve("other/witness.jsonl"), state);
    serve("is of the key w.example/1+", log());
    Files.delete(state);
    Files.move(kept, state);
    Files.copy(
        place.resolve("other/witness.vkey"),
        root.resolve("witness.vkey"),
        StandardCopyOption.REPLACE_EXISTING);
    serve("is not the public key of witness.key", log());
    Files.delete(root.resolve("witness.vkey"));
    serve("witness.vkey", log());
  }

  @Test
  void evidenceIsKeptOnceAndNotWithoutEnd() throws IOException {
    List<String> notes = new ArrayList<>();
    AccusedLogs accused = new AccusedLogs(place, notes::add);
    Witness witness =
        new Witness(
            World.seeded(25),
            TestLog.witness(),
            new MemoryWitnessStore(),
            List.of(LOG.key()),
            accused);
    witness.add(LOG.request(0, 9));
    for (int i = 0; i < 2; i++) {
      assertEquals(422, witness.add(LOG.forkedAt(5).request(9, 9)).status());
    }
    assertEquals(1, notes.size(), notes.toString());
    assertTrue(notes.get(0).startsWith("the log mesh.example has signed two histories"));
    String file = notes.get(0).substring(notes.get(0).lastIndexOf(' ') + 1);
    Cli judged = Cli.run("log", "evidence", "verify", file);
    assertEquals(0, judged.code(), judged.errors());
    assertTrue(judged.out().startsWith("the log mesh.example has signed two histories"));
    for (int i = 0; i < AccusedLogs.MOST; i++) {
      Files.writeString(place.resolve("evidence-" + i + ".json"), "");
    }
    assertEquals(422, witness.add(LOG.forkedAt(6).request(9, 9)).status());
    assertEquals(1, notes.size());
  }

  @Test
  void evidenceThatCannotBeKeptIsShown() {
    List<String> notes = new ArrayList<>();
    ForkEvidence evidence =
        new ForkEvidence(
            LOG.key().text(),
            LOG.note(9).octets().utf8(),
            LOG.forkedAt(5).note(9).octets().utf8(),
            List.of());
    Evidence shown = Evidence.read(evidence.text());
    new AccusedLogs(place.resolve("absent"), notes::add).accept(shown);
    assertTrue(notes.get(0).contains("could not be kept"), notes.toString());
  }
}
