package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.Quote;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.Patience;
import dev.meshsim.session.PersonalSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The subcommands of {@code mesh-sim connect}. */
public final class ConnectVerbs {

  private ConnectVerbs() {}

  private static Facts attempt(ConnectionAttempt attempt) {
    return new Facts()
        .put("account", attempt.account())
        .put("device", attempt.deviceUdf().text())
        .put("code", attempt.authenticator());
  }

  /** {@code mesh-sim connect request}. */
  @Command(
      name = "request",
      description = {
        "Asks to be connected to the profile of an account, and prints the code to compare.",
        "A request that is open already is printed again."
      },
      mixinStandardHelpOptions = true)
  public static final class Request extends Verb {

    @Option(
        names = "--account",
        paramLabel = "ACCOUNT",
        required = true,
        description = "The account, user@domain.")
    private String account = "";

    @Option(
        names = "--device",
        paramLabel = "NAME",
        description = "A name for this device, if it has none yet.")
    private @Nullable String device;

    @Option(names = "--administrator", description = "Ask to administer the profile too.")
    private boolean administrator;

    public Request(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      AccountName.parse(account);
      return attempt(
          session
              .connectionAttempt(account)
              .orElseGet(
                  () ->
                      administrator
                          ? session.connectAsAdministrator(
                              Profiles.device(session, device), account)
                          : session.connect(Profiles.device(session, device), account)));
    }
  }

  /** {@code mesh-sim connect await}. */
  @Command(
      name = "await",
      description = {
        "Waits until the request is answered, and prints the profile.",
        "Exit code 2 if the device was refused or nobody answered in time; the request stays open"
            + " in the second case."
      },
      mixinStandardHelpOptions = true)
  public static final class Await extends Verb {

    @Option(
        names = "--account",
        paramLabel = "ACCOUNT",
        required = true,
        description = "The account that was asked.")
    private String account = "";

    @Option(
        names = "--code",
        paramLabel = "CODE",
        required = true,
        description = "The code that the administration device has taken for this device.")
    private String code = "";

    @Option(
        names = "--seconds",
        paramLabel = "N",
        defaultValue = "300",
        description = "The time to wait; 0 asks once. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    public Await(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      ConnectionAttempt attempt =
          session
              .connectionAttempt(account)
              .orElseThrow(
                  () ->
                      new InputException(
                          "this device has no open request to " + Quote.text(account),
                          "ask first: mesh-sim connect request --account " + Quote.brief(account)));
      Patience patience =
          new Patience(
              Duration.ofSeconds(Math.max(0, seconds)),
              Patience.DEFAULT.first(),
              Patience.DEFAULT.longest());
      return Profiles.describe(attempt.await(code, patience));
    }
  }

  /** {@code mesh-sim connect show}. */
  @Command(
      name = "show",
      description = "Prints the profile that this device is connected to.",
      mixinStandardHelpOptions = true)
  public static final class Show extends Verb {

    public Show(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      PersonalSession profile = Profiles.of(session, null);
      profile.refresh();
      return Profiles.describe(profile);
    }
  }
}
