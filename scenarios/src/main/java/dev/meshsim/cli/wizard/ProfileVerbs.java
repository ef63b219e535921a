package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.SecretArguments;
import dev.meshsim.cli.console.StandardInput;
import dev.meshsim.error.MeshException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import dev.meshsim.wizard.FileNotes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The subcommands of {@code mesh-sim manager} for a whole profile. */
public final class ProfileVerbs {

  private ProfileVerbs() {}

  /** The shares of {@code --share}, or those of standard input. */
  static List<KeyShare> shares(List<String> texts) {
    return KeyShare.parseAll(texts.equals(List.of("-")) ? StandardInput.lines() : texts);
  }

  /** {@code mesh-sim manager show}. */
  @Command(
      name = "show",
      description = "Prints the profile: accounts, devices, administrators and applications.",
      mixinStandardHelpOptions = true)
  public static final class Show extends Verb {

    @Option(
        names = "--account",
        paramLabel = "ACCOUNT",
        description = "One of the profile's accounts. Default: the usual one.")
    private @Nullable String account;

    @Option(names = "--offline", description = "As this computer knows it; no portal is asked.")
    private boolean offline;

    public Show(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      PersonalSession profile = Profiles.of(session, account);
      if (!offline) {
        profile.refresh();
      }
      return Profiles.describe(profile);
    }
  }

  /** {@code mesh-sim manager create}. */
  @Command(
      name = "create",
      description = {
        "Makes a profile and an account for it.",
        "If the portal does not answer, the profile is kept, and the command can be repeated."
      },
      mixinStandardHelpOptions = true)
  public static final class Create extends Verb {

    @Option(
        names = "--account",
        paramLabel = "ACCOUNT",
        required = true,
        description = "The name of the account, user@domain.")
    private String account = "";

    @Option(
        names = "--device",
        paramLabel = "NAME",
        description = "A name for this computer's device, if it has none yet.")
    private @Nullable String device;

    public Create(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      String name = AccountName.parse(account).toString();
      if (!session.accounts().isEmpty()) {
        throw new InputException(
            "there is a profile on this computer already",
            "add an account to it with mesh-sim manager add-account, or choose another --root");
      }
      return Profiles.describe(
          begun(session, name)
              .map(profile -> session.createAccount(name, profile))
              .orElseGet(
                  () ->
                      session.createAccount(
                          name,
                          new PersonalProfile(Profiles.device(session, device).deviceProfile()))));
    }

    /** A profile of an earlier run without an account, before all the one that asked for it. */
    private static Optional<Udf> begun(MeshSession session, String name) {
      List<Udf> begun = session.profilesWithoutAccount();
      return begun.stream()
          .filter(profile -> session.unconfirmedAccounts(profile).contains(name))
          .findFirst()
          .or(() -> begun.stream().findFirst());
    }
  }

  /** {@code mesh-sim manager escrow}. */
  @Command(
      name = "escrow",
      description = {
        "Makes and prints new shares of the profile; earlier shares find nothing any more.",
        "The shares are secrets: give each to another person or place."
      },
      mixinStandardHelpOptions = true)
  public static final class Escrow extends Verb {

    @Option(
        names = "--quorum",
        paramLabel = "K",
        required = true,
        description = "How many shares bring the profile back: 2 to N.")
    private int quorum;

    @Option(
        names = "--shares",
        paramLabel = "N",
        required = true,
        description = "How many shares to make: 2 to 15.")
    private int shares;

    public Escrow(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      PersonalSession profile = Profiles.of(session, null);
      OfflineEscrowEntry entry = profile.renewEscrow(quorum, shares);
      new FileNotes(machine.directory()).sharesMade(profile.udf());
      return new Facts()
          .put("entry", entry.udf().text())
          .put("quorum", quorum)
          .put("shares", entry.keyShares().stream().map(KeyShare::text).toList());
    }
  }

  /** {@code mesh-sim manager recover}. */
  @Command(
      name = "recover",
      description = "Recovers a profile from its shares; this device administers it alone then.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "A share on the command line can be seen by other users of the machine while the command",
        "runs, and stays in the shell's history: give --share - to read them from standard input."
      })
  public static final class Recover extends Verb implements SecretArguments {

    @Option(
        names = "--account",
        paramLabel = "ACCOUNT",
        required = true,
        description = "An account of the profile.")
    private String account = "";

    @Option(
        names = "--share",
        paramLabel = "SHARE",
        required = true,
        description = "A share, in any order; - reads them, one a line.")
    private List<String> texts = List.of();

    public Recover(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      try (Secret secret = new Secret(shares(texts))) {
        PersonalSession profile = session.recover(secret, account);
        profile.personalProfile().profile().applications().stream()
            .filter(entry -> !entry.decryptDevices().contains(profile.thisDevice().identifier()))
            .forEach(entry -> recoverApplication(profile, entry.identifier().text()));
        return Profiles.describe(profile);
      }
    }

    /** The profile is recovered all the same. */
    private void recoverApplication(PersonalSession profile, String udf) {
      try {
        profile.recoverApplication(udf);
      } catch (MeshException e) {
        console.note("the application " + udf + " is not recovered: " + e.problem());
      }
    }
  }

  /** {@code mesh-sim manager delete}. */
  @Command(
      name = "delete",
      description = {
        "Deletes the profile from this computer: its applications and its master keys too.",
        "The portal keeps what was published, and other devices go on.",
        "A profile without an account is gone for good; an account not acknowledged may stay there."
      },
      mixinStandardHelpOptions = true)
  public static final class Delete extends Verb {

    /** The name of the profile that is meant, so that none is deleted by mistake. */
    static final class Named {

      @Option(
          names = "--account",
          paramLabel = "ACCOUNT",
          required = true,
          description = "An account of the profile, so that none is deleted by mistake.")
      private @Nullable String account;

      @Option(
          names = "--profile",
          paramLabel = "FINGERPRINT",
          required = true,
          description = "Instead: a profile of which no portal has acknowledged an account.")
      private @Nullable String profile;
    }

    @ArgGroup(multiplicity = "1")
    private Named named = new Named();

    public Delete(Console console) {
      super(console);
    }

    @Override
    Facts work(MeshSession session) {
      Udf profile =
          named.account != null
              ? session.personalSession(named.account).udf()
              : Profiles.withoutAccount(session, Objects.requireNonNull(named.profile));
      session.deleteProfile(profile);
      return new Facts().put("deleted", profile.text());
    }
  }
}
