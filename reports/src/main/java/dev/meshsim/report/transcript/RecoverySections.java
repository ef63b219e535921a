package dev.meshsim.report.transcript;

import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The sections on escrow of the master keys and recovery from it. */
final class RecoverySections {

  private final MarkdownPage page;
  private final Exchanges exchanges;
  private final ScenarioTrace source;

  RecoverySections(MarkdownPage page, Exchanges exchanges, ScenarioTrace source) {
    this.page = page;
    this.exchanges = exchanges;
    this.source = source;
  }

  void write() {
    creating();
    recovering();
  }

  private void creating() {
    page.heading(2, "Creating a recovery profile");
    Optional<TracedExchange> found =
        exchanges.firstPublished("OfflineEscrowEntry", exchange -> true);
    if (found.isEmpty()) {
      page.prose("This scenario makes no recovery profile.");
      return;
    }
    page.prose(
        """
        Whoever loses the private keys of the master profile loses everything that hangs on them. A
        user may therefore put these keys, encrypted, into the Mesh itself. The secret that encrypts
        them is split into shares, of which a quorum recovers it and fewer tell nothing; whether to
        do so, and whom to give the shares to, is for the user to decide.
        """);
    page.prose(
        """
        The identifier of the entry is the fingerprint of that secret: who has the secret can find
        the entry, and nobody else can tell whose it is. An administrator publishes it.
        """);
    page.request(found.get());
    page.prose("The portal stores it once and for all: an entry is never replaced.");
    page.response(found.get());
    source.displays().stream()
        .filter(display -> display.step() == found.get().step())
        .flatMap(display -> Signed.tree(display.json()).stream())
        .forEach(this::split);
  }

  private void split(JsonNode facts) {
    page.prose(
        "The secret is split into "
            + facts.path("Shares")
            + " shares, of which any "
            + facts.path("Quorum")
            + " recover it.");
    Signed.at(facts, "KeyShares")
        .ifPresent(
            shares -> {
              page.prose(
                  "Shares are for their keepers alone. The scenario asks to have these printed:");
              page.object("KeyShares", shares);
            });
  }

  private void recovering() {
    page.heading(2, "Recovering a profile");
    Optional<TracedExchange> found =
        exchanges.first("Get", exchange -> escrowEntry(exchange).isPresent());
    if (found.isEmpty()) {
      page.prose("This scenario recovers no profile.");
      return;
    }
    page.prose(
        """
        The shares that are at hand give the secret, the secret gives the identifier, and the
        identifier finds the entry.
        """);
    page.request(found.get());
    page.prose(
        """
        The secret decrypts the entry. The client has the master keys again and makes the profile
        anew, under the same fingerprint.
        """);
    page.response(found.get());
  }

  private static Optional<JsonNode> escrowEntry(TracedExchange exchange) {
    return Signed.body(exchange.response())
        .flatMap(body -> Signed.at(body, "Entries"))
        .filter(entries -> entries.size() > 0)
        .flatMap(entries -> Signed.at(entries.get(0), "OfflineEscrowEntry"));
  }
}
