package dev.meshsim.light;

/**
 * A connection request that waits for an administrator's answer.
 *
 * @param account {@code user@domain}
 * @param device the fingerprint of the device that asks
 * @param profile the fingerprint of the account's profile
 * @param code the code that a person compares with the one on the administration device
 */
public record LightRequest(String account, String device, String profile, String code) {}
