package dev.meshsim.portal;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.world.World;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Portals whose messages are protected on the way: a decorator of {@link MeshPortals} that gives a
 * {@link ProtectedPortal} for each domain. Thread-safe.
 */
public final class ProtectedPortals implements MeshPortals {

  private final MeshPortals portals;
  private final World world;
  private final String machine;
  private final Protection level;
  private final KeyPins pins;
  private final @Nullable String given;
  private final Map<String, MeshPortal> known = new ConcurrentHashMap<>();

  /**
   * Protects the messages to portals.
   *
   * @param machine the name of the machine that connects, for its random streams
   * @param level {@link Protection#SIGN} or {@link Protection#ENCRYPT}
   * @param pins the memory for the portals' keys, by domain
   * @param given the fingerprint of the portal's key; null to accept the key of the first contact
   */
  public ProtectedPortals(
      MeshPortals portals,
      World world,
      String machine,
      Protection level,
      KeyPins pins,
      @Nullable String given) {
    this.portals = portals;
    this.world = world;
    this.machine = machine;
    this.level = level;
    this.pins = pins;
    this.given = given;
  }

  @Override
  public Dialect dialect() {
    return portals.dialect();
  }

  @Override
  public MeshPortal at(String domain) {
    return known.computeIfAbsent(
        AccountName.domain(domain),
        name -> new ProtectedPortal(portals.at(name), world, machine, level, pins, given));
  }
}
