package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A history of its own, which begins with what the portal had when the lie began. What is published
 * elsewhere is not in it. In a fork, what its readers publish is, and the others never see that; in
 * a history that stopped, such requests pass.
 */
final class Branch implements Lie {

  private final Map<Udf, Entry> entries;
  private final Map<String, Udf> accounts;
  private final Map<String, SignedConnectionResult> results = new HashMap<>();
  private final boolean grows;

  private Branch(Seen seen, boolean grows) {
    this.entries = seen.latest();
    this.accounts = seen.accounts();
    this.grows = grows;
  }

  static Lie fork(Seen seen) {
    return new Branch(seen, true);
  }

  static Lie stopped(Seen seen) {
    return new Branch(seen, false);
  }

  @Override
  public Optional<Bytes> tell(Asked asked) {
    if (asked.request() instanceof GetRequest get) {
      return entry(get).flatMap(entry -> gives(asked, entry));
    }
    if (!grows) {
      return Optional.empty();
    }
    if (asked.request() instanceof PublishRequest publish) {
      entries.put(publish.entry().identifier(), publish.entry());
      return asked.acknowledges();
    }
    if (asked.request() instanceof ConnectCompleteRequest complete) {
      results.put(key(complete.accountId(), complete.result().identifier()), complete.result());
      return asked.acknowledges();
    }
    if (asked.request() instanceof ConnectStatusRequest status) {
      return ConnectionLies.device(status)
          .map(device -> results.get(key(status.accountId(), device)))
          .flatMap(result -> ConnectionLies.answers(asked, result));
    }
    return Optional.empty();
  }

  private Optional<Entry> entry(GetRequest get) {
    if (get.account() != null) {
      return Optional.ofNullable(accounts.get(get.account().toLowerCase(Locale.ROOT)))
          .map(entries::get);
    }
    return get.identifier() == null
        ? Optional.empty()
        : EscrowLies.identifier(get.identifier()).map(entries::get);
  }

  private static Optional<Bytes> gives(Asked asked, Entry entry) {
    return asked.honest() instanceof GetResponse honest && List.of(entry).equals(honest.entries())
        ? Optional.empty()
        : asked.says(
            new GetResponse(
                Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, List.of(entry), null, null));
  }

  private static String key(String account, Udf device) {
    return account.toLowerCase(Locale.ROOT) + " " + device;
  }
}
