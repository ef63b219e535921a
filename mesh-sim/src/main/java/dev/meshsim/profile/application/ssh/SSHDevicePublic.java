package dev.meshsim.profile.application.ssh;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.ApplicationDevicePublic;
import dev.meshsim.udf.Udf;
import org.jspecify.annotations.Nullable;

/**
 * What a device publishes about itself in an SSH application (schema {@code SSHDevicePublic}).
 *
 * @param identifier the identifier of the part
 * @param deviceDescription the device, in words for people
 * @param publicKey the device's key for SSH
 */
public record SSHDevicePublic(
    @JsonProperty("Identifier") @Nullable String identifier,
    @JsonProperty("DeviceDescription") @Nullable String deviceDescription,
    @JsonProperty("DeviceUDF") Udf deviceUdf,
    @JsonProperty("PublicKey") @Nullable PublicKey publicKey)
    implements ApplicationDevicePublic {}
