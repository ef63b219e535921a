package dev.meshsim.portal.mirror;

import static dev.meshsim.portal.mirror.AuditedPortal.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.ForwardingPortalStore;
import dev.meshsim.log.LogName;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.SessionKeys;
import dev.meshsim.transparency.TransferQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Those who may have records with proofs, and that nothing is read or proved for others. */
class TransferAuthorityTest {

  private final Counted counted = new Counted();
  private final AuditedPortal scene = new AuditedPortal(24, counted);
  private int nonces;

  /** A store that counts the reads of its tree and its scans. */
  private static final class Counted extends ForwardingPortalStore {

    int reads;

    Counted() {
      super(new MemoryPortalStore());
    }

    @Override
    public LogTree tree() {
      LogTree tree = super.tree();
      return new LogTree() {
        @Override
        public long size() {
          return tree.size();
        }

        @Override
        public List<Bytes> read(long[] indexes) {
          reads++;
          return tree.read(indexes);
        }
      };
    }

    @Override
    public RecordPage scan(LogName log, PageRequest range) {
      reads++;
      return super.scan(log, range);
    }
  }

  private Bytes octets(
      TransferQuery query, String account, RequestEnvelope.@Nullable Signer signer) {
    return octets(query, account, "example.com", signer);
  }

  private Bytes octets(
      TransferQuery query, String account, String domain, RequestEnvelope.@Nullable Signer signer) {
    TransferRequest request = TransferRequest.proved(null, query);
    return Sent.octets(scene, request, account, domain, "nonce" + nonces++, signer);
  }

  private void requireRefused(RefusalReason reason, Bytes octets) {
    scene.portal.published("checkpoint");
    int before = counted.reads;
    MeshResponse answer = Sent.answer(scene.portal, octets);
    assertEquals(Optional.of(reason), answer.refusalReason(), answer.statusDescription());
    assertEquals(before, counted.reads, "something was read or proved");
  }

  private void requireGiven(Bytes octets) {
    MeshResponse answer = Sent.answer(scene.portal, octets);
    assertEquals(201, answer.status(), answer.statusDescription());
  }

  @Test
  void onlyAnAdministratorHasTheRecordsOfAProfile() {
    scene.publish(1);
    PersonalSession bob = scene.account("bob", "bob@example.com");
    scene.checkpoint();
    TransferQuery own = TransferQuery.own(0);
    requireGiven(octets(own, ALICE, scene.administrator()));
    requireRefused(RefusalReason.NOT_SIGNED, octets(own, ALICE, null));
    requireRefused(RefusalReason.NOT_ADMINISTRATOR, octets(own, ALICE, scene.auditor()));
    requireRefused(
        RefusalReason.NOT_ADMINISTRATOR, octets(own, ALICE, SessionKeys.administrator(bob)));
    requireRefused(
        RefusalReason.NOT_ADMINISTRATOR, octets(own, "bob@example.com", scene.administrator()));
    requireRefused(
        RefusalReason.UNKNOWN_ACCOUNT, octets(own, "carol@example.com", scene.administrator()));
    requireRefused(
        RefusalReason.OTHER_SIGNER, octets(own, ALICE, "other.example.com", scene.administrator()));
  }

  @Test
  void aDeviceThatIsNoAdministratorHasNone() {
    MeshMachineCached ring = new MeshMachineCached(scene.world, "ring");
    MeshSession onRing = new MeshSession(ring, scene.portal);
    ConnectionAttempt attempt = onRing.connect(onRing.createDevice("ring", null), ALICE);
    String code = attempt.authenticator();
    scene.alice.connectClose(
        scene.alice.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    PersonalSession plain = attempt.await(code);
    scene.checkpoint();
    PrivateJwk key = ring.privateKey(plain.thisDevice().deviceSignatureKey().udf());
    requireRefused(
        RefusalReason.NOT_ADMINISTRATOR, octets(TransferQuery.own(0), ALICE, scene.signer(key)));
    requireRefused(
        RefusalReason.NOT_AUDITOR, octets(TransferQuery.all(0), ALICE, scene.signer(key)));
  }

  @Test
  void anAdministratorThatWasRemovedHasNone() {
    MeshMachineCached laptop = new MeshMachineCached(scene.world, "laptop");
    MeshSession onLaptop = new MeshSession(laptop, scene.portal);
    ConnectionAttempt attempt =
        onLaptop.connectAsAdministrator(onLaptop.createDevice("laptop", null), ALICE);
    String code = attempt.authenticator();
    scene.alice.acceptAdministrator(scene.alice.connectPending().withAuthenticator(code), code);
    PersonalSession second = attempt.await(code);
    RequestEnvelope.Signer removed = SessionKeys.administrator(second);
    scene.checkpoint();
    requireGiven(octets(TransferQuery.own(0), ALICE, removed));
    scene.alice.refresh();
    scene.alice.removeDevice(second.thisDevice().identifier());
    scene.checkpoint();
    requireRefused(RefusalReason.NOT_ADMINISTRATOR, octets(TransferQuery.own(0), ALICE, removed));
    requireGiven(octets(TransferQuery.own(0), ALICE, scene.administrator()));
  }

  @Test
  void onlyAnAuditorHasAllRecords() {
    scene.checkpoint();
    TransferQuery all = TransferQuery.all(0);
    Bytes good = octets(all, "auditor@example.com", scene.auditor());
    requireGiven(good);
    requireRefused(RefusalReason.USED, good);
    requireGiven(octets(all, ALICE, scene.auditor()));
    requireRefused(RefusalReason.NOT_SIGNED, octets(all, ALICE, null));
    requireRefused(RefusalReason.NOT_AUDITOR, octets(all, ALICE, scene.administrator()));
    requireRefused(
        RefusalReason.OTHER_SIGNER,
        octets(all, "auditor@example.com", "other.example.com", scene.auditor()));
    PrivateJwk other = PrivateJwk.generate(KeySpec.ED25519, scene.world.stream("test", "other"));
    requireRefused(
        RefusalReason.NOT_AUDITOR, octets(all, "auditor@example.com", scene.signer(other)));
    RequestEnvelope.Signer forged =
        new RequestEnvelope.Signer(
            scene.auditor().udf(), other, scene.world.stream("test", "forged"));
    requireRefused(RefusalReason.NOT_VERIFIED, octets(all, "auditor@example.com", forged));
  }
}
