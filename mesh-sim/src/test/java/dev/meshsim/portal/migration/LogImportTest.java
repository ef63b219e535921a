package dev.meshsim.portal.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalException;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogImportTest {

  private static final String ALICE = "alice@example.com";

  private final SeededWorld world = World.seeded(3);

  @Test
  void aPortalAnswersFromTheLogsOf2016() {
    PortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(sample("reference-2016-03"), "example.com", store);
    assertEquals(
        Map.of(
            "Account", 1,
            "SignedPersonalProfile", 3,
            "ConnectionsPending", 2,
            "SignedConnectionResult", 1,
            "SignedApplicationProfile", 1,
            "OfflineEscrowEntry", 1),
        report.kinds());
    assertEquals(9, report.records());
    List<String> completed = report.notes().stream().map(LogImport.Note::text).distinct().toList();
    assertEquals(List.of("the account alice becomes alice@example.com"), completed);

    MeshPortalDirect portal = open(store);
    MeshClient client = new MeshClient(world, "m", portal, AccountName.parse(ALICE));
    VerifiedPersonalProfile profile =
        new ProfileVerifier(Dialect.PORTAL_2017).personal(client.personalProfile());
    assertEquals(2, profile.devices().size());
    assertEquals(Instant.EPOCH, profile.profile().updated());
    // The reference published the profile again before it had signed the one with the application.
    assertEquals(List.of(), profile.profile().applications());
    Udf application = Udf.parse("MBX64-FKJZJ-VOJ4Z-XHTA3-CBEWW-GVSMC-A");
    assertEquals(application, client.applicationProfile(application).identifier());
    assertEquals(
        "MCHDU-NB5LX-GJO3D-WZ3W7-S2PII-W2QTM",
        client.escrowEntry(Udf.parse("MCHDU-NB5LX-GJO3D-WZ3W7-S2PII-W2QTM")).identifier().text());
    assertFalse(client.validate().valid());
    MeshSession session = new MeshSession(new MeshMachineCached(world, "new"), portal);
    assertEquals(35, session.connect(session.createDevice(), ALICE).authenticator().length());
  }

  @Test
  void aPortalAnswersFromTheLogsOf2017() {
    PortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(sample("reference-2017-06"), "example.com", store);
    assertEquals(List.of(), report.notes());
    assertEquals(3, report.records());
    MeshClient client =
        new MeshClient(world, "m", open(store), AccountName.parse("test@prismproof.org"));
    VerifiedPersonalProfile profile =
        new ProfileVerifier(Dialect.PORTAL_2017).personal(client.personalProfile());
    assertEquals(1, profile.devices().size());
    assertTrue(store.check().isEmpty());
    assertEquals(Optional.of(Instant.parse("2017-06-26T16:50:21Z")), store.lastWrite());
  }

  @Test
  void theFormOf2016IsNeitherStoredAgainNorAcceptedAfterALaterForm() {
    PortalStore store = new MemoryPortalStore();
    LogImport.run(sample("reference-2016-03"), "example.com", store);
    MeshClient client = new MeshClient(world, "m", open(store), AccountName.parse(ALICE));
    SignedPersonalProfile old = client.personalProfile();
    Optional<Instant> written = store.lastWrite();
    client.publish(old);
    assertEquals(written, store.lastWrite());

    MeshPortalDirect portal = open(new MemoryPortalStore());
    MeshSession session = new MeshSession(new MeshMachineCached(world, "d"), portal);
    var made = new dev.meshsim.session.PersonalProfile(session.createDevice().deviceProfile());
    ProfileVerifier verifier = new ProfileVerifier(Dialect.PORTAL_2017);
    VerifiedPersonalProfile later = verifier.personal(made.signed());
    MeshClient fresh = new MeshClient(world, "m", portal, AccountName.parse(ALICE));
    var signer =
        new RequestEnvelope.Signer(made.udf(), SessionKeys.master(made), world.stream("t", "t"));
    assertEquals(400, status(() -> fresh.publish(old)));
    assertEquals(400, status(() -> fresh.create(old, signer)));
    assertEquals(
        ProfileException.Code.BAD_CHAIN,
        assertThrows(ProfileException.class, () -> verifier.personal(old, Optional.of(later)))
            .errorCode());
  }

  @Test
  void ourOwnLogsAreImportedUnchanged(@TempDir Path directory) {
    Path mesh = directory.resolve("mesh.jlog");
    Path portalLog = directory.resolve("portal.jlog");
    try (MeshPortalDirect portal =
        MeshPortalDirect.open(world, "example.com", mesh, portalLog, line -> {})) {
      MeshSession session = new MeshSession(new MeshMachineCached(world, "d"), portal);
      session.createAccount(
          ALICE, new dev.meshsim.session.PersonalProfile(session.createDevice().deviceProfile()));
      MeshSession ring = new MeshSession(new MeshMachineCached(world, "r"), portal);
      ring.connect(ring.createDevice(), ALICE);
    }
    PortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(List.of(portalLog, mesh), "example.com", store);
    assertEquals(List.of(), report.notes());
    assertEquals(3, report.records());
    try (MeshPortalDirect again = MeshPortalDirect.open(world, "example.com", store)) {
      MeshClient client = new MeshClient(world, "m", again, AccountName.parse(ALICE));
      assertEquals(1, new ProfileVerifier().personal(client.personalProfile()).devices().size());
    }
  }

  @Test
  void aDeletedAccountIsImportedWithItsOwnerAndItsHistory(@TempDir Path directory) {
    Path mesh = directory.resolve("mesh.jlog");
    Path portalLog = directory.resolve("portal.jlog");
    MeshMachineCached machine = new MeshMachineCached(world, "d");
    try (MeshPortalDirect portal =
        MeshPortalDirect.open(world, "example.com", mesh, portalLog, line -> {})) {
      MeshSession session = new MeshSession(machine, portal);
      session
          .createAccount(
              ALICE,
              new dev.meshsim.session.PersonalProfile(session.createDevice().deviceProfile()))
          .deleteAccount();
    }
    PortalStore store = new MemoryPortalStore();
    assertEquals(List.of(), LogImport.run(List.of(portalLog, mesh), "example.com", store).notes());
    String account =
        store
            .transact(tx -> tx.latest(LogName.PORTAL, "Account$" + ALICE))
            .orElseThrow()
            .text()
            .utf8();
    assertTrue(
        account.matches(".*\"Status\":\"Deleted\",\"LastSigned\":[0-9]+,\"LastRequests\":\\[.*"),
        account);
    try (MeshPortalDirect again = MeshPortalDirect.open(world, "example.com", store)) {
      assertEquals(false, new MeshSession(machine, again).validate(ALICE).valid());
    }
  }

  @Test
  void damagedAndUnknownRecordsAreNotedAndTheRestIsImported(@TempDir Path directory)
      throws IOException {
    Path log = directory.resolve("mesh.jlog");
    Files.writeString(
        log,
        """
        {
          "Header": {
            "Type": "Data",
            "Content": "application/mesh"}}{
          "DataItem": {
            "TransactionID": "TID:1",
            "PrimaryKey": "MA",
            "Action": "New",
            "Added": "no time",
            "Text": "{\\"Novelty\\": {}}"}}{
          "DataItem": {
            "PrimaryKey": "MB",
            "Action": "Sing"}}{
          "DataItem": {
            "PrimaryKey": "cut\
        """);
    PortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(List.of(log), "example.com", store);
    assertEquals(Map.of("Novelty", 1), report.kinds());
    assertEquals(
        List.of(
            "record 2: Added is not a time; 1970-01-01T00:00:00Z is used instead",
            "record 2: a Novelty is kept unchanged; no request returns it",
            "record 3: the record lacks a PrimaryKey, a known Action or a Text",
            "record 4: the record is cut off"),
        report.notes().stream()
            .map(note -> note.place().replaceAll(".*: record", "record") + ": " + note.text())
            .toList());
    assertEquals("MA", store.scan(LogName.MESH, PageRequest.all()).items().get(0).primaryKey());
  }

  @Test
  void aMalformedTimeIsNotedAndTheRecordsTimeIsUsed(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("portal.jlog");
    Files.writeString(
        log,
        """
        {"DataItem": {
            "TransactionID": "TID:1",
            "PrimaryKey": "Account$alice@example.com",
            "Action": "New",
            "Added": "2017-06-01T00:00:00Z",
            "Text": "{\\"Account\\": {\\"Created\\": \\"2017-13-01T00:00:00Z\\", \\"AccountID\\":\
         \\"alice@example.com\\", \\"UserProfileUDF\\":\
         \\"MAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA\\"}}"}}
        """);
    PortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(List.of(log), "example.com", store);
    assertEquals(
        List.of("Created is not a time; 2017-06-01T00:00:00Z is used instead"),
        report.notes().stream().map(LogImport.Note::text).toList());
    assertEquals(Map.of("Account", 1), report.kinds());
  }

  @Test
  void aStoreWithRecordsIsNotImportedInto(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("x.jlog");
    Files.writeString(
        log,
        "{\"DataItem\":{\"PrimaryKey\":\"k\",\"Action\":\"New\",\"Added\":\"2016-01-01T00:00:00Z\","
            + "\"Text\":\"{\\\"A\\\":{}}\"}}");
    PortalStore store = new MemoryPortalStore();
    LogImport.run(List.of(log), "example.com", store);
    assertEquals(
        PortalException.Code.STORE_NOT_EMPTY,
        assertThrows(PortalException.class, () -> LogImport.run(List.of(log), "example.com", store))
            .errorCode());
    assertEquals(
        PortalException.Code.LOG_UNREADABLE,
        assertThrows(
                PortalException.class,
                () ->
                    LogImport.run(
                        List.of(directory.resolve("none")), "example.com", new MemoryPortalStore()))
            .errorCode());
  }

  private static int status(Runnable storing) {
    return assertThrows(PortalRefusedException.class, storing::run).status();
  }

  private MeshPortalDirect open(PortalStore store) {
    return MeshPortalDirect.open(world, "example.com", Dialect.PORTAL_2017, store);
  }

  private static List<Path> sample(String name) {
    String directory = System.getenv("MESH_SIM_DATA");
    assumeTrue(directory != null, "MESH_SIM_DATA names no directory of samples: skipped");
    Path sample = Path.of(directory, name);
    String prefix = name.contains("2017") ? "T" : "";
    return List.of(sample.resolve(prefix + "mesh.jlog"), sample.resolve(prefix + "portal.jlog"));
  }
}
