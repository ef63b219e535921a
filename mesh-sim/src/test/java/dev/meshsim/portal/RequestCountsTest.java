package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.log.WorkCount;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.VerificationWork;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exact work of each transaction at a portal with a log on the disk. A number that grows here
 * is a cost that a benchmark would show on a quiet machine only; one that falls is to be written
 * here.
 */
class RequestCountsTest {

  private static final String ALICE = "alice@example.com";

  @TempDir private Path directory;
  private final SeededWorld world = World.seeded(1);
  private final RandomStream random = world.stream("counts", "test");
  private final StringBuilder table = new StringBuilder();
  private PortalStore store;
  private MeshPortalDirect portal;
  private MeshSession desktop;
  private PersonalProfile profile;
  private PrivateJwk online;
  private RequestEnvelope.Signer administrator;
  private MeshClient client;

  @BeforeEach
  void open() {
    store = PortalStores.named("jlog").open(directory, world, line -> {});
    portal = MeshPortalDirect.open(world, "example.com", store);
    desktop = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
    profile = new PersonalProfile(desktop.createDevice().deviceProfile());
    online = SessionKeys.online(profile);
    administrator =
        new RequestEnvelope.Signer(Dialect.MESH.fingerprint(online.publicJwk()), online, random);
    client = clientOf(ALICE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private MeshClient clientOf(String account) {
    return new MeshClient(world, "counts", portal, AccountName.parse(account));
  }

  /** Writes a line with the work of a request. */
  private void count(String name, Runnable request) {
    world.advance(Duration.ofSeconds(1));
    client.hello();
    WorkCount work = store.counts();
    VerificationWork verified = portal.service().work();
    request.run();
    WorkCount done = store.counts().minus(work);
    VerificationWork checked = portal.service().work().minus(verified);
    table.append(
        String.format(
            Locale.ROOT,
            "%-15s %2d lookups %2d records %d syncs %d verified %5d octets hashed%n",
            name,
            done.lookups(),
            done.recordsRead(),
            done.syncs(),
            checked.signatures(),
            checked.octetsVerified()));
  }

  private SignedPersonalProfile next() {
    var now =
        Dialect.MESH
            .json()
            .read(
                profile.signed().signedData().payload(), dev.meshsim.profile.PersonalProfile.class);
    return ProfileSigner.successor(
        new dev.meshsim.profile.PersonalProfile(
            now.identifier(),
            world.now().plusSeconds(1),
            now.signedMasterProfile(),
            now.devices(),
            now.applications()),
        profile.signed(),
        List.of(online),
        random);
  }

  @Test
  void eachTransactionHasItsExactWork() {
    count("Hello", () -> client.hello());
    count("Validate", () -> client.validate());
    count("Create", () -> client.create(profile.signed(), administrator));
    count("Status", () -> client.status());
    count("Get", () -> client.personalProfile());
    count("Get again", () -> client.personalProfile());
    SignedPersonalProfile next = next();
    count("Publish", () -> client.publish(next));
    count("Publish again", () -> client.publish(next));
    count("Transfer", () -> client.transfer(null, administrator));
    MeshSession ring = new MeshSession(new MeshMachineCached(world, "ring"), portal);
    ConnectionAttempt[] attempt = new ConnectionAttempt[1];
    var device = ring.createDevice();
    count("connect", () -> attempt[0] = ring.connect(device, ALICE));
    count("ConnectPending", () -> client.connectPending(null, administrator));
    count("Delete", () -> client.delete(administrator));
    assertEquals(
        """
        Hello            0 lookups  0 records 0 syncs 0 verified     0 octets hashed
        Validate         1 lookups  0 records 0 syncs 0 verified     0 octets hashed
        Create           5 lookups  0 records 2 syncs 4 verified  9418 octets hashed
        Status           0 lookups  0 records 0 syncs 0 verified     0 octets hashed
        Get              2 lookups  2 records 0 syncs 0 verified     0 octets hashed
        Get again        2 lookups  2 records 0 syncs 0 verified     0 octets hashed
        Publish          5 lookups  5 records 1 syncs 1 verified  3130 octets hashed
        Publish again    1 lookups  1 records 0 syncs 0 verified     0 octets hashed
        Transfer         4 lookups  4 records 0 syncs 1 verified    15 octets hashed
        connect          8 lookups  4 records 1 syncs 2 verified  2491 octets hashed
        ConnectPending   3 lookups  3 records 0 syncs 1 verified    52 octets hashed
        Delete           5 lookups  5 records 1 syncs 1 verified    49 octets hashed
        """,
        table.toString().replace("\r\n", "\n"));
  }

  /** The octets that a thread allocates for a Get do not depend on the number of accounts. */
  @Test
  void aGetAllocatesTheSameAmongManyAccounts() {
    client.create(profile.signed(), administrator);
    MeshSession others = new MeshSession(new MeshMachineCached(world, "others"), portal);
    for (int i = 0; i < 25; i++) {
      PersonalProfile other = new PersonalProfile(others.createDevice().deviceProfile());
      PrivateJwk key = SessionKeys.online(other);
      clientOf("user" + i + "@example.com")
          .create(
              other.signed(),
              new RequestEnvelope.Signer(Dialect.MESH.fingerprint(key.publicJwk()), key, random));
    }
    try (PortalStore alone =
        PortalStores.named("jlog").open(directory.resolve("alone"), world, line -> {})) {
      MeshPortalDirect small = MeshPortalDirect.open(world, "example.com", alone);
      MeshClient single = new MeshClient(world, "counts", small, AccountName.parse(ALICE));
      single.create(profile.signed(), administrator);
      long few = Long.MAX_VALUE;
      long many = Long.MAX_VALUE;
      // In turns, since compiled code allocates less; the first ones load classes and fill caches.
      for (int i = 0; i < 50; i++) {
        few = Math.min(few, allocated(single));
        many = Math.min(many, allocated(client));
      }
      assertTrue(many < few * 1.02, many + " octets among many, " + few + " among few");
      assertTrue(many < 100_000, many + " octets for one Get");
    }
  }

  private static long allocated(MeshClient asking) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    asking.personalProfile();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
