package dev.meshsim.profile.application.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.application.ApplicationDevicePublic;
import dev.meshsim.udf.Udf;
import org.jspecify.annotations.Nullable;

/**
 * What a device publishes about itself in a mail application (schema {@code MailDevicePublic}).
 *
 * @param identifier the identifier of the part
 * @param deviceDescription the device, in words for people
 */
public record MailDevicePublic(
    @JsonProperty("Identifier") @Nullable String identifier,
    @JsonProperty("DeviceDescription") @Nullable String deviceDescription,
    @JsonProperty("DeviceUDF") Udf deviceUdf)
    implements ApplicationDevicePublic {}
