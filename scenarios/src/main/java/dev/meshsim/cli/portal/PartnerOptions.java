package dev.meshsim.cli.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.PolicyFile;
import dev.meshsim.error.Quote;
import dev.meshsim.portal.http.BoundedExchange;
import dev.meshsim.portal.http.PublishedLog;
import dev.meshsim.portal.http.witness.RemoteWitness;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.PeerLink;
import dev.meshsim.transparency.service.WitnessLink;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name those who vouch for a portal's log. */
final class PartnerOptions {

  private static final Bytes NOBODY = Bytes.utf8("quorum none\n");

  @Option(
      names = "--witnesses",
      paramLabel = "FILE",
      description =
          "A policy as C2SP tlog-policy has it, with the address of each witness: a checkpoint is"
              + " published when so many of them have cosigned it.")
  private @Nullable String witnesses;

  @Option(
      names = "--peer",
      paramLabel = "URL=KEY",
      description =
          "Another portal's server, and the key of its log as portal keys prints it: its"
              + " checkpoints become records of this log. May be given several times.")
  private List<String> peers = List.of();

  @Option(
      names = "--exchange",
      paramLabel = "DURATION",
      defaultValue = "1h",
      description = "How often the checkpoints of peers are fetched. Default: ${DEFAULT-VALUE}.")
  private String exchange = "1h";

  /**
   * The partners; empty if none are named.
   *
   * @param domain that of the portal
   * @param console gets a note when a partner fails in a new way, or answers again
   * @throws dev.meshsim.error.MeshException if an option is wrong
   */
  Optional<LogPartners> read(String domain, Console console) {
    Duration every = DurationOption.of("--exchange", exchange);
    PartnerWarnings warnings = new PartnerWarnings(console::note);
    List<PeerLink> links = peers.stream().map(text -> peer(text, domain, warnings)).toList();
    requireDistinct(links);
    if (witnesses == null) {
      return links.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new LogPartners(
                  WitnessPolicy.parse(NOBODY),
                  List.of(),
                  LogPartners.USUAL_REFRESH,
                  links,
                  every,
                  warnings));
    }
    WitnessPolicy policy = PolicyFile.demanding(witnesses, domain);
    List<WitnessLink> asked =
        policy.witnesses().stream().map(party -> witness(party, warnings)).toList();
    return Optional.of(
        new LogPartners(policy, asked, LogPartners.USUAL_REFRESH, links, every, warnings));
  }

  private WitnessLink witness(WitnessPolicy.Party party, PartnerWarnings warnings) {
    String url =
        party
            .url()
            .orElseThrow(
                () ->
                    new InputException(
                        Quote.of(String.valueOf(witnesses))
                            + ": the witness "
                            + Quote.brief(party.name())
                            + " has no address",
                        "write its line as: witness NAME KEY URL"));
    return new WitnessLink(
        party.key(), warnings.heard(party.key().name(), RemoteWitness.at(party.key(), url)));
  }

  private static PeerLink peer(String text, String domain, PartnerWarnings warnings) {
    // A key may end with = signs, and has a plus sign where an address has none.
    int split = text.indexOf('=');
    if (split < 0) {
      throw new InputException(
          "--peer takes an address, = and a key, not " + Quote.text(text),
          "write --peer http://HOST:PORT=NAME+ID+KEY");
    }
    NoteKey key = NoteKey.parse(text.substring(split + 1));
    String address = text.substring(0, split);
    if (key.type() != KeyType.ED25519 || key.name().equals(domain)) {
      throw new InputException(
          "--peer needs the key of another portal's log, and " + Quote.text(key.text()) + " is not",
          "give the key that portal keys prints for that portal");
    }
    PublishedLog log =
        new PublishedLog(BoundedExchange.requireAddress(address, "a portal's server"));
    return new PeerLink(key, warnings.heard(key.name(), log));
  }

  private static void requireDistinct(List<PeerLink> links) {
    Set<String> names = new HashSet<>();
    for (PeerLink link : links) {
      if (!names.add(link.key().name())) {
        throw new InputException(
            "the peer " + Quote.brief(link.key().name()) + " is named twice",
            "give one address and one key for each portal");
      }
    }
  }

  /** A line that says who they are. */
  static String text(LogPartners partners) {
    return "witnesses of its log: "
        + partners.witnesses().size()
        + ", peers: "
        + partners.peers().size();
  }
}
