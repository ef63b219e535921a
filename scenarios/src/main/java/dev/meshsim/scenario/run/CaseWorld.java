package dev.meshsim.scenario.run;

import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;

/** The world of a case: of a seed of its own, derived from that of the run and its name. */
public final class CaseWorld {

  /** The purpose of the digest from which the seed of a case is derived. */
  private static final String SEED = "mesh-sim scenario v1";

  private CaseWorld() {}

  /** A new world for a case of this name in a run with this seed. */
  public static SeededWorld of(long seed, String caseName) {
    return World.seeded(NameDigest.of(SEED, seed, caseName));
  }
}
