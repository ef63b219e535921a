package dev.meshsim.cli.profile;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputFile;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.PrivateKeySet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim profile}. */
@Command(
    name = "profile",
    description = "Opens the encrypted data of applications.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class ProfileCommand {

  public ProfileCommand() {}

  /** {@code mesh-sim profile open}. */
  @Command(
      name = "open",
      description = {
        "Decrypts the private data of an application.",
        "Prints a line of JSON for each part: first the part that all its devices share, then the"
            + " parts for single devices."
      },
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "The profile is a SignedApplicationProfile, or one JoseWebEncryption of it. The keys are a",
        "JWK, a key in its tag, a DevicePrivateProfile, or the EscrowedKeySet that mesh-sim escrow",
        "open --private --format json prints. The author of the data is checked only with --owner."
      })
  public static final class Open implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "PROFILE", description = "The file of the application's profile.")
    private String file = "";

    @Option(
        names = "--keys",
        paramLabel = "KEYS",
        required = true,
        description = "The file of the private keys; - reads them from standard input.")
    private String keys = "";

    @Option(
        names = "--owner",
        paramLabel = "PERSONAL",
        description =
            "The file of the owner's SignedPersonalProfile: nothing is decrypted unless it"
                + " verifies and one of its devices, an administrator of the application, signed.")
    private @Nullable String owner;

    public Open(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      EncryptedFile encrypted = EncryptedFile.of(InputFile.read(file));
      if (owner == null) {
        warn(encrypted);
      } else {
        encrypted.verify(InputFile.read(owner));
      }
      try (SecretBytes text = InputFile.readSecret(keys);
          PrivateKeySet set = read(text, encrypted.dialect())) {
        encrypted.open(set).forEach(console.out()::println);
      }
      return 0;
    }

    private PrivateKeySet read(SecretBytes text, Dialect dialect) {
      try {
        return PrivateKeySet.read(text, dialect);
      } catch (MeshException e) {
        String place = keys.equals("-") ? "standard input" : keys;
        throw new InputException(place + ": " + e.problem(), e.hint());
      }
    }

    private void warn(EncryptedFile encrypted) {
      console
          .errors()
          .println(
              encrypted.dialect() == Dialect.PORTAL_2017
                  ? "mesh-sim: nothing vouches for this content: the portal-2017 dialect does not"
                      + " authenticate what it encrypts, and no signature around it was verified"
                  : "mesh-sim: anybody can have written this content: no signature around it was"
                      + " verified");
      console
          .errors()
          .println(
              encrypted.isSigned()
                  ? "hint: give the owner's SignedPersonalProfile with --owner"
                  : "hint: give the SignedApplicationProfile that contains it, and --owner");
    }
  }
}
