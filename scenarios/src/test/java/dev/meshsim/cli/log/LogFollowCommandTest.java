package dev.meshsim.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.ListenAddress;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.WitnessLink;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mesh-sim log follow} against servers, one of which has forked its log. */
class LogFollowCommandTest {

  private static final CheckpointPolicy ALWAYS = new CheckpointPolicy(1, Duration.ZERO);

  @TempDir private Path directory;

  /** A portal on a server. Portals of one seed have one key. */
  private static final class Served implements AutoCloseable {

    final PortalStore store = new MemoryPortalStore();
    final World world = World.seeded(24);
    final MeshPortalDirect portal;
    final PortalServer server;

    Served() {
      this(PortalPolicy.DEFAULT);
    }

    Served(PortalPolicy policy) {
      portal =
          MeshPortalDirect.open(
              world, "example.com", Dialect.MESH, store, policy.withCheckpoints(ALWAYS));
      server =
          PortalServer.start(
              portal,
              new ServerSettings(
                  ListenAddress.parse("127.0.0.1:0"),
                  Optional.empty(),
                  Optional.empty(),
                  ServerLimits.DEFAULT,
                  Optional.empty(),
                  World.system()));
    }

    Served put(String... keys) {
      for (String key : keys) {
        store.transact(
            tx -> {
              tx.put(Change.update(LogName.MESH, key, List.of(), Bytes.utf8("{}"), world.now()));
              return true;
            });
      }
      return this;
    }

    String url() {
      return server.address().toString();
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(url() + "/.well-known/mmm/log/" + path)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
    }

    String key() {
      portal.published("checkpoint");
      return portal.keyring().current().newest().log().orElseThrow().text();
    }

    @Override
    public void close() {
      server.close();
      portal.close();
    }
  }

  private Cli follow(Served from, String... more) {
    List<String> words = new ArrayList<>(List.of("log", "follow", from.url(), "--key", from.key()));
    words.addAll(List.of("--seen", directory.resolve("seen").toString()));
    words.addAll(List.of(more));
    return Cli.run(words.toArray(String[]::new));
  }

  @Test
  void aLogIsFollowedAndAForkIsShown() throws IOException {
    Path evidence = directory.resolve("evidence");
    try (Served one = new Served();
        Served other = new Served()) {
      one.put("a", "b");
      other.put("a", "c", "d", "e");
      Cli first = follow(one);
      assertEquals(0, first.code(), first.errors());
      assertTrue(first.out().matches("log 3, root [0-9a-f]{64}, first contact\n"), first.out());
      one.put("c", "d");
      Cli next = follow(one);
      assertTrue(next.out().endsWith(", continues 3\n"), next.out() + next.errors());
      assertTrue(next.out().startsWith("log 6, "), next.out());
      String kept = Files.readString(directory.resolve("seen"));
      other.put("f", "g");
      Cli forked = follow(other, "--evidence", evidence.toString());
      assertTrue(forked.code() != 0, forked.out());
      assertTrue(forked.errors().contains("has signed two histories"), forked.errors());
      assertEquals(kept, Files.readString(directory.resolve("seen")));
      Cli judged = Cli.run("log", "evidence", "verify", evidence.toString());
      assertEquals(0, judged.code(), judged.errors());
      assertTrue(judged.out().startsWith("the log example.com has signed two histories"));
      Files.writeString(
          evidence, Files.readString(evidence).replace("\"Path\":[\"", "\"Path\":[\"A"));
      assertEquals(2, Cli.run("log", "evidence", "verify", evidence.toString()).code());
    }
  }

  /** One witness, which does not know what another one with its key has cosigned. */
  private static PortalPolicy cosignedBy(NoteSigner liar, List<NoteKey> logs) {
    WitnessPolicy.Party party = new WitnessPolicy.Party("w", liar.key(), Optional.empty());
    Witness witness =
        new Witness(World.system(), liar, new MemoryWitnessStore(), logs, evidence -> {});
    return PortalPolicy.DEFAULT.withPartners(
        new LogPartners(
            WitnessPolicy.of(1, List.of(party)),
            List.of(new WitnessLink(liar.key(), witness)),
            LogPartners.USUAL_REFRESH,
            List.of(),
            LogPartners.USUAL_EXCHANGE,
            line -> {}));
  }

