package dev.meshsim.profile.application.ssh;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.merge.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The key of a host (schema {@code HostEntry}). Its address and the algorithm identify it in a
 * list.
 *
 * @param identifier the identifier of the entry
 * @param address the pattern of host names, as a line of {@code known_hosts} begins
 * @param algorithm the name of the kind of key, {@code ssh-ed25519} for example
 * @param publicKey the key as SSH sends it, in base64
 */
public record HostEntry(
    @JsonProperty("Identifier") @Nullable String identifier,
    @Identity @JsonProperty("Address") String address,
    @Identity @JsonProperty("AlgorithmID") String algorithm,
    @JsonProperty("PublicKey") String publicKey) {

  /** The key of a host. */
  public static HostEntry of(String address, String algorithm, String publicKey) {
    return new HostEntry(null, address, algorithm, publicKey);
  }
}
