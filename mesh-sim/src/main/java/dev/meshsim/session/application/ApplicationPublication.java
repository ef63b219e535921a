package dev.meshsim.session.application;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A signed version of an application as it is sent to the portal, as its dialect wants it. */
public final class ApplicationPublication {

  private ApplicationPublication() {}

  /**
   * The members of a version's protected header: the versions that it replaces and is encrypted
   * for, and the checkpoint of the portal's log that this machine has seen.
   *
   * @param profile the profile whose devices it is encrypted to
   * @param replaced the portal's version; empty if it has none
   */
  public static Map<String, Object> header(
      MeshClient client,
      VerifiedPersonalProfile profile,
      Optional<SignedApplicationProfile> replaced) {
    Map<String, Object> header = new LinkedHashMap<>();
    replaced.ifPresent(version -> header.putAll(ReplacedVersion.header(version)));
    header.putAll(ReadersVersion.header(profile.signed()));
    header.putAll(client.seen());
    return header;
  }

  /**
   * Publishes a version. In dialect {@code portal-2017} the version does not say what it replaces,
   * so that the request is signed with the device's authentication key and says it.
   *
   * @param header the members that the protected header of the version has, or would have
   * @param device the device of {@code machine} that signed the version
   */
  public static void send(
      MeshMachine machine,
      MeshClient client,
      SignedApplicationProfile version,
      Map<String, Object> header,
      DeviceProfile device) {
    if (Dialect.of(version.identifier()) == Dialect.MESH) {
      client.publish(version);
      return;
    }
    Udf key = device.deviceAuthenticationKey().udf();
    client.publish(
        version,
        new RequestEnvelope.Signer(
            key, machine.privateKey(key), machine.stream("sign:request"), header));
  }
}
