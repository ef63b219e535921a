package dev.meshsim.benchmark.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.StatusRequest;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.protocol.ValidateRequest;
import dev.meshsim.session.MeshSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does each transaction take at a direct portal, octets in and octets out,
 * beside how many accounts there are, and how much of a signed one is its bare signatures?
 *
 * <p>Transactions that are not signed are measured at the portal, octets in and octets out; signed
 * ones with their client. The other accounts are records of the store. Signed requests are
 * connectPending, transfer and publish (whose profile is signed); signedRoundTrip publishes a
 * profile and asks for pending connections, with 2 signatures made and 2 verified in all, and
 * bareSignatures does no more than these with Bouncy Castle. Command: {@code java -jar
 * benchmarks/target/benchmarks.jar PortalRequests}; {@code -p accounts=1000000} for many. Targets:
 * docs/performance.md 9 and 10.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx4g")
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class PortalRequests {

  private static final int BATCH = 1000;
  private static final String ALICE = "alice@example.com";

  /** The accounts at the portal. */
  @Param({"1000", "100000"})
  public int accounts;

  private final Bytes hello = octets(HelloRequest.plain());
  private final Bytes status = octets(new StatusRequest());
  private final Bytes validate = octets(new ValidateRequest("bob@example.com", null, List.of()));
  private final Bytes get = octets(new GetRequest(null, ALICE, null, null, null, true));

  private SeededWorld world;
  private MeshPortalDirect portal;
  private OwnAccount alice;
  private Ed25519PrivateKeyParameters bareKey;
  private final byte[] input = new byte[2500];
  private long signed;

  /** Makes the accounts. */
  @Setup
  public void prepare() {
    world = World.seeded(1);
    PortalStore store = new MemoryPortalStore();
    portal = MeshPortalDirect.open(world, "example.com", store);
    portal.trace().stop();
    MeshSession maker = new MeshSession(new MeshMachineCached(world, "maker"), portal);
    alice = new OwnAccount(world, portal, maker, ALICE);
    tick();
    String profile = alice.publish().identifier().text();
    for (int from = 0; from < accounts; from += BATCH) {
      int first = from;
      store.transact(
          tx -> {
            for (int i = first; i < Math.min(first + BATCH, accounts); i++) {
              tx.put(account(i, profile));
            }
            return first;
          });
    }
    bareKey = new Ed25519PrivateKeyParameters(world.stream("bare", "key").asSecureRandom());
  }

  private static Bytes octets(MeshRequest request) {
    return MessageCodec.write(Dialect.MESH, request);
  }

  private Change account(int number, String profile) {
    String name = String.format(Locale.ROOT, "user%07d@example.com", number);
    String text =
        "{\"Account\":{\"Created\":\"2019-04-04T00:00:00Z\",\"Modified\":\"2019-04-04T00:00:00Z\","
            + "\"AccountID\":\""
            + name
            + "\",\"UserProfileUDF\":\""
            + profile
            + "\",\"Status\":\"Open\"}}";
    return Change.create(
        LogName.PORTAL, "Account$" + name, List.of(), Bytes.utf8(text), world.now());
  }

  /** The portal's time goes on, so that it may forget old nonces. */
  private void tick() {
    world.advance(Duration.ofSeconds(1));
  }

  /** Not signed: Hello. */
  @Benchmark
  public Bytes hello() {
    return portal.exchange(hello);
  }

  /** Not signed: Status. */
  @Benchmark
  public Bytes status() {
    return portal.exchange(status);
  }

  /** Not signed: Validate. */
  @Benchmark
  public Bytes validate() {
    return portal.exchange(validate);
  }

  /** Not signed: Get of a whole profile by account. */
  @Benchmark
  public Bytes get() {
    return portal.exchange(get);
  }

  /** Signed: ConnectPending. */
  @Benchmark
  public ConnectPendingResponse connectPending() {
    tick();
    return alice.client().connectPending(null, alice.administrator());
  }

  /** Signed: Transfer of a page of own records. */
  @Benchmark
  public TransferResponse transfer() {
    tick();
    return alice.client().transfer(null, alice.administrator());
  }

  /** Signed: Publish of the next version of a profile. */
  @Benchmark
  public SignedPersonalProfile publish() {
    tick();
    return alice.publish();
  }

  /** Publish and ConnectPending. */
  @Benchmark
  public ConnectPendingResponse signedRoundTrip() {
    publish();
    return connectPending();
  }

  /** Two signatures made and two verified, over octets of the length of a profile. */
  @Benchmark
  public boolean bareSignatures() {
    boolean first = bareSignature();
    return bareSignature() && first;
  }

  /** Never the same octets twice: a processor learns the branches of a signature that it knows. */
  private boolean bareSignature() {
    ByteBuffer.wrap(input).putLong(0, ++signed);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, bareKey);
    signer.update(input, 0, input.length);
    byte[] signature = signer.generateSignature();
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, bareKey.generatePublicKey());
    verifier.update(input, 0, input.length);
    return verifier.verifySignature(signature);
  }
}
