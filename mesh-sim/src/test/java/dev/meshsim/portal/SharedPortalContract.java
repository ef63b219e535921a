package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.service.MeshService;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes of a portal on one store: what a client signs is accepted by either, once. */
public abstract class SharedPortalContract {

  private static final String DOMAIN = "example.com";
  private static final String ALICE = "alice@example.com";

  private final SeededWorld world = World.seeded(21);
  private Process one;
  private Process two;
  private final MeshMachineCached desktop = new MeshMachineCached(world, "desktop");
  private int nonces;

  /** A store on the one place of data of a test; each process opens its own. */
  protected abstract PortalStore open();

  /** A process of the portal, which counts its Hellos. */
  private final class Process implements MeshPortal {

    private final PortalStore store = open();
    private final MeshService service =
        new MeshService(world, DOMAIN, Dialect.MESH, store, PortalPolicy.DEFAULT);
    private int hellos;

    @Override
    public String domain() {
      return DOMAIN;
    }

    @Override
    public Bytes exchange(Bytes request) {
      hellos += request.utf8().startsWith("{\"Hello") ? 1 : 0;
      return service.dispatch(request);
    }

    int status(Bytes request) {
      return MeshJson.readTree(exchange(request)).iterator().next().path("Status").intValue(0);
    }

    String challenge() {
      Bytes hello = exchange(MessageCodec.write(Dialect.MESH, HelloRequest.plain()));
      return MeshJson.readTree(hello).iterator().next().path("Challenge").stringValue("");
    }
  }

  /** Sends every other request to the other process. */
  private final class Balancer implements MeshPortal {

    private boolean first;

    @Override
    public String domain() {
      return DOMAIN;
    }

    @Override
    public Bytes exchange(Bytes request) {
      first = !first;
      return (first ? one : two).exchange(request);
    }
  }

  @BeforeEach
  void start() {
    one = new Process();
    two = new Process();
  }

  @AfterEach
  void close() {
    one.store.close();
    two.store.close();
  }

  private PersonalSession alice(MeshPortal portal) {
    MeshSession session = new MeshSession(desktop, portal);
    return session.createAccount(
        ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
  }

  /** A Transfer for this challenge, signed at this time. */
  private Bytes transfer(PersonalSession alice, String challenge, Instant time) {
    Udf online = alice.personalProfile().master().onlineSignatureKeys().get(0).udf();
    return RequestEnvelope.seal(
        Dialect.MESH,
        MessageCodec.write(Dialect.MESH, new TransferRequest(null)),
        new RequestClaims(ALICE, DOMAIN, challenge, time, "nonce-" + nonces++),
        new RequestEnvelope.Signer(online, desktop.privateKey(online), desktop.stream("test")));
  }

  @Test
  void aRequestForOneProcessIsAcceptedByTheOtherOnce() {
    PersonalSession alice = alice(one);
    Bytes request = transfer(alice, one.challenge(), world.now());
    assertEquals(201, two.status(request));
    assertEquals(401, two.status(request));
    assertEquals(401, one.status(request));
    one.store.close();
    one = new Process();
    assertEquals(401, one.status(request));
    assertEquals(201, one.status(transfer(alice, two.challenge(), world.now())));
  }

  @Test
  void anEnvelopeForOneProcessIsOpenedByTheOtherOnce() {
    List<Bytes> sent = new ArrayList<>();
    MeshPortal recorded =
        new MeshPortal() {
          @Override
          public String domain() {
            return DOMAIN;
          }

          @Override
          public Bytes exchange(Bytes request) {
            return one.exchange(request);
          }

          @Override
          public Bytes exchangeProtected(Bytes envelope) {
            sent.add(envelope);
            return two.service.dispatchProtected(envelope).sealed();
          }
        };
    ProtectedPortal safe =
        new ProtectedPortal(recorded, world, "phone", Protection.SIGN, KeyPins.inMemory(), null);
    alice(safe);
    for (Process process : List.of(two, one)) {
      for (Bytes envelope : sent) {
        String answer = process.service.dispatchProtected(envelope).sealed().utf8();
        assertTrue(answer.contains("\"Status\":401"), answer);
      }
    }
    assertEquals(1, one.hellos);
  }

  @Test
  void aSessionGoesOnWhateverProcessAnswers() {
    MeshPortal balancer = new Balancer();
    PersonalSession alice = alice(balancer);
    MeshSession phone = new MeshSession(new MeshMachineCached(world, "phone"), balancer);
    ConnectionAttempt attempt = phone.connect(phone.createDevice(), ALICE);
    attempt.pollUncompared();
    String code = attempt.authenticator();
    alice.connectClose(
        alice.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    attempt.await(code);
    assertEquals(2, alice.refresh().devices().size());
    alice.deleteAccount();
    // One for each machine's session: nobody is asked to say Hello again.
    assertEquals(2, one.hellos + two.hellos);
  }

  @Test
  void aRequestThatComesToBothAtOnceIsAcceptedByOne() throws Exception {
    PersonalSession alice = alice(one);
    String challenge = one.challenge();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 20; i++) {
        Bytes request = transfer(alice, challenge, world.now());
        List<Future<Integer>> answers =
            List.of(both.submit(() -> one.status(request)), both.submit(() -> two.status(request)));
        int sum = answers.get(0).get() + answers.get(1).get();
        assertEquals(201 + 401, sum);
      }
    } finally {
      both.shutdown();
    }
  }

  @Test
  void aChallengeIsAcceptedForAWhile() {
    PersonalSession alice = alice(one);
    String challenge = one.challenge();
    assertTrue(challenge.matches("[A-Za-z0-9_-]{22}"), challenge);
    assertEquals(challenge, two.challenge());
    world.advance(Duration.ofHours(1));
    assertEquals(201, two.status(transfer(alice, challenge, world.now())));
    world.advance(Duration.ofHours(1));
    assertEquals(428, two.status(transfer(alice, challenge, world.now())));
    assertEquals(201, one.status(transfer(alice, two.challenge(), world.now())));
    assertEquals(428, one.status(transfer(alice, "another-challenge-1234", world.now())));
  }

  @Test
  void aClaimIsForgottenOnlyWhenItsRequestIsTooOld() {
    PersonalSession alice = alice(one);
    Instant ahead = world.now().plus(PortalPolicy.DEFAULT.clockSkew());
    Bytes request = transfer(alice, one.challenge(), ahead);
    assertEquals(201, one.status(request));
    world.advance(PortalPolicy.DEFAULT.clockSkew().multipliedBy(2));
    assertEquals(201, two.status(transfer(alice, two.challenge(), world.now())));
    assertEquals(401, two.status(request));
    world.advance(Duration.ofHours(1));
    assertEquals(201, two.status(transfer(alice, two.challenge(), world.now())));
    assertEquals(401, two.status(request));
  }
}
