package dev.meshsim.cli.profile;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.SecretArguments;
import dev.meshsim.cli.console.StandardInput;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim share}. */
@Command(
    name = "share",
    description = "Splits a secret into shares, and combines shares.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A secret or share on the command line can be seen by other users of the machine while the",
      "command runs, and stays in the shell's history: give - to read it from standard input."
    })
public final class ShareCommand implements SecretArguments {

  public ShareCommand() {}

  /** {@code mesh-sim share split}. */
  @Command(
      name = "split",
      description = "Prints the shares of a secret, one a line, as mesh-udf-08 section 4.5 says.",
      mixinStandardHelpOptions = true)
  public static final class Split implements Callable<Integer> {

    private final Console console;

    @Option(
        names = "--quorum",
        paramLabel = "K",
        required = true,
        description = "How many shares recover the secret: 2 to N.")
    private int quorum;

    @Option(
        names = "--shares",
        paramLabel = "N",
        required = true,
        description = "How many shares to make: 2 to 15.")
    private int shares;

    @Option(
        names = "--hex",
        paramLabel = "SECRET",
        required = true,
        description = "The secret, 4 to 64 octets in steps of 4, in hexadecimal; - reads it.")
    private String hex = "";

    public Split(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      String digits = hex.equals("-") ? firstLine() : hex;
      try (SecretBytes octets = SecretBytes.moveFrom(parse(digits));
          Secret secret = Secret.of(octets)) {
        secret
            .split(quorum, shares, World.system().stream("share", "split"))
            .forEach(share -> console.out().println(share.text()));
      }
      return 0;
    }

    private static String firstLine() {
      List<String> lines = StandardInput.lines();
      if (lines.isEmpty()) {
        throw new InputException("standard input holds no secret", "give one line of hexadecimal");
      }
      return lines.get(0);
    }

    private static byte[] parse(String digits) {
      try {
        return HexFormat.of().parseHex(digits);
      } catch (IllegalArgumentException e) {
        // The exception's message would quote the secret.
        throw new InputException(
            "the secret is not hexadecimal: it has "
                + digits.length()
                + " characters, which must be pairs of 0 to 9 and a to f",
            "write two digits for each octet, without spaces");
      }
    }
  }

  /** {@code mesh-sim share combine}. */
  @Command(
      name = "combine",
      description = "Prints the secret that shares recover, in hexadecimal.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Exactly a quorum of shares always gives some secret. A wrong share is detected only with one",
        "share more than the quorum, or with --confirm."
      })
  public static final class Combine implements Callable<Integer> {

    private final Console console;

    @Parameters(
        paramLabel = "SHARE",
        arity = "1..*",
        description = "The shares, in any order; - reads them, one a line.")
    private List<String> texts = List.of();

    @Option(
        names = "--confirm",
        paramLabel = "IDENTIFIER",
        description = "Fail unless this is the secret's fingerprint, an escrow entry's identifier.")
    private @Nullable String identifier;

    public Combine(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      List<KeyShare> shares =
          KeyShare.parseAll(texts.equals(List.of("-")) ? StandardInput.lines() : texts);
      try (Secret secret =
              identifier == null
                  ? new Secret(shares)
                  : Secret.recover(shares, Udf.parse(identifier));
          SecretBytes octets = secret.bytes()) {
        byte[] exposed = octets.expose();
        console.out().println(HexFormat.of().formatHex(exposed));
        Arrays.fill(exposed, (byte) 0);
      }
      return 0;
    }
  }
}
