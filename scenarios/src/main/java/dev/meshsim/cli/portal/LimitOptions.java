package dev.meshsim.cli.portal;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.Quote;
import dev.meshsim.portal.http.server.ServerLimits;
import picocli.CommandLine.Option;

/** The limits of a server. Their defaults are {@link ServerLimits#DEFAULT}, with rates. */
final class LimitOptions {

  @Option(
      names = "--max-body",
      paramLabel = "OCTETS",
      defaultValue = "6291456",
      description = "The most octets of a request's body. Default: ${DEFAULT-VALUE}.")
  private int body;

  @Option(
      names = "--max-head",
      paramLabel = "OCTETS",
      defaultValue = "8192",
      description = "The most octets of a request's line and fields. Default: ${DEFAULT-VALUE}.")
  private int head;

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      defaultValue = "2048",
      description = "The most open connections. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--max-in-flight",
      paramLabel = "N",
      defaultValue = "64",
      description =
          "The most requests that are answered at once; one more gets 503. Default:"
              + " ${DEFAULT-VALUE}.")
  private int inFlight;

  @Option(
      names = "--request-time",
      paramLabel = "DURATION",
      defaultValue = "10s",
      description =
          "The time in which a body must arrive, 500ms or 10s for example. Default:"
              + " ${DEFAULT-VALUE}.")
  private String request = "";

  @Option(
      names = "--idle-time",
      paramLabel = "DURATION",
      defaultValue = "30s",
      description =
          "The time that a connection may be open without the whole head of a request. Default:"
              + " ${DEFAULT-VALUE}.")
  private String idle = "";

  @Option(
      names = "--stop-time",
      paramLabel = "DURATION",
      defaultValue = "10s",
      description =
          "The time that requests in flight have after a signal. Default:" + " ${DEFAULT-VALUE}.")
  private String stop = "";

  @Option(
      names = "--rate-per-address",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "The requests a second of one address, 0 for any number; one more gets 429. Default:"
              + " ${DEFAULT-VALUE}.")
  private int perAddress;

  @Option(
      names = "--rate-per-account",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "The requests a second that name one account, 0 for any number. Default:"
              + " ${DEFAULT-VALUE}.")
  private int perAccount;

  ServerLimits limits() {
    try {
      return new ServerLimits(
          body,
          head,
          connections,
          inFlight,
          DurationOption.of("--request-time", request),
          DurationOption.of("--idle-time", idle),
          DurationOption.of("--stop-time", stop),
          perAddress,
          perAccount);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "a limit is out of range: " + Quote.line(String.valueOf(e.getMessage())),
          "give a larger number, or leave the option out");
    }
  }
}
