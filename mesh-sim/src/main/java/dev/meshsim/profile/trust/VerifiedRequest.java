package dev.meshsim.profile.trust;

import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedConnectionRequest;

/**
 * A connection request that has been believed: signed by the device that it names.
 *
 * @param signed what was verified
 * @param request its content
 * @param device the content of the device profile in it
 */
public record VerifiedRequest(
    SignedConnectionRequest signed, ConnectionRequest request, DeviceProfile device) {}
