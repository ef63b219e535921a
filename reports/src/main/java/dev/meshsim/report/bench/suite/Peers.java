package dev.meshsim.report.bench.suite;

import dev.meshsim.report.bench.BenchKey;
import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.BenchRow;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The peers of rows, by the names of the methods of one class: {@code ours} has all others as
 * peers, and {@code sign} has {@code bareSign} and {@code nimbusSign}.
 */
public final class Peers {

  private static final String OURS = "ours";
  private static final Set<String> PREFIXES = Set.of("bare", "nimbus", "maps", "raw");

  /** Pairs whose names do not show it: the peer, and ours. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("JwsOverhead.bareVerify", "parseAndVerify"),
          Map.entry("OpenLog.parse", "open"),
          Map.entry("VerifyLog.signatures", "verify"),
          Map.entry("PortalRequests.bareSignatures", "signedRoundTrip"),
          Map.entry("DurableAppend64Writers.raw", "append"),
          Map.entry("Populations.bareKeys", "devices"),
          Map.entry("IndexTables.mapsByKey", "tablesByKey"),
          Map.entry("IndexTables.mapsByTerm", "tablesByTerm"),
          Map.entry("Encodings.readJson", "readJsonB"),
          Map.entry("Encodings.writeJson", "writeJsonB"));

  private Peers() {}

  /** Our row that a peer's row is measured beside; empty if the row is no peer's. */
  public static Optional<BenchRow> oursOf(BenchRow peer, BenchResults results) {
    BenchKey key = peer.key();
    return ours(key, results).flatMap(method -> find(key, method, results));
  }

  private static Optional<String> ours(BenchKey key, BenchResults results) {
    String method = key.method();
    String named = NAMED.get(key.group() + "." + method);
    if (named != null) {
      return Optional.of(named);
    }
    if (!method.equals(OURS) && find(key, OURS, results).isPresent()) {
      return Optional.of(OURS);
    }
    return PREFIXES.stream()
        .filter(method::startsWith)
        .map(prefix -> method.substring(prefix.length()))
        .filter(rest -> !rest.isEmpty())
        .map(rest -> rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1))
        .findFirst();
  }

  /** The row of another method with the parameters that both have. */
  private static Optional<BenchRow> find(BenchKey key, String method, BenchResults results) {
    return results.rows().stream()
        .filter(row -> row.key().method().equals(method))
        .filter(row -> owner(row.key()).equals(owner(key)) && row.key().mode() == key.mode())
        .filter(
            row ->
                key.parameters().entrySet().stream()
                    .allMatch(
                        each ->
                            each.getValue()
                                .equals(
                                    row.key()
                                        .parameters()
                                        .getOrDefault(each.getKey(), each.getValue()))))
        .findFirst();
  }

  private static String owner(BenchKey key) {
    return key.benchmark().substring(0, key.benchmark().length() - key.method().length());
  }
}
