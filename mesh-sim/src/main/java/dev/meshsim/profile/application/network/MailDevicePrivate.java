package dev.meshsim.profile.application.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.application.ApplicationDevicePrivate;
import org.jspecify.annotations.Nullable;

/** What a device keeps for itself in a mail application (schema {@code MailDevicePrivate}). */
public record MailDevicePrivate(@JsonProperty("Identifier") @Nullable String identifier)
    implements ApplicationDevicePrivate {}
