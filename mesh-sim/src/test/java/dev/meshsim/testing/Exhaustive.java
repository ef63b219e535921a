package dev.meshsim.testing;

/**
 * Whether long tests try everything. A build tries a sample, so that it ends soon; {@code
 * -Dmeshsim.exhaustive=true} makes them try all.
 */
public final class Exhaustive {

  private static final boolean ON = Boolean.getBoolean("meshsim.exhaustive");

  private Exhaustive() {}

  /** True if everything is tried. */
  public static boolean on() {
    return ON;
  }

  /** The step between what is tried: 1, or {@code usual} if it is a sample. */
  public static int step(int usual) {
    return ON ? 1 : usual;
  }

  /** The number of what is tried. */
  public static int count(int all, int usual) {
    return ON ? all : usual;
  }
}
