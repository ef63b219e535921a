package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.Change;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogName;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.testing.Once;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogHead;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A portal's published log, read by Go's {@code sumdb/note} and {@code sumdb/tlog} and by {@code
 * merkletree} of Certificate Transparency. Skipped where they are not installed (Debian: golang-go,
 * golang-golang-x-mod-dev, golang-github-google-certificate-transparency-dev).
 */
@Once
class IndependentReadersTest {

  private static final Path SOURCES = Path.of("/usr/share/gocode/src");
  private static final int RECORDS = 299;

  @TempDir private Path directory;

  private final World world = World.seeded(24);
  private final PortalStore store = new MemoryPortalStore();

  private void write(String name, String text) throws IOException {
    write(name, Bytes.utf8(text));
  }

  private void write(String name, Bytes octets) throws IOException {
    Path file = directory.resolve("log").resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, octets.toArray());
  }

  private void publish() throws IOException {
    for (int i = 0; i < RECORDS; i++) {
      LogName name = i % 3 == 0 ? LogName.PORTAL : LogName.MESH;
      Change change =
          Change.update(
              name, "key " + i % 50, List.of(), Bytes.utf8("{\"N\":" + i + "}"), world.now());
      store.transact(
          tx -> {
            tx.put(change);
            return true;
          });
    }
    PortalKeyring keyring = new PortalKeyring(world, "mesh.example", store);
    PortalLog log =
        new PortalLog(
            world,
            "mesh.example",
            store,
            keyring::logSigner,
            new CheckpointPolicy(1, Duration.ofMinutes(1)));
    log.makeIfDue();
    LogHead head = log.last().orElseThrow();
    assertEquals(RECORDS + 1, head.size());
    RandomStream random = world.stream("witness", "key");
    NoteSigner witness =
        new NoteSigner(
            "witness.example/w1",
            KeyType.COSIGNATURE,
            PrivateJwk.generate(KeySpec.ED25519, random),
            random);
    Note note =
        head.note().with(witness.cosign(head.note().text(), Instant.ofEpochSecond(1_750_000_000)));
    write("key", keyring.current().newest().log().orElseThrow().text() + "\n");
    write("witness", witness.key().text() + "\n");
    write("checkpoint", note.octets());
    for (Tile tile : Tile.of(head.size())) {
      write(tile.path(), log.published(tile.path()).orElseThrow());
    }
    proofs(head.size());
  }

  private void proofs(long size) throws IOException {
    Map<Long, String> records = new TreeMap<>();
    for (LogName name : LogName.values()) {
      store
          .scan(name, PageRequest.all().atMost(1000))
          .items()
          .forEach(item -> records.put(item.number(), LineWriter.record(name, item).utf8()));
    }
    write("records", String.join("\n", records.values()) + "\n");
    LogTree tree = store.tree();
    StringBuilder inclusion = new StringBuilder();
    StringBuilder consistency = new StringBuilder();
    for (long i = 0; i < size; i++) {
      inclusion.append(i).append(hex(tree.proofs().inclusion(i, size))).append('\n');
      if (i > 0) {
        consistency
            .append(i)
            .append(' ')
            .append(tree.head(i).root().hex())
            .append(hex(tree.proofs().consistency(i, size)))
            .append('\n');
      }
    }
    write("inclusion", inclusion.toString());
    write("consistency", consistency.toString());
  }

  private static String hex(List<Bytes> hashes) {
    StringBuilder text = new StringBuilder();
    hashes.forEach(hash -> text.append(' ').append(hash.hex()));
    return text.toString();
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOPATH", "/usr/share/gocode");
    builder.environment().put("GOCACHE", directory.resolve("cache").toString());
    builder.environment().put("CGO_ENABLED", "0");
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    return process.exitValue() + " " + out.strip();
  }

  private static boolean isInstalled() {
    return Files.isDirectory(SOURCES.resolve("golang.org/x/mod/sumdb/tlog"))
        && Files.isDirectory(
            SOURCES.resolve("github.com/google/certificate-transparency/go/merkletree"))
        && Files.isExecutable(Path.of("/usr/bin/go"));
  }

  @Test
  void othersReadTheLogAndItsProofs() throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "Go with x/mod and certificate-transparency is not installed");
    publish();
    try (InputStream in =
        Objects.requireNonNull(IndependentReadersTest.class.getResourceAsStream("check.go"))) {
      Files.copy(in, directory.resolve("check.go"));
    }
    assertEquals("0 ", run("/usr/bin/go", "build", "-o", "check", "check.go"));
    int proofs = 2 * (RECORDS + 1) + RECORDS;
    assertEquals("0 " + proofs, run("./check", "log"));
    for (String file : List.of("tile/0/000", "checkpoint", "inclusion", "consistency", "records")) {
      Path path = directory.resolve("log").resolve(file);
      byte[] right = Files.readAllBytes(path);
      byte[] wrong = right.clone();
      int at = right.length / 2;
      wrong[at] = (byte) (wrong[at] == '1' ? '2' : '1');
      Files.write(path, wrong);
      assertNotEquals('0', run("./check", "log").charAt(0), file);
      Files.write(path, right);
    }
    assertEquals("0 " + proofs, run("./check", "log"));
  }
}
