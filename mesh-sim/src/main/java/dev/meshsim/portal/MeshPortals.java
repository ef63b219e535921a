package dev.meshsim.portal;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.protocol.AccountName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The portals that a session reaches, found by the domain of an account's name (developer-08
 * section 6.1). They speak one dialect.
 */
public interface MeshPortals {

  /** The dialect of the portals' messages. */
  Dialect dialect();

  /**
   * The portal of a domain.
   *
   * @param domain the domain of an account, as {@link AccountName#domain()} has it
   * @throws PortalException {@code portal.unknown} if there is none
   */
  MeshPortal at(String domain);

  /**
   * One portal for every account, whatever its domain; the portal refuses the accounts of other
   * domains.
   */
  static MeshPortals only(MeshPortal portal) {
    return new MeshPortals() {
      @Override
      public Dialect dialect() {
        return portal.dialect();
      }

      @Override
      public MeshPortal at(String domain) {
        return portal;
      }
    };
  }

  /**
   * The portal that {@link MeshPortal#getDefault} returns when an account is used, for every
   * account; it speaks {@link Dialect#MESH}.
   */
  static MeshPortals usual() {
    return new MeshPortals() {
      @Override
      public Dialect dialect() {
        return Dialect.MESH;
      }

      @Override
      public MeshPortal at(String domain) {
        return MeshPortal.getDefault();
      }
    };
  }

  /** Portals by their own domains; see {@link #of(List)}. */
  static MeshPortals of(MeshPortal... portals) {
    return of(List.of(portals));
  }

  /**
   * Portals by their own domains.
   *
   * @throws PortalException {@code portal.two-of-domain} if two have one domain; {@code
   *     portal.two-dialects} if they speak different dialects
   * @throws IllegalArgumentException if there are none
   */
  static MeshPortals of(List<MeshPortal> portals) {
    if (portals.isEmpty()) {
      throw new IllegalArgumentException("a look-up of portals needs at least one");
    }
    Dialect dialect = portals.get(0).dialect();
    Map<String, MeshPortal> byDomain = new LinkedHashMap<>();
    for (MeshPortal portal : portals) {
      if (portal.dialect() != dialect) {
        throw PortalException.twoDialects(portals.get(0), portal);
      }
      if (byDomain.put(AccountName.domain(portal.domain()), portal) != null) {
        throw PortalException.twoOfDomain(portal.domain());
      }
    }
    Map<String, MeshPortal> known = Map.copyOf(byDomain);
    List<String> domains = List.copyOf(byDomain.keySet());
    return new MeshPortals() {
      @Override
      public Dialect dialect() {
        return dialect;
      }

      @Override
      public MeshPortal at(String domain) {
        MeshPortal portal = known.get(domain);
        if (portal == null) {
          throw PortalException.unknown(domain, domains);
        }
        return portal;
      }
    };
  }
}
