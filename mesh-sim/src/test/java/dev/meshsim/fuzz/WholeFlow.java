package dev.meshsim.fuzz;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.KeyValue;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.SeededWorld;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every transaction at least once, in the order of developer-08 section 6. */
final class WholeFlow {

  static final String ALICE = "alice@example.com";

  private final SeededWorld world;
  private final MeshPortal portal;
  private final MeshMachine desk;
  private final MeshMachine ring;

  WholeFlow(SeededWorld world, MeshPortal portal) {
    this.world = world;
    this.portal = portal;
    this.desk = new MeshMachineCached(world, "desk");
    this.ring = new MeshMachineCached(world, "ring");
  }

  void run() {
    MeshSession session = new MeshSession(desk, portal);
    session.validate(ALICE);
    PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
    PersonalSession alice = session.createAccount(ALICE, profile);
    OfflineEscrowEntry escrow = new OfflineEscrowEntry(profile, 2, 3);
    alice.escrow(escrow);
    alice.delete();
    world.advance(Duration.ofSeconds(1));
    alice = session.recover(new Secret(escrow.keyShares().subList(0, 2)), ALICE);
    MeshSession onRing = new MeshSession(ring, portal);
    DeviceRegistration device = onRing.createDevice();
    ConnectionAttempt attempt = onRing.connect(device, ALICE);
    attempt.pollUncompared();
    world.advance(Duration.ofSeconds(1));
    String code = attempt.authenticator();
    alice.connectClose(
        alice.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    PersonalSession connected = attempt.await(code);
    ApplicationSession passwords = alice.add(new PasswordProfile(true), false);
    passwords.addDevice(device.udf(), false);
    passwords.update();
    connected.refresh();
    connected.application(passwords.udf().text());
    queries(alice);
    alice.deleteAccount();
  }

  private void queries(PersonalSession alice) {
    MeshClient client = new MeshClient(world, "desk", portal, AccountName.parse(ALICE));
    client.hello();
    client.status();
    SearchConstraints two =
        new SearchConstraints(null, world.now().plusSeconds(1), 2, 1 << 20, null);
    List<KeyValue> terms = List.of(new KeyValue("Device", alice.thisDevice().identifier().text()));
    client.get(new GetRequest(null, null, terms, two, true, true));
    client.get(new GetRequest(alice.udf().text(), null, null, two, true, true));
    Udf key = alice.personalProfile().master().onlineSignatureKeys().get(0).udf();
    client.transfer(two, signer(key).orElseThrow());
    client.connectPending(two, signer(key).orElseThrow());
  }

  /** The signer that has this key, on either machine. */
  Optional<RequestEnvelope.Signer> signer(Udf key) {
    return desk.findPrivateKey(key)
        .or(() -> ring.findPrivateKey(key))
        .map(held -> new RequestEnvelope.Signer(key, held, world.stream("fuzz", "signer")));
  }

  Dialect dialect() {
    return portal.dialect();
  }
}
