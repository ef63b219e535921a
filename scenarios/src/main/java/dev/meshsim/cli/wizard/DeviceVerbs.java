package dev.meshsim.cli.wizard;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.SecretArguments;
import dev.meshsim.error.Quote;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.RemovalFinding;
import dev.meshsim.session.application.ApplicationChoice;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The subcommands of {@code mesh-sim manager} for devices. */
public final class DeviceVerbs {

  private DeviceVerbs() {}

  /** A subcommand that may go through any account of the profile. */
  private abstract static class OnProfile extends Verb {

    @Option(
        names = "--account",
        paramLabel = "ACCOUNT",
        description = "The account whose portal is asked. Default: the usual one.")
    private @Nullable String account;

    OnProfile(Console console) {
      super(console);
    }

    @Override
    final Facts work(MeshSession session) {
      return work(Profiles.of(session, account));
    }

    abstract Facts work(PersonalSession profile);
  }

  /** {@code mesh-sim manager pending}. */
  @Command(
      name = "pending",
      description = "Prints the devices that ask to be connected, without their codes.",
      mixinStandardHelpOptions = true)
  public static final class Pending extends OnProfile {

    public Pending(Console console) {
      super(console);
    }

    @Override
    Facts work(PersonalSession profile) {
      List<Facts> all =
          profile.connectPending().pending().stream()
              .map(
                  request ->
                      new Facts()
                          .put("udf", request.deviceUdf().text())
                          .put("name", String.join(", ", request.deviceNames()))
                          .put("kind", request.deviceDescription().orElse(""))
                          .put("administrator", request.asksToAdminister()))
              .toList();
      return new Facts().putAll("pending", all);
    }
  }

  /** {@code mesh-sim manager accept}. */
  @Command(
      name = "accept",
      description = "Accepts the device that shows a code.",
      mixinStandardHelpOptions = true)
  public static final class Accept extends OnProfile {

    @Option(
        names = "--code",
        paramLabel = "CODE",
        required = true,
        description = "The code that the device shows, whole; dashes and case do not matter.")
    private String code = "";

    @Option(
        names = "--application",
        paramLabel = "NAME[=change]",
        description =
            "An application for the device, by type or fingerprint, to read or also to change; may"
                + " be given several times.")
    private List<String> applications = List.of();

    @Option(names = "--administrator", description = "Make it an administrator, if it asks to be.")
    private boolean administrator;

    public Accept(Console console) {
      super(console);
    }

    @Override
    Facts work(PersonalSession profile) {
      List<ApplicationChoice> choices =
          applications.stream().map(text -> choice(profile, text)).toList();
      PendingConnection request = profile.connectPending().withAuthenticator(code);
      if (administrator) {
        profile.acceptAdministrator(request, code);
        profile.addToApplications(request.deviceUdf(), choices);
      } else {
        profile.connectAccept(request, code, choices);
      }
      return new Facts().put("accepted", request.deviceUdf().text());
    }

    private static ApplicationChoice choice(PersonalSession profile, String text) {
      int at = text.indexOf('=');
      String use = at < 0 ? "read" : text.substring(at + 1);
      if (!use.equals("read") && !use.equals("change")) {
        throw new InputException(
            "a device reads or changes an application, it does not " + Quote.text(use),
            "write for example --application PasswordProfile=change");
      }
      Udf application =
          Profiles.applicationOf(profile, at < 0 ? text : text.substring(0, at)).identifier();
      return new ApplicationChoice(application, use.equals("change"));
    }
  }

  /** {@code mesh-sim manager reject}. */
  @Command(
      name = "reject",
      description = "Rejects the request of a device.",
      mixinStandardHelpOptions = true)
  public static final class Reject extends OnProfile {

    @Option(
        names = "--device",
        paramLabel = "FINGERPRINT",
        required = true,
        description = "The device that asks, as mesh-sim manager pending prints it.")
    private String device = "";

    public Reject(Console console) {
      super(console);
    }

    @Override
    Facts work(PersonalSession profile) {
      PendingConnection request =
          profile.connectPending().pending().stream()
              .filter(each -> each.deviceUdf().text().equalsIgnoreCase(device))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputException(
                          "no device " + Quote.text(device) + " asks to be connected",
                          "mesh-sim manager pending prints those that ask"));
      profile.connectReject(request);
      return new Facts().put("rejected", request.deviceUdf().text());
    }
  }

  /** {@code mesh-sim manager remove}. */
  @Command(
      name = "remove",
      description = {
        "Removes a device from the profile and its applications.",
        "Exit code 0 also if an application is left that only another device can publish anew;"
            + " they are printed."
      },
      mixinStandardHelpOptions = true)
  public static final class Remove extends OnProfile implements SecretArguments {

    @Option(
        names = "--device",
        paramLabel = "NAME",
        required = true,
        description = "The device, by name or fingerprint.")
    private String device = "";

    @Option(
        names = "--share",
        paramLabel = "SHARE",
        description =
            "A share of the profile, to remove an administrator where the master key is not on"
                + " this computer; - reads them, one a line.")
    private List<String> texts = List.of();

    public Remove(Console console) {
      super(console);
    }

    @Override
    Facts work(PersonalSession profile) {
      Udf found = Profiles.deviceOf(profile, device);
      List<RemovalFinding> left;
      if (texts.isEmpty()) {
        left = profile.removeDevice(found);
      } else {
        try (Secret secret = new Secret(ProfileVerbs.shares(texts))) {
          left = profile.removeDevice(found, secret);
        }
      }
      return new Facts()
          .put("removed", found.text())
          .put("left", left.stream().map(RemovalFinding::toString).toList());
    }
  }
}
