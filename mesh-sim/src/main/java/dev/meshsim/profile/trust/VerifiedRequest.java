package dev.meshsim.profile.trust;

import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedConnectionRequest;

/**
 * A verified connection request: it is signed by the device that it names.
 *
 * @param signed the signed form
 * @param request its content
 * @param device the content of the device profile in it
 */
public record VerifiedRequest(
    SignedConnectionRequest signed, ConnectionRequest request, DeviceProfile device) {}
