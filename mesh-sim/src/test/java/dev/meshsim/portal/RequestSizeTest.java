package dev.meshsim.portal;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.LogName;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.portal.service.RequestLimits;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileLimits;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.RequestSalt;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.KeyValue;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests over a limit are refused before anything is verified. */
class RequestSizeTest {

  private static final String LARGE = "large@example.com";

  private final PortalScene scene = new PortalScene();
  private final LargeProfile large = new LargeProfile(scene.world, "large", 5);

  private void refused(int status, MeshRequest request) {
    refused(status, request, large.administrator());
  }

  /** A CreateAccount is signed, so that it is not refused for want of a signature. */
  private void refused(int status, MeshRequest request, RequestEnvelope.Signer signer) {
    long before = scene.portal.service().signaturesVerified();
    int records = scene.records();
    MeshResponse answer =
        request instanceof CreateRequest create
            ? scene.send(
                scene.sealed(create, create.account(), "example.com", signer),
                Transaction.CREATE_ACCOUNT)
            : scene.send(request);
    assertEquals(status, answer.status());
    assertEquals(before, scene.portal.service().signaturesVerified());
    assertEquals(records, scene.records());
  }

  private SignedPersonalProfile signedBy(List<PrivateJwk> signers) {
    return large.signed(1, large.devices(1, ""), List.of(), signers);
  }

  private static SignedPersonalProfile copies(SignedPersonalProfile signed, int count) {
    JsonWebSignature.Signature first = signed.signedData().signatures().get(0);
    return new SignedPersonalProfile(
        signed.identifier(),
        new JsonWebSignature(signed.signedData().payload(), Collections.nCopies(count, first)));
  }

  @Test
  void aThousandCopiesOfASignatureAreRefusedBeforeAnyIsVerified() {
    SignedPersonalProfile good = signedBy(List.of(large.online.get(0)));
    refused(400, new CreateRequest(LARGE, copies(good, 1000)));
    refused(400, new PublishRequest(copies(good, 1000)));
    refused(400, new CreateRequest(LARGE, copies(good, 2)));
    refused(400, new PublishRequest(copies(good, 2)));
    scene.clientOf(scene.desktop, LARGE).create(good, large.administrator());
  }

  @Test
  void fiveSignersAreOneTooMany() {
    refused(400, new CreateRequest(LARGE, signedBy(large.online)));
    scene
        .clientOf(scene.desktop, LARGE)
        .create(signedBy(large.online.subList(0, 4)), large.administrator());
  }

  /** The devices, and the master profile, of a profile have one signature each. */
  @Test
  void innerObjectsAreCountedBeforeTheOuterSignatureIsVerified() {
    SignedDeviceProfile device = large.devices(1, "").get(0);
    JsonWebSignature.Signature only = device.signedData().signatures().get(0);
    SignedDeviceProfile twice =
        new SignedDeviceProfile(
            device.identifier(),
            new JsonWebSignature(device.signedData().payload(), List.of(only, only)));
    SignedPersonalProfile profile =
        large.signed(1, List.of(twice), List.of(), List.of(large.online.get(0)));
    refused(400, new CreateRequest(LARGE, profile));
    ProfileVerifier client = new ProfileVerifier();
    ProfileException e = assertThrows(ProfileException.class, () -> client.personal(profile));
    assertEquals(ProfileException.Code.LIMIT, e.errorCode());
    assertEquals(0, client.signaturesVerified());
  }

  @Test
  void aClientCountsTheSignaturesThatAPortalGivesIt() {
    ProfileVerifier client = new ProfileVerifier();
    for (SignedPersonalProfile bad :
        List.of(
            copies(signedBy(List.of(large.online.get(0))), 1000),
            copies(signedBy(List.of(large.online.get(0))), 2),
            signedBy(large.online))) {
      ProfileException e = assertThrows(ProfileException.class, () -> client.personal(bad));
      assertEquals(ProfileException.Code.LIMIT, e.errorCode());
      assertTrue(e.problem().length() < 300, e.problem());
    }
    assertEquals(0, client.signaturesVerified());
  }

  @Test
  void aProfileHasALimitedNumberOfApplicationsAndKeys() {
    List<ApplicationProfileEntry> applications = new ArrayList<>();
    for (int i = 0; i <= ProfileLimits.APPLICATIONS; i++) {
      Udf udf = LargeProfile.publicKey(large.signing()).udf();
      applications.add(new ApplicationProfileEntry(udf, "SSHProfile", null, null, null));
    }
    List<PrivateJwk> signer = List.of(large.online.get(0));
    refused(400, new CreateRequest(LARGE, large.signed(1, List.of(), applications, signer)));
    applications.remove(0);
    scene
        .clientOf(scene.desktop, LARGE)
        .create(large.signed(1, List.of(), applications, signer), large.administrator());

    LargeProfile keys = new LargeProfile(scene.world, "keys", ProfileLimits.KEYS + 1);
    refused(
        400,
        new CreateRequest(
            "keys@example.com", keys.signed(1, List.of(), List.of(), List.of(keys.online.get(0)))),
        keys.administrator());
  }

