package dev.meshsim.benchmark.flow;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.world.World;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does it take to create a profile, to verify it, to escrow its master keys, and
 * to recover it on an empty machine, beside the bare keys or signatures that creating and verifying
 * need?
 *
 * <p>A device and its profile have 3 keys each, and a profile of one device has 3 signatures.
 * Command: {@code java -jar benchmarks/target/benchmarks.jar ProfileLifecycle}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class ProfileLifecycle {

  private static final String ALICE = "alice@example.com";

  private World world;
  private MeshPortalDirect portal;
  private PersonalProfile profile;
  private SignedPersonalProfile signed;
  private PrivateJwk online;
  private List<KeyShare> shares;

  /** Makes a profile with an escrow entry at a portal. */
  @Setup
  public void prepare() {
    world = World.seeded(1);
    portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    portal.trace().stop();
    MeshSession desktop = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
    profile = new PersonalProfile(desktop.createDevice().deviceProfile());
    signed = profile.signed();
    online = SessionKeys.online(profile);
    PersonalSession alice = desktop.createAccount(ALICE, profile);
    OfflineEscrowEntry entry = new OfflineEscrowEntry(profile, 2, 4);
    alice.escrow(entry);
    shares = entry.keyShares().subList(0, 2);
  }

  /** A device and a profile, signed. */
  @Benchmark
  public SignedPersonalProfile create() {
    MeshSession machine = new MeshSession(new MeshMachineCached(world, "new"), portal);
    return new PersonalProfile(machine.createDevice().deviceProfile()).signed();
  }

  /** Six keys and three signatures. */
  @Benchmark
  public SignedPersonalProfile bareCreate() {
    var random = world.stream("bare", "keys");
    for (int i = 0; i < 3; i++) {
      PrivateJwk.generate(dev.meshsim.jose.KeySpec.X25519, random).publicJwk();
      PrivateJwk key = PrivateJwk.generate(dev.meshsim.jose.KeySpec.ED25519, random);
      Jws.sign(signed.signedData().payload(), key, "bare", random);
    }
    return signed;
  }

  /** By a verifier that has seen nothing. */
  @Benchmark
  public VerifiedPersonalProfile verify() {
    return new ProfileVerifier().personal(signed);
  }

  /** Three signatures. */
  @Benchmark
  public SignedPersonalProfile bareVerify() {
    for (int i = 0; i < 3; i++) {
      Jws.verify(signed.signedData(), 0, online.publicJwk());
    }
    return signed;
  }

  /** The master keys encrypted, and the secret split 2 of 4. */
  @Benchmark
  public OfflineEscrowEntry escrow() {
    return new OfflineEscrowEntry(profile, 2, 4);
  }

  /** The same profile again on an empty machine, from two shares. */
  @Benchmark
  public PersonalSession recover() {
    MeshSession machine = new MeshSession(new MeshMachineCached(world, "again"), portal);
    return machine.recover(new Secret(shares), ALICE);
  }

  /** The fingerprint of a key, of which a profile has seven. */
  @Benchmark
  public Object fingerprint() {
    return Dialect.MESH.fingerprint(online.publicJwk());
  }
}
