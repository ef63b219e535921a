package dev.meshsim.benchmark.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.ListenAddress;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.session.MeshSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Question: how much does our server add to HTTP and the portal: a request over a connection that
 * stays open, beside a bare Jetty handler that answers with the same octets, and the direct portal?
 *
 * <p>get is an unsigned Get of a profile; signed is a ConnectPending that is signed for each call.
 * Both must cost at most 1.25 times the sum of their peers: get of bareGet and directGet, signed of
 * bareSigned and directSigned. Client and servers have one processor. Command: {@code taskset -c 0
 * java -jar benchmarks/target/benchmarks.jar PortalOverHttp}; {@code -p observed=true} with access
 * log, metrics and rates. Targets: docs/performance.md, "A portal on a network".
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class PortalOverHttp {

  private static final String ALICE = "alice@example.com";
  private static final int ANY_RATE = 1_000_000_000;

  /** True for a server with access log, metrics and limits of rates. */
  @Param("false")
  public boolean observed;

  private final Bytes get =
      MessageCodec.write(Dialect.MESH, new GetRequest(null, ALICE, null, null, null, true));

  private SeededWorld world;
  private MeshPortalDirect portal;
  private PortalServer server;
  private BareServer bareGetServer;
  private BareServer bareSignedServer;
  private KeptConnection ours;
  private KeptConnection bare;
  private KeptConnection bareSigned;
  private OwnAccount alice;
  private MeshClient directClient;
  private MeshClient remoteClient;
  private Bytes signedRequest;

  /** Makes an account and starts the servers. */
  @Setup
  public void prepare(Blackhole hole) {
    world = World.seeded(1);
    portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession maker = new MeshSession(new MeshMachineCached(world, "maker"), portal);
    alice = new OwnAccount(world, portal, maker, ALICE);
    AccountName name = AccountName.parse(ALICE);
    directClient = new MeshClient(world, "direct", portal, name);
    directClient.connectPending(null, alice.administrator());
    List<Exchange> all = portal.trace().exchanges();
    Exchange pending = all.get(all.size() - 1);
    signedRequest = Objects.requireNonNull(pending.signedEnvelope());
    portal.trace().stop();
    server = PortalServer.start(portal, settings(hole));
    bareGetServer = new BareServer(0, portal.exchange(get));
    bareSignedServer = new BareServer(0, pending.response());
    ours = new KeptConnection("127.0.0.1", server.address().port());
    bare = new KeptConnection("127.0.0.1", bareGetServer.port());
    bareSigned = new KeptConnection("127.0.0.1", bareSignedServer.port());
    remoteClient = new MeshClient(world, "remote", ours, name);
  }

  private ServerSettings settings(Blackhole hole) {
    ServerSettings plain = ServerSettings.loopback(ServerLimits.DEFAULT);
    return observed
        ? ServerSettings.loopback(ServerLimits.DEFAULT.withRates(ANY_RATE, ANY_RATE))
            .withAccessLog(hole::consume)
            .withAdmin(ListenAddress.loopback())
        : plain;
  }

  /** Stops the servers. */
  @TearDown
  public void end() {
    ours.close();
    bare.close();
    bareSigned.close();
    server.close();
    bareGetServer.close();
    bareSignedServer.close();
    portal.close();
  }

  /** A Get over HTTP. */
  @Benchmark
  public Bytes get() {
    return ours.exchange(get);
  }

  /** The octets of a Get over HTTP, with a fixed answer. */
  @Benchmark
  public Bytes bareGet() {
    return bare.exchange(get);
  }

  /** A Get at the direct portal. */
  @Benchmark
  public Bytes directGet() {
    return portal.exchange(get);
  }

  /** A ConnectPending over HTTP. */
  @Benchmark
  public ConnectPendingResponse signed() {
    world.advance(Duration.ofSeconds(1));
    return remoteClient.connectPending(null, alice.administrator());
  }

  /** The octets of a ConnectPending over HTTP, with a fixed answer. */
  @Benchmark
  public Bytes bareSigned() {
    return bareSigned.exchange(signedRequest);
  }

  /** A ConnectPending at the direct portal. */
  @Benchmark
  public ConnectPendingResponse directSigned() {
    world.advance(Duration.ofSeconds(1));
    return directClient.connectPending(null, alice.administrator());
  }
}
