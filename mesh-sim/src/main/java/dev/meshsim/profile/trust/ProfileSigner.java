package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes signed objects: the payload is the tagged JSON of the inner object. Each is made in the
 * dialect of its identifier.
 */
public final class ProfileSigner {

  private ProfileSigner() {}

  /** Signs a device profile with its device signature key. */
  public static SignedDeviceProfile device(
      DeviceProfile device, PrivateJwk deviceSignatureKey, RandomStream random) {
    return new SignedDeviceProfile(
        device.identifier(), sign(device.identifier(), device, deviceSignatureKey, random));
  }

  /**
   * Signs a master profile with the master signature key.
   *
   * @param administrators those of its online signature keys, in the same order; see {@link
   *     Administrators#header}
   */
  public static SignedMasterProfile master(
      MasterProfile master,
      Administrators administrators,
      PrivateJwk masterSignatureKey,
      RandomStream random) {
    Udf identifier = master.identifier();
    return new SignedMasterProfile(
        identifier, sign(identifier, master, administrators.header(), masterSignatureKey, random));
  }

  /** Signs a master profile that does not say on which devices its online keys were made. */
  public static SignedMasterProfile master(
      MasterProfile master, PrivateJwk masterSignatureKey, RandomStream random) {
    return new SignedMasterProfile(
        master.identifier(), sign(master.identifier(), master, masterSignatureKey, random));
  }

  /** Signs the first version of a personal profile; see {@link #successor}. */
  public static SignedPersonalProfile personal(
      PersonalProfile profile, List<PrivateJwk> keys, RandomStream random) {
    return personal(profile, Map.of(), keys, random);
  }

  /**
   * Signs a version of a personal profile that replaces another.
   *
   * @param replaced the version that {@code profile} was made from; named in dialect {@code mesh}
   *     only, see {@link ReplacedVersion}
   * @param keys one or more, each an online signature key or the master signature key; several make
   *     several signatures, in this order
   */
  public static SignedPersonalProfile successor(
      PersonalProfile profile,
      SignedPersonalProfile replaced,
      List<PrivateJwk> keys,
      RandomStream random) {
    return successor(profile, replaced, Map.of(), keys, random);
  }

  /**
   * Signs a version of a personal profile that replaces another.
   *
   * @param seen the checkpoint of the portal's log that the signer has seen; see {@link
   *     SeenCheckpoint}
   */
  public static SignedPersonalProfile successor(
      PersonalProfile profile,
      SignedPersonalProfile replaced,
      Map<String, Object> seen,
      List<PrivateJwk> keys,
      RandomStream random) {
    Map<String, Object> header = new LinkedHashMap<>(ReplacedVersion.header(replaced));
    header.putAll(seen);
    return personal(profile, inMesh(profile.identifier(), header), keys, random);
  }

  /**
   * Signs a version of a personal profile again, octet for octet, for a portal that has another
   * version than the one it replaces elsewhere.
   *
   * @param replaced the version that the portal has; empty if it has none
   * @param seen the checkpoint of that portal's log that the signer has seen; see {@link
   *     SeenCheckpoint}
   * @param keys as for {@link #successor}
   */
  public static SignedPersonalProfile again(
      SignedPersonalProfile version,
      Optional<SignedPersonalProfile> replaced,
      Map<String, Object> seen,
      List<PrivateJwk> keys,
      RandomStream random) {
    Map<String, Object> header = new LinkedHashMap<>();
    replaced.ifPresent(old -> header.putAll(ReplacedVersion.header(old)));
    header.putAll(seen);
    return personal(
        version.identifier(),
        version.signedData().payload(),
        inMesh(version.identifier(), header),
        keys,
        random);
  }

  private static SignedPersonalProfile personal(
      PersonalProfile profile,
      Map<String, Object> header,
      List<PrivateJwk> keys,
      RandomStream random) {
    Udf identifier = profile.identifier();
    return personal(identifier, Dialect.of(identifier).json().write(profile), header, keys, random);
  }

  private static SignedPersonalProfile personal(
      Udf identifier,
      Bytes payload,
      Map<String, Object> header,
      List<PrivateJwk> keys,
      RandomStream random) {
    Dialect dialect = Dialect.of(identifier);
    JsonWebSignature signed = sign(identifier, payload, header, keys.get(0), random);
    for (PrivateJwk key : keys.subList(1, keys.size())) {
      Udf kid = dialect.fingerprint(key.publicJwk());
      signed = dialect.signatures().add(signed, key, kid, header, random);
    }
    return new SignedPersonalProfile(identifier, signed);
  }

  /**
   * Signs the first version of an application profile with the device signature key of an
   * administration device.
   */
  public static SignedApplicationProfile application(
      KnownApplicationProfile application, PrivateJwk deviceSignatureKey, RandomStream random) {
    return application(application, Map.of(), deviceSignatureKey, random);
  }

  /**
   * Signs a version of an application profile with the device signature key of an administration
   * device.
   *
   * @param header further members of the protected header; see {@link ReplacedVersion} and {@link
   *     ReadersVersion}. Written in dialect {@code mesh} only
   */
  public static SignedApplicationProfile application(
      KnownApplicationProfile application,
      Map<String, Object> header,
      PrivateJwk deviceSignatureKey,
      RandomStream random) {
    Udf identifier = application.identifier();
    Bytes payload = Dialect.of(identifier).json().write(application.type(), application.members());
    return new SignedApplicationProfile(
        identifier,
        sign(identifier, payload, inMesh(identifier, header), deviceSignatureKey, random));
  }