  @Test
  void aWitnessOfBothBranchesIsAccused() throws IOException {
    RandomStream random = World.seeded(25).stream("witness", "key");
    NoteSigner liar =
        new NoteSigner(
            "witness.example/w1",
            KeyType.COSIGNATURE,
            PrivateJwk.generate(KeySpec.ED25519, random),
            random);
    Path evidence = directory.resolve("evidence");
    Path policy = directory.resolve("policy");
    Files.writeString(policy, "witness w " + liar.key().text() + "\nquorum w\n");
    List<NoteKey> logs;
    try (Served same = new Served().put("x")) {
      logs = List.of(NoteKey.parse(same.key()));
    }
    try (Served one = new Served(cosignedBy(liar, logs));
        Served other = new Served(cosignedBy(liar, logs))) {
      one.put("a", "b").portal.tend(Runnable::run);
      other.put("a", "c", "d", "e").portal.tend(Runnable::run);
      Cli first = follow(one, "--witnesses", policy.toString());
      assertEquals(0, first.code(), first.errors());
      Cli forked =
          follow(other, "--witnesses", policy.toString(), "--evidence", evidence.toString());
      assertTrue(forked.errors().contains("has signed two histories"), forked.errors());
      assertTrue(forked.errors().contains("has cosigned, of the log"), forked.errors());
      Cli judged = Cli.run("log", "evidence", "verify", evidence + ".witness-1");
      assertEquals(0, judged.code(), judged.errors());
      assertTrue(judged.out().startsWith("the witness witness.example/w1 has"), judged.out());
    }
  }

  @Test
  void aChangeOfTheKeyIsFollowedAndAForkAcrossItShown() throws IOException {
    Path evidence = directory.resolve("evidence");
    try (Served one = new Served();
        Served other = new Served()) {
      one.put("a", "b");
      other.put("a", "c", "d", "e", "f");
      String key = one.key();
      String seen = directory.resolve("seen").toString();
      List<String> words = List.of("log", "follow", one.url(), "--key", key, "--seen", seen);
      assertEquals(0, Cli.run(words.toArray(String[]::new)).code());
      assertEquals(key, other.key());
      other.portal.keyring().change(Suite.ED25519);
      Cli forked =
          Cli.run(
              "log",
              "follow",
              other.url(),
              "--key",
              key,
              "--seen",
              seen,
              "--evidence",
              evidence.toString());
      assertTrue(forked.errors().contains("has signed two histories"), forked.errors());
      assertTrue(Files.readString(evidence).contains("Statements"));
      assertEquals(0, Cli.run("log", "evidence", "verify", evidence.toString()).code());
      for (int i = 0; i < 2; i++) {
        one.portal.keyring().change(Suite.ED25519);
        one.put("more" + i);
        Cli next = Cli.run(words.toArray(String[]::new));
        assertEquals(0, next.code(), next.errors());
        assertTrue(
            next.errors().contains("the key of the log was changed: " + "it is " + one.key()));
      }
    }
  }

  @Test
  void anOlderLogIsNoticed() {
    try (Served one = new Served();
        Served older = new Served()) {
      one.put("a", "b", "c");
      follow(one);
      Cli rolledBack = follow(older.put("a"));
      assertTrue(rolledBack.code() != 0);
      assertTrue(
          rolledBack.errors().contains("had 4 records, and its checkpoint has only 2"),
          rolledBack.errors());
    }
  }

  @Test
  void theServerPublishesCheckpointAndTiles() throws IOException, InterruptedException {
    try (Served one = new Served()) {
      assertEquals(404, one.get("checkpoint").statusCode());
      for (int i = 0; i < 300; i++) {
        one.put("key " + i);
      }
      HttpResponse<byte[]> checkpoint = one.get("checkpoint");
      assertEquals(200, checkpoint.statusCode());
      assertTrue(
          checkpoint.headers().firstValue("content-type").orElse("").startsWith("text/plain"));
      HttpResponse<byte[]> tile = one.get("tile/0/000");
      assertEquals(8192, tile.body().length);
      assertTrue(tile.headers().firstValue("cache-control").orElse("").contains("immutable"));
      assertEquals(45 * 32, one.get("tile/0/001.p/45").body().length);
      assertEquals(32, one.get("tile/1/000.p/1").body().length);
      for (String path :
          List.of("tile/0/001", "tile/0/001.p/46", "tile/2/000.p/1", "tile/0/0", "x")) {
        assertEquals(404, one.get(path).statusCode(), path);
      }
      one.put("more");
      assertEquals(404, one.get("tile/0/001.p/46").statusCode(), "no checkpoint needs it yet");
    }
  }

  @Test
  void whatIsNoLogIsTold() throws IOException {
    try (Served one = new Served().put("a")) {
      Cli closed =
          Cli.run("log", "follow", "http://127.0.0.1:1", "--key", one.key(), "--seen", "x");
      assertTrue(closed.errors().contains("gives no part of a log"), closed.errors());
      assertEquals(2, Cli.run("log", "follow", "x:y", "--key", one.key(), "--seen", "x").code());
      Files.writeString(directory.resolve("seen"), "text");
      assertTrue(follow(one).code() != 0);
    }
  }
}
