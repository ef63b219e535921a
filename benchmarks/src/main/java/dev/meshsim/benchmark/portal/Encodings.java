package dev.meshsim.benchmark.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.world.World;
import java.util.ArrayList;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Question: how long do reading and writing messages take in JSON-B and JSON-C, beside JSON?
 *
 * <p>The messages are those of an account that gets a second device and an application: requests,
 * signed envelopes and responses. Reading makes the objects of them, writing makes the octets. No
 * signature is made or verified. Command: {@code java -jar benchmarks/target/benchmarks.jar
 * Encodings}. Target: docs/performance.md 22.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls prepare first
public class Encodings {

  private static final Dialect DIALECT = Dialect.MESH;
  private static final String ALICE = "alice@example.com";

  private record Message(
      Bytes json,
      Bytes jsonB,
      Bytes jsonC,
      boolean envelope,
      boolean response,
      Transaction transaction,
      Object object) {

    Bytes in(Encoding encoding) {
      return switch (encoding) {
        case JSON -> json;
        case JSON_B -> jsonB;
        case JSON_C -> jsonC;
      };
    }
  }

  private final List<Message> messages = new ArrayList<>();

  /** Makes the messages. */
  @Setup
  public void prepare() {
    for (Exchange exchange : exchanges()) {
      Transaction transaction =
          Transaction.of(MessageCodec.readRequest(DIALECT, exchange.request()));
      Bytes envelope = exchange.signedEnvelope();
      if (envelope == null) {
        add(exchange.request(), false, false, transaction);
      } else {
        add(envelope, true, false, transaction);
      }
      add(exchange.response(), false, true, transaction);
    }
  }

  private void add(Bytes json, boolean envelope, boolean response, Transaction transaction) {
    Object object =
        envelope
            ? RequestEnvelope.open(DIALECT, json).signature()
            : response
                ? MessageCodec.readResponse(DIALECT, json, transaction)
                : MessageCodec.readRequest(DIALECT, json);
    messages.add(
        new Message(
            json,
            BinaryJson.fromJson(Encoding.JSON_B, json),
            BinaryJson.fromJson(Encoding.JSON_C, json),
            envelope,
            response,
            transaction,
            object));
  }

  private static List<Exchange> exchanges() {
    World world = World.seeded(1);
    MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    MeshSession desktop = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
    desktop.validate(ALICE);
    PersonalProfile profile = new PersonalProfile(desktop.createDevice().deviceProfile());
    PersonalSession alice = desktop.createAccount(ALICE, profile);
    MeshSession ring = new MeshSession(new MeshMachineCached(world, "ring"), portal);
    DeviceRegistration device = ring.createDevice();
    ConnectionAttempt attempt = ring.connect(device, ALICE);
    String code = attempt.authenticator();
    alice.connectClose(
        alice.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    PersonalSession onRing = attempt.await(code);
    PasswordProfile passwords = new PasswordProfile(true);
    var application = alice.add(passwords, false);
    application.addDevice(device.udf(), false);
    application.update();
    onRing.application(application.udf().text()).passwordProfile();
    return portal.trace().exchanges();
  }

  private void read(Encoding encoding, Blackhole sink) {
    for (Message message : messages) {
      Bytes octets = message.in(encoding);
      sink.consume(
          message.envelope()
              ? RequestEnvelope.open(DIALECT, encoding, octets)
              : message.response()
                  ? MessageCodec.readResponse(DIALECT, encoding, octets, message.transaction())
                  : MessageCodec.readRequest(DIALECT, encoding, octets));
    }
  }

  private void write(Encoding encoding, Blackhole sink) {
    for (Message message : messages) {
      Object object = message.object();
      sink.consume(
          object instanceof JsonWebSignature signed
              ? DIALECT.json().write(encoding, RequestEnvelope.TAG, signed)
              : object instanceof MeshResponse response
                  ? MessageCodec.write(DIALECT, encoding, response)
                  : MessageCodec.write(DIALECT, encoding, (MeshRequest) object));
    }
  }

  /** Reads every message in JSON. */
  @Benchmark
  public void readJson(Blackhole sink) {
    read(Encoding.JSON, sink);
  }

  /** Reads every message in JSON-B. */
  @Benchmark
  public void readJsonB(Blackhole sink) {
    read(Encoding.JSON_B, sink);
  }

  /** Reads every message in JSON-C. */
  @Benchmark
  public void readJsonC(Blackhole sink) {
    read(Encoding.JSON_C, sink);
  }

  /** Writes every message in JSON. */
  @Benchmark
  public void writeJson(Blackhole sink) {
    write(Encoding.JSON, sink);
  }

  /** Writes every message in JSON-B. */
  @Benchmark
  public void writeJsonB(Blackhole sink) {
    write(Encoding.JSON_B, sink);
  }

  /** Writes every message in JSON-C. */
  @Benchmark
  public void writeJsonC(Blackhole sink) {
    write(Encoding.JSON_C, sink);
  }
}
