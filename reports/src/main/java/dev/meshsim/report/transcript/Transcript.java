package dev.meshsim.report.transcript;

import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import java.util.List;
import java.util.Locale;

/** Writes the transcript of a scenario; see the package description. */
public final class Transcript {

  private Transcript() {}

  /** The transcript as Markdown, ending in a line feed; the same source gives the same text. */
  public static String markdown(ScenarioTrace source) {
    Exchanges exchanges = new Exchanges(source.exchanges());
    MarkdownPage page = new MarkdownPage(exchanges);
    preface(page, source);
    new AccountSections(page, exchanges, source).write();
    new ConnectionSections(page, exchanges).write();
    new ApplicationSections(page, exchanges).write();
    new RecoverySections(page, exchanges, source).write();
    new PasswordSections(page, exchanges, source).write();
    rest(page, exchanges.rest());
    return page.toString();
  }

  private static void preface(MarkdownPage page, ScenarioTrace source) {
    page.heading(1, "Transcript of " + source.scenario());
    page.prose(source.purpose());
    page.prose(
        String.format(
            Locale.ROOT,
            """
        Every message below was sent by the scenario `%s` with seed %d, the dialect `%s` and the
        %s algorithms. A request is printed under the name of its message; on the wire it stands
        under the name of its transaction. A string of binary data longer than 260 octets is
        shortened with three dots; the file named below each block holds the message's exact octets.
        """,
            source.scenario(),
            source.seed(),
            source.dialect(),
            source.suite()));
  }

  private static void rest(MarkdownPage page, List<TracedExchange> rest) {
    if (rest.isEmpty()) {
      return;
    }
    page.heading(1, "Further messages");
    page.prose("What the scenario sent besides, in order.");
    int step = 0;
    for (TracedExchange exchange : rest) {
      if (exchange.step() != step) {
        step = exchange.step();
        page.heading(2, "Step " + step + ": " + exchange.title());
      }
      page.request(exchange);
      page.response(exchange);
    }
  }
}
