package dev.meshsim.wizard;

import dev.meshsim.udf.Udf;

/**
 * The memory of a wizard beside the machine's store: the profiles whose shares somebody has written
 * down and typed back. Neither a machine's store nor a portal can tell that.
 */
public interface Notes {

  /** True if the shares of a profile were typed back on this machine. */
  boolean hasShares(Udf profile);

  /** Notes that they were. */
  void sharesWritten(Udf profile);
}
