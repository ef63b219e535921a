package dev.meshsim.cli.run;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.Quote;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.scenario.run.RunOptions;
import picocli.CommandLine.Option;

/** The option that says how machines reach portals. */
final class LinkOption {

  @Option(
      names = "--portal",
      paramLabel = "LINK",
      defaultValue = RunOptions.DIRECT,
      description =
          "How machines reach portals: direct, in the same process; http, each portal behind a"
              + " server of its own on 127.0.0.1, with the same octets; or http://HOST:PORT, a portal"
              + " that runs already. Default: ${DEFAULT-VALUE}.")
  private String portal = RunOptions.DIRECT;

  /**
   * The name of the link.
   *
   * @throws InputException if there is none of that name
   */
  String name() {
    if (portal.equals(RunOptions.DIRECT) || portal.equals(RunOptions.HTTP)) {
      return portal;
    }
    if (portal.contains("://")) {
      return PortalAddress.parse(portal).toString();
    }
    throw new InputException(
        "--portal takes direct, http or an address, not " + Quote.text(portal),
        "write for example --portal http");
  }
}
