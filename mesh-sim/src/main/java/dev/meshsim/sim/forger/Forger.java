package dev.meshsim.sim.forger;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.world.World;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who forges requests to one portal. Each forgery is done by a new person with a new
 * account, so that none depends on those before.
 */
public final class Forger {

  private static final String NAME = "mallory-";
  private static final int MARK_OCTETS = 4;

  private final World world;
  private final MeshPortal portal;
  private final String mark;
  private int people;

  /** A forger of requests to a portal of dialect {@code mesh}. */
  public Forger(World world, MeshPortal portal) {
    this(world, portal, "");
  }

  private Forger(World world, MeshPortal portal, String mark) {
    this.world = world;
    this.portal = portal;
    this.mark = mark;
  }

  /**
   * A forger at a portal that stays after the run: the names of accounts are drawn, and the
   * accounts are deleted after each forgery.
   */
  public static Forger visiting(World world, MeshPortal portal) {
    byte[] drawn = world.stream("forger", "names").bytes(MARK_OCTETS);
    return new Forger(world, portal, HexFormat.of().formatHex(drawn) + "-");
  }

  /**
   * Sends a forged request.
   *
   * @param accounts the names of accounts at this portal that somebody has or had
   * @return the request and its response; empty if there is nobody whom it could be done to, or if
   *     the portal does not answer
   */
  public Optional<SimEvent.Forged> forge(Forgery forgery, List<String> accounts) {
    people++;
    try (Rogue rogue = new Rogue(world, portal, NAME + mark + people)) {
      Optional<Bytes> request = forgery.make(rogue, new Victims(accounts));
      Optional<SimEvent.Forged> forged =
          request.map(
              octets ->
                  new SimEvent.Forged(
                      portal.domain(), forgery.label(), octets, portal.exchange(octets)));
      if (!mark.isEmpty()) {
        rogue.deleteAccounts();
      }
      return forged;
    } catch (MeshException | UncheckedIOException e) {
      // A portal that fails or is away can be told nothing.
      return Optional.empty();
    }
  }
}
