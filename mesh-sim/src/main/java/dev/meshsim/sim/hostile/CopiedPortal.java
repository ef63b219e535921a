package dev.meshsim.sim.hostile;

import dev.meshsim.portal.MeshPortal;
import java.util.concurrent.Executor;

/** A portal with the keys of another, on a copy of its store, which goes on by itself. */
public interface CopiedPortal extends MeshPortal {

  /** Does what is due besides the requests: asks its witnesses, for example. */
  void tend(Executor executor);

  /** How many records its log has. */
  long records();

  /**
   * Appends the entries that were published at the other portal since the copy was made or since
   * the last call, without asking whether they follow those of the copy.
   */
  void takeOver();
}
