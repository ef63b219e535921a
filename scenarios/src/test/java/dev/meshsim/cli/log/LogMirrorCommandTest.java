package dev.meshsim.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.ListenAddress;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mesh-sim log mirror} against servers. */
class LogMirrorCommandTest {

  private static final CheckpointPolicy ALWAYS = new CheckpointPolicy(1, Duration.ZERO);

  @TempDir private Path directory;

  private final World world = World.system();
  private final PrivateJwk auditor =
      PrivateJwk.generate(KeySpec.ED25519, world.stream("auditor", "key"));

  /** A portal on a server. */
  private final class Served implements AutoCloseable {

    final PortalStore store = new MemoryPortalStore();
    final MeshPortalDirect portal;
    final PortalServer server;

    Served(PublicJwk reader) {
      PortalPolicy policy =
          PortalPolicy.DEFAULT.withCheckpoints(ALWAYS).withAuditors(List.of(reader));
      portal = MeshPortalDirect.open(world, "example.com", Dialect.MESH, store, policy);
      server =
          PortalServer.start(
              portal,
              new ServerSettings(
                  ListenAddress.parse("127.0.0.1:0"),
                  Optional.empty(),
                  Optional.empty(),
                  ServerLimits.DEFAULT,
                  Optional.empty(),
                  world));
    }

    void account(String name) {
      MeshSession session = new MeshSession(new MeshMachineCached(world, name), portal);
      session.createAccount(
          name + "@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
    }

    String url() {
      return server.address().toString();
    }

    @Override
    public void close() {
      server.close();
      portal.close();
    }
  }

  private Path keyFile() {
    Path file = directory.resolve("auditor");
    try (SecretBytes jwk = auditor.toJson(null)) {
      Files.write(file, jwk.expose());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private Cli mirror(String portal, Path to, String... more) {
    List<String> words = new ArrayList<>(List.of("log", "mirror", portal, "--to", to.toString()));
    words.addAll(List.of("--key", keyFile().toString()));
    words.addAll(List.of(more));
    return Cli.run(words.toArray(String[]::new));
  }

  @Test
  void aLogIsCopiedAndTheCopyIsVerified() {
    Path copy = directory.resolve("copies/example.com");
    try (Served one = new Served(auditor.publicJwk())) {
      one.account("alice");
      Cli first = mirror(one.url(), copy);
      assertEquals(0, first.code(), first.errors());
      assertTrue(
          first.out().matches("log [0-9]+, root [0-9a-f]{64}, first copy, verified\n"),
          first.out());
      Cli verified = Cli.run("log", "verify", copy.toString());
      assertEquals(0, verified.code(), verified.out() + verified.errors());
      assertTrue(verified.out().contains("mesh.jlog: "), verified.out());
      assertTrue(verified.out().contains("portal.jlog: "), verified.out());
      one.account("bob");
      String host = one.url().substring("http://".length());
      Cli next =
          mirror("example.com", copy, "--resolve", "example.com=" + host, "--protect", "encrypt");
      assertEquals(0, next.code(), next.errors());
      assertTrue(next.out().contains(", continues "), next.out());
      String key = one.portal.keyring().logSigner().key().text();
      Cli json = mirror(one.url(), copy, "--log-key", key, "--format", "json");
      assertEquals(0, json.code(), json.errors());
      var read = MeshJson.readTree(Bytes.utf8(json.out()));
      assertEquals("example.com", read.path("origin").stringValue());
      assertEquals(one.store.tree().size(), read.path("size").longValue());
      Cli tree = Cli.run("log", "tree", "--store", "jlog", "--root", copy.toString());
      assertEquals(0, tree.code(), tree.errors());
      assertTrue(tree.out().endsWith(read.path("root").stringValue() + "\n"), tree.out());
    }
  }

  @Test
  void whatCannotBeMirroredIsRefused() throws IOException {
    PrivateJwk other = PrivateJwk.generate(KeySpec.P256_SIGN, world.stream("other", "key"));
    Path copy = directory.resolve("copy");
    try (Served one = new Served(other.publicJwk())) {
      one.account("alice");
      Cli stranger = mirror(one.url(), copy);
      assertEquals(2, stranger.code(), stranger.errors());
      assertTrue(stranger.errors().contains("is not the key of an auditor"), stranger.errors());
      Cli wrongKey = mirror(one.url(), copy, "--log-key", "x");
      assertTrue(wrongKey.errors().contains("is no key of a log"), wrongKey.errors());
      Path file = directory.resolve("text");
      Files.writeString(file, "text", StandardCharsets.UTF_8);
      Cli noKey = Cli.run("log", "mirror", one.url(), "--to", "x", "--key", file.toString());
      assertEquals(2, noKey.code());
      assertTrue(noKey.errors().contains("ssh-keygen -t ed25519"), noKey.errors());
      Cli closed = mirror("http://127.0.0.1:1", copy);
      assertTrue(closed.errors().contains("gives no part of a log"), closed.errors());
    }
    Cli empty = Cli.run("log", "verify", directory.toString());
    assertTrue(empty.errors().contains("has no file whose name ends in .jlog"), empty.errors());
  }

  @Test
  void aPortalThatChangedItsLogIsNoticed() {
    Path copy = directory.resolve("copy");
    try (Served one = new Served(auditor.publicJwk())) {
      one.account("alice");
      assertEquals(0, mirror(one.url(), copy).code());
    }
    try (Served other = new Served(auditor.publicJwk())) {
      other.store.transact(
          tx -> {
            tx.put(Change.update(LogName.MESH, "x", List.of(), Bytes.utf8("{}"), world.now()));
            return true;
          });
      other.account("carol");
      Cli changed = mirror(other.url(), copy);
      assertTrue(changed.code() != 0);
      // Another portal of that domain does not have the keys that the first has shown.
      assertTrue(changed.errors().contains("key"), changed.errors());
      assertEquals(0, Cli.run("log", "verify", copy.toString()).code());
    }
  }

  @Test
  void auditorsOfTheCommandAreChecked() throws IOException {
    Path file = directory.resolve("key.pub");
    Files.writeString(file, "ssh-dss AAAA");
    List<String> serve =
        List.of("portal", "serve", "--domain", "example.com", "--store", "jlog", "--root");
    List<String> words = new ArrayList<>(serve);
    words.addAll(List.of(directory.resolve("portal").toString(), "--auditor", file.toString()));
    Cli wrong = Cli.run(words.toArray(String[]::new));
    assertEquals(2, wrong.code());
    assertTrue(wrong.errors().contains("key.pub"), wrong.errors());
    Files.writeString(file, MeshJson.write(auditor.publicJwk().toJson(null)).utf8());
    words.addAll(List.of("--dialect", "portal-2017"));
    Cli old = Cli.run(words.toArray(String[]::new));
    assertEquals(2, old.code());
    assertTrue(old.errors().contains("has no auditors"), old.errors());
  }
}
