package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.error.Quote;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.session.AccountBehind;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.udf.Udf;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The subcommands of {@code mesh-sim manager} for accounts and applications. */
public final class PortalVerbs {

  private PortalVerbs() {}

  private static Facts accounts(PersonalSession profile) {
    return new Facts()
        .put("accounts", profile.accounts())
        .put("behind", profile.publishAgain().stream().map(AccountBehind::toString).toList());
  }

  /** {@code mesh-sim manager add-account}. */
  @Command(
      name = "add-account",
      description = "Makes another account for the profile, at any portal.",
      mixinStandardHelpOptions = true)
  public static final class AddAccount extends Verb {

    @Option(
        names = "--account",
        paramLabel = "ACCOUNT",
        required = true,
        description = "The name of the new account, user@domain.")
    private String account = "";

    public AddAccount(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      return accounts(Profiles.of(session, null).addAccount(account));
    }
  }

  /** {@code mesh-sim manager delete-account}. */
  @Command(
      name = "delete-account",
      description = "Deletes an account at its portal; nobody gets its name again.",
      mixinStandardHelpOptions = true)
  public static final class DeleteAccount extends Verb {

    @Option(
        names = "--account",
        paramLabel = "ACCOUNT",
        required = true,
        description = "The account.")
    private String account = "";

    public DeleteAccount(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      PersonalSession profile = session.personalSession(account);
      profile.deleteAccount();
      return new Facts().put("deleted", account).put("accounts", profile.accounts());
    }
  }

  /** {@code mesh-sim manager publish}. */
  @Command(
      name = "publish",
      description = "Gives the portals that are behind what they missed.",
      mixinStandardHelpOptions = true)
  public static final class Publish extends Verb {

    public Publish(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      return accounts(Profiles.of(session, null));
    }
  }

  /** {@code mesh-sim manager add-application}. */
  @Command(
      name = "add-application",
      description = "Adds an empty application to the profile.",
      mixinStandardHelpOptions = true)
  public static final class AddApplication extends Verb {

    @Option(
        names = "--type",
        paramLabel = "TYPE",
        required = true,
        description = "Its type, for example PasswordProfile, MailProfile or SSHProfile.")
    private String type = "";

    public AddApplication(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      ApplicationType<?> found =
          ApplicationTypes.installed().tagged(type).orElseThrow(() -> unknown(type));
      Udf udf = Profiles.of(session, null).add(found.empty(), true).udf();
      return new Facts().put("application", udf.text()).put("type", found.tag());
    }

    private static InputException unknown(String type) {
      List<String> tags =
          ApplicationTypes.installed().all().stream().map(ApplicationType::tag).toList();
      return new InputException(
          "there is no type of application " + Quote.text(type),
          DidYouMean.hint(type, tags, "the types are " + String.join(", ", tags)));
    }
  }

  /** {@code mesh-sim manager remove-application}. */
  @Command(
      name = "remove-application",
      description = "Removes an application from the profile, with its content, for good.",
      mixinStandardHelpOptions = true)
  public static final class RemoveApplication extends Verb {

    @Option(
        names = "--application",
        paramLabel = "NAME",
        required = true,
        description = "The application, by type or fingerprint.")
    private String application = "";

    public RemoveApplication(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      PersonalSession profile = Profiles.of(session, null);
      String udf = Profiles.applicationOf(profile, application).identifier().text();
      profile.removeApplication(udf);
      return new Facts().put("removed", udf);
    }
  }
}
