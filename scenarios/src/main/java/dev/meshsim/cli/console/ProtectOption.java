package dev.meshsim.cli.console;

import dev.meshsim.json.binary.Encoding;
import dev.meshsim.protect.Protection;
import dev.meshsim.udf.Udf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command whose messages to a portal can be protected. */
public final class ProtectOption {

  @Option(
      names = "--protect",
      paramLabel = "LEVEL",
      defaultValue = "none",
      description =
          "The protection of messages: none; sign, signed; or encrypt, signed and encrypted."
              + " Default: ${DEFAULT-VALUE}.")
  private String level = "none";

  @Option(
      names = "--portal-key",
      paramLabel = "FINGERPRINT",
      description =
          "The fingerprint of the portal's key for protected messages. Default: the key that the"
              + " portal shows at first contact.")
  private @Nullable String key;

  /**
   * The protection that was asked for.
   *
   * @throws dev.meshsim.error.MeshException if there is none of that name, or the key is given
   *     without it
   */
  public Protection level() {
    Protection chosen = Protection.named(level);
    if (chosen == Protection.NONE && key != null) {
      throw new InputException(
          "--portal-key is of use with --protect only", "add --protect sign or --protect encrypt");
    }
    return chosen;
  }

  /**
   * The protection that was asked for, of messages in an encoding.
   *
   * @throws dev.meshsim.error.MeshException as {@link #level()} does, and if the encoding is not
   *     that of protected messages, JSON
   */
  public Protection level(Encoding encoding) {
    Protection chosen = level();
    if (chosen != Protection.NONE && encoding != Encoding.JSON) {
      throw new InputException(
          "protected messages are JSON inside, so --protect "
              + chosen.label()
              + " and --encoding "
              + encoding.label()
              + " exclude each other",
          "leave one of the two options out");
    }
    return chosen;
  }

  /** The fingerprint that was given, or null. */
  public @Nullable String key() {
    return key == null ? null : Udf.parse(key).text();
  }
}
