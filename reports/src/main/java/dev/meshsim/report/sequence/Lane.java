package dev.meshsim.report.sequence;

/**
 * A party of a sequence diagram.
 *
 * @param name the machine's name or the portal's domain
 */
public record Lane(Kind kind, String name) {

  /** The lane of the machines' stores. */
  public static final Lane STORES = new Lane(Kind.STORES, "stores");

  /** The lane of requests that no machine of the scenario sent. */
  public static final Lane OTHER = new Lane(Kind.OTHER, "no machine");

  /** The kind of party that a lane is for. */
  public enum Kind {
    STORES,
    MACHINE,
    /** Sends requests, but is no machine of the scenario. */
    OTHER,
    PORTAL
  }

  /** The lane of a machine. */
  public static Lane machine(String name) {
    return new Lane(Kind.MACHINE, name);
  }

  /** The lane of a portal. */
  public static Lane portal(String domain) {
    return new Lane(Kind.PORTAL, domain);
  }
}
