package dev.meshsim.profile.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.udf.Udf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdministratorsTest {

  private final TrustScene scene = new TrustScene();
  private final PublicKey first = TrustScene.publicKey(scene.onlineKey);
  private final PublicKey second = TrustScene.publicKey(TrustScene.key("second", KeySpec.ED25519));
  private final Udf device = scene.device.identifier();
  private final ProfileVerifier verifier = new ProfileVerifier();

  @Test
  void theHeaderSaysTheDeviceOfEachKey() {
    Administrators written =
        new Administrators(
            List.of(Administrator.on(device, first), new Administrator(second, Optional.empty())));
    MasterProfile master =
        scene.master(List.of(TrustScene.publicKey(scene.escrowKey)), written.keys());
    SignedMasterProfile signed =
        ProfileSigner.master(master, written, scene.masterKey, TrustScene.random());
    assertEquals(master, verifier.master(signed));
    Administrators read = Administrators.of(signed, master, Set.of());
    assertEquals(written, read);
    assertEquals(Optional.of(device), read.withKey(first.udf()).orElseThrow().device());
    assertEquals(read.all().get(1), read.withKey(second.udf()).orElseThrow());
    assertEquals(Optional.empty(), read.withKey(device));
    assertEquals(Set.of(device), read.devices());
    assertEquals(first, read.on(device).orElseThrow().key());
    assertEquals(Optional.empty(), read.on(second.udf()));
  }

  @Test
  void aMasterProfileWithoutTheMemberSaysNoDevice() {
    Administrators read = Administrators.of(scene.signedMaster, scene.master, Set.of(device));
    assertEquals(List.of(new Administrator(first, Optional.empty())), read.all());
    assertEquals(read, Administrators.of(verifier.personal(scene.signedPersonal())));
    assertEquals(Map.of(), read.header());
  }

  static List<Object> malformed() {
    Udf other =
        PublicKey.of(Dialect.PORTAL_2017, TrustScene.key("rsa", KeySpec.RSA_2048_SIGN).publicJwk())
            .udf();
    return List.of(
        List.of(),
        List.of("", ""),
        "",
        Map.of("0", ""),
        List.of(1),
        List.of("not an identifier"),
        List.of(other.text()));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void aMalformedMemberIsRefused(Object member) {
    refused(scene.master, member);
  }

  @Test
  void aDeviceIsNamedOnce() {
    MasterProfile two =
        scene.master(List.of(TrustScene.publicKey(scene.escrowKey)), List.of(first, second));
    refused(two, List.of(device.text(), device.text()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Administrators(
                List.of(Administrator.on(device, first), Administrator.on(device, second))));
  }

  private void refused(MasterProfile master, Object member) {
    SignedMasterProfile signed =
        new SignedMasterProfile(
            master.identifier(),
            Dialect.MESH
                .signatures()
                .sign(
                    Dialect.MESH.json().write(master),
                    scene.masterKey,
                    master.identifier(),
                    Map.of(Administrators.MEMBER, member),
                    TrustScene.random()));
    ProfileException e = assertThrows(ProfileException.class, () -> verifier.master(signed));
    assertEquals(ProfileException.Code.BAD_CONTENT, e.errorCode());
  }

  @Test
  void anAdministratorTakesThePlaceOfTheOneOnItsDevice() {
    Administrators one = new Administrators(List.of(Administrator.on(device, first)));
    assertEquals(List.of(second), one.with(Administrator.on(device, second)).keys());
    assertEquals(List.of(), one.without(device).all());
    assertEquals(one, one.without(second.udf()));
  }

  @Test
  void aChangedAdministratorKeepsItsPlaceAndANewOneIsLast() {
    PublicKey third = TrustScene.publicKey(TrustScene.key("third", KeySpec.ED25519));
    Administrator unplaced = new Administrator(second, Optional.empty());
    Administrators two = new Administrators(List.of(Administrator.on(device, first), unplaced));
    Administrator moved = Administrator.on(device, third);
    assertEquals(List.of(moved, unplaced), two.with(moved).all());
    Administrator placed = Administrator.on(third.udf(), second);
    assertEquals(List.of(two.all().get(0), placed), two.with(placed).all());
    Administrator another = Administrator.on(second.udf(), third);
    assertEquals(List.of(first, second, third), two.with(another).keys());
  }

  @Test
  void anAdministratorWithoutADeviceTakesNoPlaceOfAnother() {
    Administrators one = new Administrators(List.of(new Administrator(first, Optional.empty())));
    Administrators two = one.with(new Administrator(second, Optional.empty()));
    assertEquals(List.of(first, second), two.keys());
  }

  @Test
  void asManyAdministratorsAsKeysFitIntoAHeader() {
    Object[] texts = new Object[ProfileLimits.KEYS];
    java.util.Arrays.fill(texts, device.text());
    int octets = Dialect.MESH.json().write("administrators", List.of(texts)).length();
    assertTrue(octets + 256 < ProfileLimits.HEADER_OCTETS, "octets " + octets);
  }

  @Test
  void inDialect2017TheKeyIsThatOfADevice() {
    var jwk = TrustScene.key("rsa", KeySpec.RSA_2048_SIGN);
    PublicKey key = PublicKey.of(Dialect.PORTAL_2017, jwk.publicJwk());
    MasterProfile master =
        new MasterProfile(key.udf(), TrustScene.AT, key, List.of(key), List.of(key));
    SignedMasterProfile signed =
        ProfileSigner.master(
            master,
            new Administrators(List.of(Administrator.on(key.udf(), key))),
            jwk,
            TrustScene.random());
    assertEquals(Optional.of(key.udf()), on(signed, master, Set.of(key.udf())));
    assertEquals(Optional.empty(), on(signed, master, Set.of()));
  }

  private static Optional<Udf> on(
      SignedMasterProfile signed, MasterProfile master, Set<Udf> devices) {
    return Administrators.of(signed, master, devices).all().get(0).device();
  }

  @Test
  void aRequestNamesAPublicSignatureKey() {
    assertEquals(
        Optional.of(second), verifier.request(request(second.jwk().toJson(null))).online());
    assertEquals(Optional.empty(), verifier.request(request(null)).online());
    var encryption = TrustScene.publicKey(scene.encryptionKey).jwk().toJson(null);
    var broken = second.jwk().toJson(null).put("x", "AAAA");
    for (Object member : List.of(encryption, broken, "text", List.of(), Map.of())) {
      assertThrows(ProfileException.class, () -> verifier.request(request(member)));
    }
  }

  private SignedConnectionRequest request(@org.jspecify.annotations.Nullable Object online) {
    Map<String, Object> header =
        new LinkedHashMap<>(RequestSalt.fresh(TrustScene.random(), TrustScene.AT).header());
    if (online != null) {
      header.put(RequestedOnlineKey.MEMBER, online);
    }
    ConnectionRequest content =
        new ConnectionRequest(scene.master.identifier(), scene.signedDevice);
    return new SignedConnectionRequest(
        device,
        Dialect.MESH
            .signatures()
            .sign(
                Dialect.MESH.json().write(content),
                scene.deviceKey,
                device,
                header,
                TrustScene.random()));
  }
}