  /**
   * Signs the content of an application profile again, of any type, with another time.
   *
   * @param version the version whose content it is; its signature is not verified
   * @param at the time of the new version
   * @param header as for {@link #application(KnownApplicationProfile, Map, PrivateJwk,
   *     RandomStream)}
   */
  public static SignedApplicationProfile application(
      SignedApplicationProfile version,
      Instant at,
      Map<String, Object> header,
      PrivateJwk deviceSignatureKey,
      RandomStream random) {
    Udf identifier = version.identifier();
    Dialect dialect = Dialect.of(identifier);
    JsonNode content = dialect.json().readTree(version.signedData().payload());
    Map.Entry<String, JsonNode> tagged = content.properties().iterator().next();
    ObjectNode members = (ObjectNode) tagged.getValue();
    members.set("Updated", MeshJson.toTree(at));
    Bytes payload = dialect.json().write(tagged.getKey(), members);
    return new SignedApplicationProfile(
        identifier,
        sign(identifier, payload, inMesh(identifier, header), deviceSignatureKey, random));
  }

  /**
   * Signs a version of an application profile again, octet for octet, for a portal that has another
   * version than the one it replaces elsewhere.
   *
   * @param header as for {@link #application(KnownApplicationProfile, Map, PrivateJwk,
   *     RandomStream)}
   */
  public static SignedApplicationProfile again(
      SignedApplicationProfile version,
      Map<String, Object> header,
      PrivateJwk deviceSignatureKey,
      RandomStream random) {
    Udf identifier = version.identifier();
    Bytes payload = version.signedData().payload();
    return new SignedApplicationProfile(
        identifier,
        sign(identifier, payload, inMesh(identifier, header), deviceSignatureKey, random));
  }

  /** The members in dialect {@code mesh}; none in the other, whose objects have no additions. */
  private static Map<String, Object> inMesh(Udf identifier, Map<String, Object> header) {
    return Dialect.of(identifier) == Dialect.MESH ? header : Map.of();
  }

  /**
   * Signs a connection request with the device signature key of the device that asks.
   *
   * @param salt written in dialect {@code mesh} only
   */
  public static SignedConnectionRequest request(
      ConnectionRequest request,
      RequestSalt salt,
      PrivateJwk deviceSignatureKey,
      RandomStream random) {
    return request(request, salt, Optional.empty(), Map.of(), deviceSignatureKey, random);
  }

  /**
   * Signs a connection request of a device that may ask to administer.
   *
   * @param online the online signature key that it asks to be listed; see {@link
   *     RequestedOnlineKey}
   */
  public static SignedConnectionRequest request(
      ConnectionRequest request,
      RequestSalt salt,
      Optional<PublicKey> online,
      PrivateJwk deviceSignatureKey,
      RandomStream random) {
    return request(request, salt, online, Map.of(), deviceSignatureKey, random);
  }

  /**
   * Signs a connection request as the others do.
   *
   * @param seen the checkpoint of the portal's log that the device has seen; see {@link
   *     SeenCheckpoint}
   */
  public static SignedConnectionRequest request(
      ConnectionRequest request,
      RequestSalt salt,
      Optional<PublicKey> online,
      Map<String, Object> seen,
      PrivateJwk deviceSignatureKey,
      RandomStream random) {
    Udf device = request.device().identifier();
    Map<String, Object> header = new LinkedHashMap<>(salt.header());
    online.ifPresent(key -> header.putAll(RequestedOnlineKey.header(key)));
    header.putAll(seen);
    return new SignedConnectionRequest(
        device, sign(device, request, inMesh(device, header), deviceSignatureKey, random));
  }

  /**
   * Signs a connection result with an online signature key.
   *
   * @param answers the {@link SignedDigest} of the request; written in dialect {@code mesh} only
   */
  public static SignedConnectionResult result(
      ConnectionResult result, Bytes answers, PrivateJwk onlineSignatureKey, RandomStream random) {
    return result(result, answers, Map.of(), onlineSignatureKey, random);
  }

  /**
   * Signs a connection result with an online signature key.
   *
   * @param answers the {@link SignedDigest} of the request
   * @param seen the checkpoint of the portal's log that the administrator has seen; see {@link
   *     SeenCheckpoint}. Both are written in dialect {@code mesh} only
   */
  public static SignedConnectionResult result(
      ConnectionResult result,
      Bytes answers,
      Map<String, Object> seen,
      PrivateJwk onlineSignatureKey,
      RandomStream random) {
    Udf device = result.device().identifier();
    Map<String, Object> header = new LinkedHashMap<>(AnsweredRequest.header(answers));
    header.putAll(seen);
    return new SignedConnectionResult(
        device, sign(device, result, inMesh(device, header), onlineSignatureKey, random));
  }

  private static JsonWebSignature sign(
      Udf identifier, Object inner, PrivateJwk key, RandomStream random) {
    return sign(identifier, inner, Map.of(), key, random);
  }

  private static JsonWebSignature sign(
      Udf identifier,
      Object inner,
      Map<String, Object> header,
      PrivateJwk key,
      RandomStream random) {
    return sign(identifier, Dialect.of(identifier).json().write(inner), header, key, random);
  }

  private static JsonWebSignature sign(
      Udf identifier,
      Bytes payload,
      Map<String, Object> header,
      PrivateJwk key,
      RandomStream random) {
    Dialect dialect = Dialect.of(identifier);
    Udf kid = dialect.fingerprint(key.publicJwk());
    return dialect.signatures().sign(payload, key, kid, header, random);
  }
}
