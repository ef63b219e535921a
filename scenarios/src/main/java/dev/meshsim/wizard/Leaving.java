package dev.meshsim.wizard;

/** The person leaves a question instead of answering it. */
public final class Leaving extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** How far the person goes. */
  public enum Way {
    /** Back to the choices before, by Ctrl-D. */
    BACK,
    /** Out of the wizard, by Ctrl-C. */
    OUT
  }

  private final Way way;

  /** A person who leaves. */
  public Leaving(Way way) {
    super(way.name(), null, false, false);
    this.way = way;
  }

  /** How far. */
  public Way way() {
    return way;
  }
}
