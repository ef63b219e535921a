package dev.meshsim.profile;

import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.RandomStream;
import java.util.List;

/** Makes signed objects: the payload is the tagged JSON of the inner object. */
public final class ProfileSigner {

  private ProfileSigner() {}

  /** Signs a device profile with its device signature key. */
  public static SignedDeviceProfile device(
      DeviceProfile device, PrivateJwk deviceSignatureKey, RandomStream random) {
    return new SignedDeviceProfile(device.identifier(), sign(device, deviceSignatureKey, random));
  }

  /** Signs a master profile with the master signature key. */
  public static SignedMasterProfile master(
      MasterProfile master, PrivateJwk masterSignatureKey, RandomStream random) {
    return new SignedMasterProfile(master.identifier(), sign(master, masterSignatureKey, random));
  }

  /**
   * Signs a personal profile.
   *
   * @param keys one or more, each an online signature key or the master signature key; several make
   *     several signatures, in this order
   */
  public static SignedPersonalProfile personal(
      PersonalProfile profile, List<PrivateJwk> keys, RandomStream random) {
    JsonWebSignature signed = sign(profile, keys.get(0), random);
    for (PrivateJwk key : keys.subList(1, keys.size())) {
      signed = Jws.addSignature(signed, key, keyId(key), random);
    }
    return new SignedPersonalProfile(profile.identifier(), signed);
  }

  /** Signs an application profile with the device signature key of an administration device. */
  public static SignedApplicationProfile application(
      ApplicationProfile application, PrivateJwk deviceSignatureKey, RandomStream random) {
    return new SignedApplicationProfile(
        application.identifier(), sign(application, deviceSignatureKey, random));
  }

  /** Signs a connection request with the device signature key of the device that asks. */
  public static SignedConnectionRequest request(
      ConnectionRequest request, PrivateJwk deviceSignatureKey, RandomStream random) {
    return new SignedConnectionRequest(
        request.device().identifier(), sign(request, deviceSignatureKey, random));
  }

  /** Signs a connection result with an online signature key. */
  public static SignedConnectionResult result(
      ConnectionResult result, PrivateJwk onlineSignatureKey, RandomStream random) {
    return new SignedConnectionResult(
        result.device().identifier(), sign(result, onlineSignatureKey, random));
  }

  private static JsonWebSignature sign(Object inner, PrivateJwk key, RandomStream random) {
    return Jws.sign(MeshJson.writeTagged(inner), key, keyId(key), random);
  }

  private static String keyId(PrivateJwk key) {
    return PublicKey.fingerprint(key.publicJwk()).text();
  }
}
