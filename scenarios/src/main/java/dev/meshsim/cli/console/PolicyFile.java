package dev.meshsim.cli.console;

import dev.meshsim.error.Quote;
import dev.meshsim.transparency.note.WitnessPolicy;

/** A file that says whom somebody trusts to witness logs (C2SP tlog-policy). */
public final class PolicyFile {

  private PolicyFile() {}

  /**
   * Reads a policy.
   *
   * @throws InputException if the file cannot be read; {@code transparency.bad-policy} if it is
   *     none
   */
  public static WitnessPolicy read(String file) {
    return InputStreams.parse(file, WitnessPolicy.MOST_OCTETS, WitnessPolicy::parse);
  }

  /**
   * Reads a policy that demands witnesses of a log.
   *
   * @param origin the name of the log
   * @throws InputException if it demands none, or is of other logs only; and as {@link #read}
   */
  public static WitnessPolicy demanding(String file, String origin) {
    WitnessPolicy policy = demanding(file);
    if (!policy.logs().isEmpty()
        && policy.logs().stream().noneMatch(log -> log.name().equals(origin))) {
      throw new InputException(
          Quote.of(file) + ": the policy is not one for the log " + Quote.brief(origin),
          "add a line 'log KEY' with the key of the log, or leave all such lines out");
    }
    return policy;
  }

  /**
   * Reads a policy that demands witnesses.
   *
   * @throws InputException if it demands none; and as {@link #read}
   */
  public static WitnessPolicy demanding(String file) {
    WitnessPolicy policy = read(file);
    if (!policy.needsWitnesses()) {
      throw new InputException(
          Quote.of(file) + ": the policy needs no witness",
          "name a witness or a group in its line 'quorum NAME', or leave the option out");
    }
    return policy;
  }
}
