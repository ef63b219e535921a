package dev.meshsim.wizard;

import dev.meshsim.udf.Udf;

/**
 * The memory of a wizard beside the machine's store: the profiles whose shares were made on this
 * machine, and typed back if the wizard made them. Neither its store nor a portal can tell that.
 */
public interface Notes {

  /** True if the shares of a profile were made on this machine. */
  boolean hasShares(Udf profile);

  /** Notes that they were. */
  void sharesMade(Udf profile);
}
