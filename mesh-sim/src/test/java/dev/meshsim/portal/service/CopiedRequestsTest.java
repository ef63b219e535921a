package dev.meshsim.portal.service;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.application.PasswordProfile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Copies of every request of a session, sent again by somebody who saw them: the rows of {@code
 * docs/requests.md}.
 */
class CopiedRequestsTest {

  /** The transactions whose requests travel in an envelope; Publish does for escrow entries. */
  private static final Set<Transaction> SIGNED =
      EnumSet.of(
          Transaction.CREATE_ACCOUNT,
          Transaction.DELETE_ACCOUNT,
          Transaction.CONNECT_STATUS,
          Transaction.CONNECT_PENDING,
          Transaction.CONNECT_COMPLETE,
          Transaction.TRANSFER);

  private static final String SECOND = "alice2@example.com";

  private final PortalScene scene = new PortalScene();

  /** Makes every request there is, and returns those of one transaction with their octets. */
  private List<Exchange> requests(Transaction transaction) {
    scene.client.hello();
    scene.client.status();
    scene.session.validate("carol@example.com");
    scene.alice.add(new PasswordProfile(true));
    scene.alice.escrow(new OfflineEscrowEntry(scene.profile, 2, 3));
    scene.alice.refresh();
    MeshSession ring = scene.newMachine("ring");
    ConnectionAttempt attempt = ring.connect(ring.createDevice(), ALICE);
    attempt.pollUncompared();
    String code = attempt.authenticator();
    scene.alice.connectClose(
        scene.alice.connectPending().withAuthenticator(code), ConnectionStatus.ACCEPTED, code);
    attempt.await(code);
    scene.client.transfer(null, scene.administrator());
    scene.session.createAccount(SECOND, scene.profile).deleteAccount();
    scene.session.createAccount(SECOND, scene.profile);
    return scene.portal.trace().exchanges().stream()
        .filter(exchange -> exchange.transaction().equals(transaction.wireName()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aCopyChangesNothingAndASignedOneIsRefused(Transaction transaction) {
    List<Exchange> requests = requests(transaction);
    assertFalse(requests.isEmpty());
    for (Exchange request : requests) {
      boolean signed = isSigned(transaction, request);
      int before = scene.records();
      int status = status(scene.portal, octets(request));
      assertEquals(before, scene.records(), transaction.wireName());
      if (signed) {
        assertEquals(Status.CLIENT_UNAUTHORIZED, status);
      } else {
        assertAnswersAnybody(transaction, status);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCopyIsRefusedAfterARestartAndByAnotherProcessOnTheStore(Transaction transaction) {
    List<Exchange> requests = requests(transaction);
    int before = scene.records();
    // Nothing was written since: only the challenge tells the processes apart.
    MeshPortalDirect other = MeshPortalDirect.open(scene.world, "example.com", scene.store);
    for (Exchange request : requests) {
      int status = status(other, octets(request));
      if (isSigned(transaction, request)) {
        assertEquals(Status.CHALLENGE_REQUIRED, status);
      } else {
        assertAnswersAnybody(transaction, status);
      }
    }
    assertEquals(before, scene.records());
  }

  /** Shows that the second test can fail: the other process accepts what names its challenge. */
  @ParameterizedTest
  @EnumSource(names = {"CONNECT_PENDING", "TRANSFER"})
  void aNewlySignedReadIsAnsweredByTheOtherProcess(Transaction transaction) {
    MeshPortalDirect other = MeshPortalDirect.open(scene.world, "example.com", scene.store);
    MeshClient client = new MeshClient(scene.world, "d", other, AccountName.parse(ALICE));
    if (transaction == Transaction.TRANSFER) {
      assertEquals(1, client.transfer(null, scene.administrator()).dataItems().size());
    } else {
      assertTrue(client.connectPending(null, scene.administrator()).pending().isEmpty());
    }
  }

  private static boolean isSigned(Transaction transaction, Exchange request) {
    boolean signed = request.signedEnvelope() != null;
    if (transaction != Transaction.PUBLISH) {
      assertEquals(SIGNED.contains(transaction), signed, transaction.wireName());
    }
    return signed;
  }

  /** Reads are answered; what is stored is a success, and what it has overtaken a conflict. */
  private static void assertAnswersAnybody(Transaction transaction, int status) {
    if (transaction == Transaction.CONNECT_START) {
      assertEquals(Status.ALREADY_EXISTS, status);
    } else if (transaction == Transaction.PUBLISH) {
      assertTrue(Status.isSuccess(status) || status == Status.ALREADY_EXISTS, "" + status);
    } else {
      assertTrue(Status.isSuccess(status) || status == Status.NOT_FOUND, "" + status);
    }
  }

  private static Bytes octets(Exchange exchange) {
    Bytes envelope = exchange.signedEnvelope();
    return envelope == null ? exchange.request() : envelope;
  }

  private static int status(MeshPortalDirect portal, Bytes request) {
    return MeshJson.readTree(portal.exchange(request)).iterator().next().path("Status").intValue(0);
  }
}
