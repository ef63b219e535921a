package dev.meshsim.sim.hostile;

import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.Status;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The exchanges between the clients and the honest portal, for lies that are made of older
 * messages. Only requests that the honest portal has fulfilled count.
 */
final class Seen {

  private final Map<Udf, List<Entry>> versions = new LinkedHashMap<>();
  private final Map<String, Udf> accounts = new LinkedHashMap<>();
  private final List<Posted> requests = new ArrayList<>();
  private final List<Given> results = new ArrayList<>();

  private record Posted(String account, SignedConnectionRequest request) {}

  private record Given(String account, SignedConnectionResult result) {}

  /** Remembers an exchange with the honest portal. */
  void note(MeshRequest request, MeshResponse response) {
    if (!Status.isSuccess(response.status())) {
      return;
    }
    if (request instanceof CreateRequest create) {
      noteOf(create.account(), create.profile());
    } else if (request instanceof PublishRequest publish) {
      note(publish.entry());
    } else if (request instanceof ConnectStartRequest start) {
      requests.add(new Posted(key(start.accountId()), start.signedRequest()));
    } else if (request instanceof ConnectCompleteRequest complete) {
      results.add(new Given(key(complete.accountId()), complete.result()));
    } else if (request instanceof GetRequest get
        && response instanceof GetResponse found
        && found.entries() != null) {
      for (Entry entry : found.entries()) {
        if (get.account() == null) {
          note(entry);
        } else {
          noteOf(get.account(), entry);
        }
      }
    }
  }

  private void noteOf(String account, Entry profile) {
    accounts.put(key(account), profile.identifier());
    note(profile);
  }

  private void note(Entry entry) {
    List<Entry> all = versions.computeIfAbsent(entry.identifier(), key -> new ArrayList<>());
    if (!all.contains(entry)) {
      all.add(entry);
    }
  }

  private static String key(String account) {
    return account.toLowerCase(Locale.ROOT);
  }

  /** The version before this one. */
  Optional<Entry> before(Entry version) {
    List<Entry> all = versions.getOrDefault(version.identifier(), List.of());
    int at = all.indexOf(version);
    return at > 0 ? Optional.of(all.get(at - 1)) : Optional.empty();
  }

  /** The latest version of an object. */
  Optional<Entry> latest(Udf identifier) {
    List<Entry> all = versions.getOrDefault(identifier, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The latest version of every object. */
  Map<Udf, Entry> latest() {
    Map<Udf, Entry> all = new LinkedHashMap<>();
    versions.forEach((identifier, list) -> all.put(identifier, list.get(list.size() - 1)));
    return all;
  }

  /** The profile of an account. */
  Optional<Udf> profileOf(String account) {
    return Optional.ofNullable(accounts.get(key(account)));
  }

  /** The profile of each account. */
  Map<String, Udf> accounts() {
    return new LinkedHashMap<>(accounts);
  }

  /** The connection requests to an account, oldest first. */
  List<SignedConnectionRequest> requests(String account) {
    return requests.stream()
        .filter(posted -> posted.account().equals(key(account)))
        .map(Posted::request)
        .toList();
  }

  /** The answers to a device that asked an account, oldest first. */
  List<SignedConnectionResult> results(String account, Udf device) {
    return results.stream()
        .filter(given -> given.account().equals(key(account)))
        .map(Given::result)
        .filter(result -> result.identifier().equals(device))
        .toList();
  }
}
