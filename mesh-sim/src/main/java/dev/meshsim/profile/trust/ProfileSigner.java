package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.util.List;
import java.util.Map;

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

  /** Signs a master profile with the master signature key. */
  public static SignedMasterProfile master(
      MasterProfile master, PrivateJwk masterSignatureKey, RandomStream random) {
    return new SignedMasterProfile(
        master.identifier(), sign(master.identifier(), master, masterSignatureKey, random));
  }

  /**
   * Signs a personal profile.
   *
   * @param keys one or more, each an online signature key or the master signature key; several make
   *     several signatures, in this order
   */
  public static SignedPersonalProfile personal(
      PersonalProfile profile, List<PrivateJwk> keys, RandomStream random) {
    Dialect dialect = Dialect.of(profile.identifier());
    JsonWebSignature signed = sign(profile.identifier(), profile, keys.get(0), random);
    for (PrivateJwk key : keys.subList(1, keys.size())) {
      Udf kid = dialect.fingerprint(key.publicJwk());
      signed = dialect.signatures().add(signed, key, kid, random);
    }
    return new SignedPersonalProfile(profile.identifier(), signed);
  }

  /** Signs an application profile with the device signature key of an administration device. */
  public static SignedApplicationProfile application(
      ApplicationProfile application, PrivateJwk deviceSignatureKey, RandomStream random) {
    return new SignedApplicationProfile(
        application.identifier(),
        sign(application.identifier(), application, deviceSignatureKey, random));
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
    Udf device = request.device().identifier();
    Map<String, Object> header = Dialect.of(device) == Dialect.MESH ? salt.header() : Map.of();
    return new SignedConnectionRequest(
        device, sign(device, request, header, deviceSignatureKey, random));
  }

  /**
   * Signs a connection result with an online signature key.
   *
   * @param answers the {@link SignedDigest} of the request; written in dialect {@code mesh} only
   */
  public static SignedConnectionResult result(
      ConnectionResult result, Bytes answers, PrivateJwk onlineSignatureKey, RandomStream random) {
    Udf device = result.device().identifier();
    Map<String, Object> header =
        Dialect.of(device) == Dialect.MESH ? AnsweredRequest.header(answers) : Map.of();
    return new SignedConnectionResult(
        device, sign(device, result, header, onlineSignatureKey, random));
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
    Dialect dialect = Dialect.of(identifier);
    Udf kid = dialect.fingerprint(key.publicJwk());
    return dialect.signatures().sign(dialect.json().write(inner), key, kid, header, random);
  }
}
