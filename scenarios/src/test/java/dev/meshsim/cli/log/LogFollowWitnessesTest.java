package dev.meshsim.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.WitnessLink;
import dev.meshsim.transparency.witness.MemoryWitnessStore;
import dev.meshsim.transparency.witness.TestLog;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mesh-sim log follow --witnesses}: of three witnesses, the clock of one is years slow. */
class LogFollowWitnessesTest {

  @TempDir private Path directory;

  private final PortalStore store = new MemoryPortalStore();
  private final NoteKey log =
      new PortalKeyring(World.system(), "example.com", store).logSigner().key();
  private final List<NoteSigner> signers =
      List.of(signer(0x30), signer(0x40), signer(0x50), signer(0x60));
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(
          World.system(),
          "example.com",
          Dialect.MESH,
          store,
          PortalPolicy.DEFAULT
              .withCheckpoints(new CheckpointPolicy(1, Duration.ZERO))
              .withPartners(partners()));
  private final PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT);

  private static NoteSigner signer(int octet) {
    return TestLog.signer("w" + Integer.toHexString(octet), KeyType.COSIGNATURE, octet);
  }

  private WitnessLink link(int n, World clock) {
    NoteSigner signer = signers.get(n);
    return new WitnessLink(
        signer.key(),
        new Witness(clock, signer, new MemoryWitnessStore(), List.of(log), evidence -> {}));
  }

  private LogPartners partners() {
    List<WitnessLink> links =
        List.of(link(0, World.system()), link(1, World.system()), link(2, World.seeded(25)));
    return new LogPartners(
        WitnessPolicy.of(
            3,
            links.stream()
                .map(one -> new WitnessPolicy.Party(one.key().name(), one.key(), Optional.empty()))
                .toList()),
        links,
        LogPartners.USUAL_REFRESH,
        List.of(),
        LogPartners.USUAL_EXCHANGE,
        warning -> {});
  }

  @BeforeEach
  void begin() {
    store.transact(
        tx -> {
          tx.put(
              Change.update(
                  LogName.MESH, "key", List.of(), Bytes.utf8("{}"), World.system().now()));
          return true;
        });
    portal.tend(Runnable::run);
  }

  @AfterEach
  void end() {
    server.close();
    portal.close();
  }

  private Cli follow(String... lines) throws IOException {
    Path policy = directory.resolve("policy");
    List<String> all = new ArrayList<>();
    for (NoteSigner signer : signers) {
      all.add("witness " + signer.key().name() + " " + signer.key());
    }
    all.addAll(List.of(lines));
    Files.write(policy, all);
    return Cli.run(
        "log",
        "follow",
        server.address().toString(),
        "--key",
        log.text(),
        "--seen",
        directory.resolve("seen").toString(),
        "--witnesses",
        policy.toString());
  }

  private void refused(String part, String... lines) throws IOException {
    Cli run = follow(lines);
    assertEquals(2, run.code(), run.out());
    assertTrue(run.errors().contains(part), run.errors());
    assertFalse(Files.exists(directory.resolve("seen")), "nothing is remembered");
  }

  @Test
  void enoughFreshCosignaturesAreNeeded() throws IOException {
    refused("has the cosignatures of 3 of 4 known witnesses", "quorum w60");
    refused("are older than 60 minutes", "quorum w50");
    refused("are older than 60 minutes", "group g all w30 w40 w50", "quorum g");
    refused("needs no witness", "quorum none");
    String other = "log " + TestLog.example().key();
    refused("is not one for the log example.com", other, "quorum w30");
    Cli two = follow("log " + log, "group g 2 w30 w50 w40", "quorum g");
    assertEquals(0, two.code(), two.errors());
    assertTrue(two.out().endsWith(", first contact\n"), two.out());
  }
}
