package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.service.RequestLimits;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileLimits;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.profile.trust.SignedDigest;
import dev.meshsim.profile.trust.VerificationWork;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RequestClaims;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.StatusRequest;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.ValidateRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The work that a request may ask of a portal: counted, not timed. */
class RequestWorkTest {

  private static final String LARGE = "large@example.com";

  private final PortalScene scene = new PortalScene();
  private int nonce;

  /** A portal on the scene's store that has verified nothing yet. */
  private MeshPortalDirect restarted() {
    return MeshPortalDirect.open(scene.world, "example.com", scene.store);
  }

  private Bytes sealed(
      MeshRequest request, RequestEnvelope.@Nullable Signer signer, @Nullable String challenge) {
    Bytes text = MessageCodec.write(Dialect.MESH, request);
    return signer == null
        ? text
        : RequestEnvelope.seal(
            Dialect.MESH,
            text,
            new RequestClaims(LARGE, "example.com", challenge, scene.world.now(), "n" + nonce++),
            signer);
  }

  /** Sends a request to a restarted portal and returns its work. */
  private VerificationWork work(
      int status, MeshRequest request, RequestEnvelope.@Nullable Signer signer) {
    MeshPortalDirect portal = restarted();
    Transaction transaction = Transaction.of(request);
    String challenge =
        new MeshClient(scene.world, "m", portal, AccountName.parse(LARGE)).hello().challenge();
    Bytes response = portal.exchange(sealed(request, signer, challenge));
    assertEquals(
        status,
        MessageCodec.readResponse(Dialect.MESH, response, transaction).status(),
        response.utf8().substring(0, Math.min(300, response.length())));
    VerificationWork work = portal.service().work();
    VerificationWork most = RequestLimits.mostWork(transaction);
    assertTrue(work.isWithin(most), transaction + ": " + work + " is over " + most);
    return work;
  }

  @Test
  void theWorstRequestOfEachTransactionIsWithinItsBound() {
    LargeProfile large = new LargeProfile(scene.world, "worst", ProfileLimits.KEYS);
    int most = mostDevices(large);
    assertTrue(most >= 1000, most + " devices fit");
    List<SignedDeviceProfile> devices = large.devices(most, "");
    List<PrivateJwk> four = large.fourSigners();
    SignedPersonalProfile profile = large.signed(0, devices, List.of(), four);
    int full = four.size() + 1 + most;
    // The request is signed too.
    assertEquals(
        full + 1, work(201, new CreateRequest(LARGE, profile), large.administrator()).signatures());

    work(201, HelloRequest.plain(), null);
    work(201, new StatusRequest(), null);
    work(201, new ValidateRequest(LARGE, null, List.of()), null);
    work(201, new GetRequest(null, LARGE, null, null, null, true), null);

    SignedDeviceProfile ring = large.devices(1, "ring").get(0);
    PrivateJwk ringKey = large.signing();
    SignedConnectionRequest request = connectionRequest(large);
    // The devices were checked before the profile was stored, and are not read here.
    int profileAlone = four.size() + 1;
    assertEquals(
        profileAlone + 2, work(201, new ConnectStartRequest(request, LARGE), null).signatures());
    work(201, new ConnectPendingRequest(LARGE, null), large.administrator());
    work(
        401,
        new ConnectStatusRequest(LARGE, request.identifier().text()),
        new RequestEnvelope.Signer(ring.identifier(), ringKey, large.random));
    ConnectionResult rejected =
        new ConnectionResult(
            profile.identifier(), deviceOf(request), ConnectionStatus.REJECTED, null);
    work(
        201,
        new ConnectCompleteRequest(
            ProfileSigner.result(
                rejected, SignedDigest.of(request), large.online.get(0), large.random),
            LARGE),
        large.administrator());
    work(201, new TransferRequest(null), large.administrator());

    large.replacing(profile);
    SignedPersonalProfile other = large.signed(1, large.devices(most, ""), List.of(), four);
    VerificationWork publish = work(201, new PublishRequest(other), null);
    assertEquals(profileAlone + four.size() + most, publish.signatures());
    work(201, new DeleteRequest(LARGE), large.administrator());
  }

  private int mostDevices(LargeProfile large) {
    int one = octets(large.signed(0, large.devices(1, ""), List.of(), large.fourSigners()));
    int three = octets(large.signed(0, large.devices(3, ""), List.of(), large.fourSigners()));
    int each = (three - one) / 2 + 2;
    return Math.min(ProfileLimits.DEVICES, (RequestLimits.ENTRY_OCTETS - one) / each);
  }

  private static int octets(SignedPersonalProfile profile) {
    return Dialect.MESH.json().write(profile).length();
  }

