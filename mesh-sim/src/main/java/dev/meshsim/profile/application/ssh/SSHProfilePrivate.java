package dev.meshsim.profile.application.ssh;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.application.Entries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decrypted content of an {@code SSHProfile} (schema {@code SSHProfilePrivate}).
 *
 * @param account the account that the keys are for
 * @param hostEntries the keys of hosts
 */
public record SSHProfilePrivate(
    @JsonProperty("Account") @Nullable String account,
    @JsonProperty("HostEntries") List<HostEntry> hostEntries) {

  /** Copies the lists; an absent list becomes an empty one. */
  public SSHProfilePrivate {
    hostEntries = Required.list(hostEntries);
  }

  /** The content of a new application. */
  public static final SSHProfilePrivate EMPTY = new SSHProfilePrivate(null, List.of());

  /** A copy with another {@code Account}. */
  public SSHProfilePrivate withAccount(String account) {
    return new SSHProfilePrivate(account, hostEntries);
  }

  /** A copy with the key of a host, in place of the one for its address and algorithm. */
  public SSHProfilePrivate with(HostEntry host) {
    return new SSHProfilePrivate(account, Entries.with(hostEntries, Key::of, host));
  }

  /** A copy without the key of a host. */
  public SSHProfilePrivate without(String address, String algorithm) {
    return new SSHProfilePrivate(
        account, Entries.without(hostEntries, Key::of, new Key(address, algorithm)));
  }

  /** The identity of a host's key. */
  private record Key(String address, String algorithm) {
    static Key of(HostEntry host) {
      return new Key(host.address(), host.algorithm());
    }
  }
}