  /** The devices are counted before they are looked at. */
  @Test
  void aProfileHasALimitedNumberOfDevices() {
    SignedDeviceProfile device = large.devices(1, "").get(0);
    List<SignedDeviceProfile> devices = new ArrayList<>();
    for (int i = 0; i <= ProfileLimits.DEVICES; i++) {
      Udf udf = Udf.fingerprint(device.identifier().format(), "x", Bytes.utf8("device " + i));
      devices.add(new SignedDeviceProfile(udf, device.signedData()));
    }
    SignedPersonalProfile over = large.signed(1, devices, List.of(), List.of(large.online.get(0)));
    ProfileVerifier client = new ProfileVerifier();
    ProfileException e = assertThrows(ProfileException.class, () -> client.personal(over));
    assertEquals(ProfileException.Code.LIMIT, e.errorCode());
    assertEquals(0, client.signaturesVerified());
  }

  @Test
  void anEntryThatTheLogCannotHoldIsTooLarge() {
    List<SignedDeviceProfile> devices =
        large.devices(1, "x".repeat(RequestLimits.ENTRY_OCTETS * 9 / 16));
    SignedPersonalProfile over = large.signed(1, devices, List.of(), List.of(large.online.get(0)));
    assertTrue(Dialect.MESH.json().write(over).length() > RequestLimits.ENTRY_OCTETS);
    refused(413, new CreateRequest(LARGE, over));
    refused(413, new PublishRequest(over));
    JsonWebSignature large =
        new JsonWebSignature(
            Bytes.of(new byte[RequestLimits.ENTRY_OCTETS]), over.signedData().signatures());
    refused(
        413,
        new ConnectCompleteRequest(new SignedConnectionResult(over.identifier(), large), ALICE));
    Bytes huge = Bytes.of(new byte[RequestLimits.REQUEST_OCTETS + 1]);
    assertTrue(scene.portal.exchange(huge).utf8().contains("\"Status\":413"));
  }

  @Test
  void theLargestEntryIsStoredAndReturned() {
    int around = Dialect.MESH.json().write(described(0)).length();
    SignedPersonalProfile largest = described((RequestLimits.ENTRY_OCTETS - around) / 16 * 27 / 4);
    int octets = Dialect.MESH.json().write(largest).length();
    assertTrue(octets <= RequestLimits.ENTRY_OCTETS && octets > 1 << 20, octets + " octets");
    MeshClient client = scene.clientOf(scene.desktop, LARGE);
    client.create(largest, large.administrator());
    assertEquals(largest, client.personalProfile());
    var all = new GetRequest(null, LARGE, null, null, true, true);
    assertEquals(List.of(largest), client.get(all).entries());
  }

  private SignedPersonalProfile described(int chars) {
    return large.signed(
        1, large.devices(1, "x".repeat(chars)), List.of(), List.of(large.online.get(0)));
  }

  @Test
  void theOpenRequestsOfAnAccountFitIntoOneRecord() {
    refused(413, new ConnectStartRequest(asking(RequestLimits.CONNECTION_REQUEST_OCTETS), ALICE));
    for (int i = 0; i < PortalPolicy.DEFAULT.maxPending(); i++) {
      SignedConnectionRequest request = asking(17_000);
      int octets = Dialect.MESH.json().write(request).length();
      assertTrue(octets > 31_000, octets + " octets");
      scene.client.connectStart(request);
    }
    assertEquals(PortalPolicy.DEFAULT.maxPending(), scene.alice.connectPending().pending().size());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PortalPolicy(
                RequestLimits.PENDING + 1,
                Duration.ofDays(1),
                1,
                1,
                Duration.ofMinutes(1),
                1,
                1,
                false,
                true,
                Protection.NONE));
  }

  private SignedConnectionRequest asking(int chars) {
    var session = scene.newMachine("m" + scene.records());
    var device = session.createDevice("d", "x".repeat(chars));
    return ProfileSigner.request(
        new ConnectionRequest(scene.profile.udf(), device.deviceProfile().signed()),
        RequestSalt.fresh(large.random, scene.world.now()),
        session.machine().privateKey(device.udf()),
        large.random);
  }

  @Test
  void aGetHasFewTermsOfModestLength() {
    KeyValue term = new KeyValue("Device", scene.device.udf().text());
    var most = Collections.nCopies(RequestLimits.KEY_VALUES, term);
    assertEquals(201, scene.send(byTerms(most)).status());
    refused(400, byTerms(Collections.nCopies(RequestLimits.KEY_VALUES + 1, term)));
    refused(400, byTerms(List.of(new KeyValue("x".repeat(1025), "y"))));
    refused(400, byTerms(List.of(term, new KeyValue("y", "x".repeat(5000)))));
  }

  private static GetRequest byTerms(List<KeyValue> terms) {
    return new GetRequest(null, null, terms, null, null, null);
  }

  /** The records of the two entries come in the order they were written, page after page. */
  @Test
  void aTransferOfManyVersionsCostsWhatItsPageHolds() {
    var application = scene.alice.add(new PasswordProfile(true));
    for (int i = 0; i < 40; i++) {
      scene.world.advance(Duration.ofSeconds(1));
      application.update();
    }
    var all = scene.client.transfer(null, scene.administrator()).dataItems();
    assertEquals(versions(), all.size());
    List<Object> paged = new ArrayList<>();
    String key = null;
    do {
      long read = scene.store.counts().recordsRead();
      var three = new SearchConstraints(null, null, 3, null, key);
      var page = scene.client.transfer(three, scene.administrator());
      long cost = scene.store.counts().recordsRead() - read;
      assertTrue(cost <= 50, cost + " records read for " + page.dataItems().size());
      paged.addAll(page.dataItems());
      key = page.pageKey();
    } while (key != null);
    assertEquals(all, paged);
  }

  private int versions() {
    return scene.store.scan(LogName.MESH, dev.meshsim.log.PageRequest.all()).items().size();
  }
}