  private SignedConnectionRequest connectionRequest(LargeProfile large) {
    var session = scene.newMachine("asks");
    var device = session.createDevice();
    return ProfileSigner.request(
        new ConnectionRequest(large.signedMaster.identifier(), device.deviceProfile().signed()),
        RequestSalt.fresh(large.random, scene.world.now()),
        session.machine().privateKey(device.udf()),
        large.random);
  }

  private static SignedDeviceProfile deviceOf(SignedConnectionRequest request) {
    return Dialect.MESH
        .json()
        .read(request.signedData().payload(), ConnectionRequest.class)
        .device();
  }

  @Test
  void aProfileThatNoAdministratorSignedCostsOneSignatureAtMost() {
    LargeProfile large = new LargeProfile(scene.world, "mine", 3);
    List<SignedDeviceProfile> devices = large.devices(20, "");
    SignedPersonalProfile stored =
        large.signed(0, devices, List.of(), List.of(large.online.get(0)));
    scene.clientOf(scene.desktop, LARGE).create(large.replacing(stored), large.administrator());
    long before = scene.portal.service().signaturesVerified();

    LargeProfile stranger = new LargeProfile(scene.world, "stranger", 3);
    SignedPersonalProfile theirs =
        large.signed(9, stranger.devices(20, ""), List.of(), List.of(stranger.online.get(0)));
    assertEquals(401, scene.send(new PublishRequest(theirs)).status());
    assertEquals(before, scene.portal.service().signaturesVerified());

    SignedPersonalProfile forged =
        large.signed(9, stranger.devices(20, ""), List.of(), List.of(large.online.get(0)));
    assertEquals(401, scene.send(new PublishRequest(broken(forged, 0))).status());
    assertEquals(before + 1, scene.portal.service().signaturesVerified());

    SignedPersonalProfile both =
        large.signed(
            9,
            stranger.devices(20, ""),
            List.of(),
            List.of(large.online.get(1), large.online.get(2), large.online.get(0)));
    assertEquals(401, scene.send(new PublishRequest(broken(both, 0))).status());
    assertEquals(before + 2, scene.portal.service().signaturesVerified());
  }

  /** A stranger may put his own key into the master profile, and sign well with that. */
  @Test
  void aStrangersOwnGoodSignatureBringsHimNoFurther() {
    LargeProfile large = new LargeProfile(scene.world, "mine", 1);
    PrivateJwk administrator = large.online.get(0);
    scene
        .clientOf(scene.desktop, LARGE)
        .create(
            large.replacing(
                large.signed(0, large.devices(1, ""), List.of(), List.of(administrator))),
            large.administrator());
    PrivateJwk stranger = large.signing();
    List<SignedDeviceProfile> devices = large.devices(9, "");
    long before = scene.portal.service().signaturesVerified();

    SignedPersonalProfile own = large.taken(stranger, devices, List.of(stranger));
    assertEquals(401, scene.send(new PublishRequest(own)).status());
    assertEquals(before, scene.portal.service().signaturesVerified());

    SignedPersonalProfile both = large.taken(stranger, devices, List.of(stranger, administrator));
    assertEquals(401, scene.send(new PublishRequest(broken(both, 1))).status());
    assertEquals(before + 1, scene.portal.service().signaturesVerified());
  }

  private static SignedPersonalProfile broken(SignedPersonalProfile signed, int index) {
    List<JsonWebSignature.Signature> signatures = new ArrayList<>(signed.signedData().signatures());
    JsonWebSignature.Signature good = signatures.get(index);
    byte[] octets = good.signature().toArray();
    octets[3] ^= 1;
    signatures.set(
        index, new JsonWebSignature.Signature(good.protectedHeader(), null, Bytes.of(octets)));
    assertNotEquals(good, signatures.get(index));
    return new SignedPersonalProfile(
        signed.identifier(), new JsonWebSignature(signed.signedData().payload(), signatures));
  }

  @Test
  void oneMoreDeviceOfAThousandCostsOneSignatureMore() {
    LargeProfile large = new LargeProfile(scene.world, "thousand", 1);
    List<SignedDeviceProfile> devices = large.devices(1000, "");
    List<PrivateJwk> signer = List.of(large.online.get(0));
    MeshClient client = scene.clientOf(scene.desktop, LARGE);
    client.create(
        large.replacing(large.signed(0, devices, List.of(), signer)), large.administrator());
    long before = scene.portal.service().signaturesVerified();
    devices.addAll(large.devices(1, ""));
    SignedPersonalProfile next = large.signed(1, devices, List.of(), signer);
    client.publish(next);
    assertEquals(before + 2, scene.portal.service().signaturesVerified());
    assertEquals(next, client.personalProfile());
  }
}
