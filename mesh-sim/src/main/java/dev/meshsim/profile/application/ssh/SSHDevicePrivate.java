package dev.meshsim.profile.application.ssh;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.PrivateKeyParameters;
import dev.meshsim.profile.application.ApplicationDevicePrivate;
import dev.meshsim.profile.application.Confidential;
import dev.meshsim.udf.Udf;
import org.jspecify.annotations.Nullable;

/**
 * What a device keeps for itself in an SSH application (schema {@code SSHDevicePrivate}).
 *
 * @param devicePrivateKey the private half of the key that {@link SSHDevicePublic} has
 * @param keyUdf the fingerprint of the key
 */
public record SSHDevicePrivate(
    @JsonProperty("Identifier") @Nullable String identifier,
    @Confidential @JsonProperty("DevicePrivateKey") PrivateKeyParameters devicePrivateKey,
    @JsonProperty("KeyUDF") Udf keyUdf)
    implements ApplicationDevicePrivate {

  /** The fingerprint of the key; never the key. */
  @Override
  public String toString() {
    return "SSHDevicePrivate[" + keyUdf + "]";
  }
}
