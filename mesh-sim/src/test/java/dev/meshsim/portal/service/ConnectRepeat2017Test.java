package dev.meshsim.portal.service;

import static dev.meshsim.portal.service.ConnectScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.trust.AnsweredRequest;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.ConnectionRefusedException;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Copies of connection requests in the dialect of the reference implementation. */
class ConnectRepeat2017Test {

  private final ConnectScene scene = new ConnectScene(Dialect.PORTAL_2017);

  /** As the reference's clients do: the ring sends the request without an envelope. */
  private ConnectionAttempt askUnsigned() {
    UnaryOperator<Bytes> before = scene.onTheWay;
    scene.onTheWay =
        octets -> {
          Bytes request = scene.request(octets);
          return request.utf8().contains("ConnectStart") ? request : octets;
        };
    try {
      return scene.ask();
    } finally {
      scene.onTheWay = before;
    }
  }

  @Test
  void anUnsignedRequestIsAnsweredOnce() {
    askUnsigned();
    Bytes start = scene.request(scene.lastStart());
    assertEquals(201, scene.postUnchanged(start));
    scene.reject();
    scene.restart();
    scene.world.advance(PortalPolicy.DEFAULT.pendingLifetime().multipliedBy(2));
    assertEquals(409, scene.postUnchanged(start));
    assertEquals(409, assertThrows(PortalRefusedException.class, this::askUnsigned).status());
    assertTrue(scene.ask().pollUncompared().isEmpty());
  }

  @Test
  void anUnsignedCopyDoesNotReplaceTheRequestInItsEnvelope() {
    scene.ask();
    assertEquals(201, scene.postUnchanged(scene.request(scene.lastStart())));
    assertTrue(scene.record(key()).contains("\"Envelopes\""), scene.record(key()));
  }

  @Test
  void aLaterEnvelopeAroundAnOpenRequestKeepsItsPlaceAndCoversTheEarlierOne() {
    scene.ask();
    Bytes first = scene.lastStart();
    scene.onRing.connect(scene.onRing.createDevice(), ALICE);
    scene.ask();
    Bytes second = scene.lastStart();
    var pending = scene.alice.connectPending().pending();
    assertEquals(scene.device.udf(), pending.get(0).deviceUdf());
    assertEquals(2, pending.size());
    scene.alice.connectReject(pending.get(0));
    scene.restart();
    for (Bytes copy : List.of(first, second, scene.request(first))) {
      assertEquals(409, scene.postUnchanged(copy));
    }
  }

  @Test
  void anEnvelopeOfAnotherKeyIsRefused() {
    ConnectScene other = new ConnectScene(Dialect.PORTAL_2017);
    scene.ask();
    Bytes ofDevice = scene.lastStart();
    String stolen = ofDevice.utf8().replaceFirst("\"signature\": \"\\s*..", "\"signature\": \"AA");
    assertEquals(401, other.postUnchanged(Bytes.utf8(stolen)));
    assertEquals(201, other.post(ofDevice));
  }

  @Test
  void aRecordOfAnEarlierVersionIsGoneOnWith() {
    ConnectionAttempt attempt = askUnsigned();
    String old = scene.record(key());
    assertFalse(old.contains("Envelopes"), old);
    Bytes unsigned = scene.request(scene.lastStart());
    scene.restart();
    assertEquals(201, scene.postUnchanged(unsigned));
    scene.ask();
    assertEquals(attempt.authenticator(), scene.pending().authenticator());
    scene.reject();
    assertEquals(409, scene.postUnchanged(unsigned));
    assertEquals(409, scene.postUnchanged(scene.lastStart()));
  }

  @Test
  void anAnswerWhoseEnvelopeNamesAnotherRequestIsRefused() {
    scene.ask();
    Bytes other = SignedDigest.of(scene.device.deviceProfile().signed());
    assertEquals(409, refusal(AnsweredRequest.header(other)));
    assertEquals(401, refusal(Map.of(AnsweredRequest.MEMBER, "not a digest")));
    scene.alice.connectReject(scene.pending());
    Bytes sent = scene.last("ConnectComplete");
    RequestEnvelope envelope = RequestEnvelope.open(Dialect.PORTAL_2017, sent);
    assertEquals(
        SignedDigest.of(scene.ring.request(ALICE).orElseThrow().signed()),
        AnsweredRequest.in(Dialect.PORTAL_2017, envelope.signature()).orElseThrow());
  }

  @Test
  void anAnswerThatNamesNoRequestIsTakenAsTheReferenceSendsIt() {
    ConnectionAttempt attempt = scene.ask();
    complete(Map.of());
    assertThrows(ConnectionRefusedException.class, attempt::pollUncompared);
  }

  private int refusal(Map<String, Object> header) {
    long before = scene.records();
    int status = assertThrows(PortalRefusedException.class, () -> complete(header)).status();
    assertEquals(before, scene.records());
    return status;
  }

  /** Rejects the ring, with these members in the header of the envelope. */
  private void complete(Map<String, Object> header) {
    Udf online = scene.alice.personalProfile().master().onlineSignatureKeys().get(0).udf();
    PrivateJwk key = scene.desktop.privateKey(online);
    RandomStream random = scene.world.stream("test", "complete");
    ConnectionResult result =
        new ConnectionResult(
            scene.alice.udf(),
            scene.device.deviceProfile().signed(),
            ConnectionStatus.REJECTED,
            null);
    new MeshClient(scene.world, "test", scene, AccountName.parse(ALICE))
        .connectComplete(
            ProfileSigner.result(result, Bytes.EMPTY, key, random),
            new RequestEnvelope.Signer(online, key, random, header));
  }

  private String key() {
    return PortalEntry.ConnectionsPending.key(scene.alice.udf());
  }
}
