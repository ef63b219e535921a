package dev.meshsim.cli.profile;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputFile;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.cli.console.SecretArguments;
import dev.meshsim.cli.console.StandardInput;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.PrivateKeySet;
import dev.meshsim.profile.trust.EscrowSeal;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim escrow}. */
@Command(
    name = "escrow",
    description = "Opens escrow entries.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
public final class EscrowCommand implements SecretArguments {

  private static final String ENTRY = "OfflineEscrowEntry";

  public EscrowCommand() {}

  /** {@code mesh-sim escrow open}. */
  @Command(
      name = "open",
      description = {
        "Opens an escrow entry with shares of its secret.",
        "Prints the member, the fingerprint and the purpose of each key in it."
      },
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "The entry is an OfflineEscrowEntry of either dialect, as a portal keeps it. With --private",
        "--format json the result is the EscrowedKeySet, which mesh-sim profile open takes as",
        "--keys. A share on the command line can be seen by other users of the machine while the",
        "command runs, and stays in the shell's history: give --share - to read them from standard",
        "input."
      })
  public static final class Open implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "ENTRY", description = "The file of the entry.")
    private String file = "";

    @Option(
        names = "--share",
        paramLabel = "SHARE",
        required = true,
        description = "A share, in any order; - reads them, one a line.")
    private List<String> texts = List.of();

    @Option(names = "--private", description = "Print the private keys too.")
    private boolean secrets;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "text",
        description = "The output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.text;

    public Open(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      InputFile input = InputFile.read(file);
      OfflineEscrowEntry entry = entry(input);
      try (Secret secret = Secret.recover(shares(), entry.identifier());
          SecretBytes octets = secret.bytes();
          PrivateKeySet keys = open(input, entry, octets)) {
        new KeyPrinter(console.out(), Dialect.of(entry.identifier()), secrets)
            .print(entry.identifier(), keys, format);
      }
      return 0;
    }

    private static OfflineEscrowEntry entry(InputFile input) {
      Dialect dialect = input.dialectOf(ENTRY);
      return input.checked(
          () -> {
            var entry = dialect.json().read(input.text(), OfflineEscrowEntry.class);
            EscrowSeal.requireKey(entry);
            return entry;
          });
    }

    private List<KeyShare> shares() {
      return KeyShare.parseAll(texts.equals(List.of("-")) ? StandardInput.lines() : texts);
    }

    /** Decrypts the keys. The secret is known to be right, so any failure is due to the entry. */
    private static PrivateKeySet open(
        InputFile input, OfflineEscrowEntry entry, SecretBytes secret) {
      try {
        return EscrowSeal.openKeys(entry, secret);
      } catch (MeshException e) {
        throw input.wrong(
            "the shares give the secret that the entry names, but the entry was altered: "
                + e.problem(),
            "get the entry again from where it came from; the shares are right");
      }
    }
  }
}
