package dev.meshsim.portal.http;

import dev.meshsim.error.Quote;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the servers of a domain's portal (json-web-service-03 section 3.1): those that its SRV
 * records name, by priority and weight; without records the host {@code mmm.} before the domain, on
 * port 80. TLS goes by the port.
 */
public final class Discovery {

  private static final String FALLBACK = "mmm.";
  private static final int HTTP_PORT = 80;
  private static final Pattern RESOLVED = Pattern.compile("([^=]+)=(.+):([0-9]{1,5})");
  private static final int LAST_PORT = 65_535;

  private final World world;
  private final PortalNames names;
  private final Map<String, SrvRecord> known;

  private Discovery(World world, PortalNames names, Map<String, SrvRecord> known) {
    this.world = world;
    this.names = names;
    this.known = known;
  }

  /**
   * A discovery.
   *
   * @param world the source of the draw by weight
   */
  public static Discovery with(World world, PortalNames names) {
    return new Discovery(world, names, Map.of());
  }

  /**
   * A discovery that looks up nothing for some domains.
   *
   * @param pairs texts of the form {@code DOMAIN=HOST:PORT}
   * @throws HttpPortalException {@code http.bad-address} if one has another form
   */
  public Discovery resolving(List<String> pairs) {
    Map<String, SrvRecord> all = new HashMap<>(known);
    for (String pair : pairs) {
      Matcher form = RESOLVED.matcher(pair);
      int port = form.matches() ? Integer.parseInt(form.group(3)) : 0;
      if (port < 1 || port > LAST_PORT) {
        throw HttpPortalException.badResolve(pair);
      }
      all.put(AccountName.domain(form.group(1)), new SrvRecord(0, 0, port, form.group(2)));
    }
    return new Discovery(world, names, Map.copyOf(all));
  }

  /**
   * The ways to a portal, the one to try first at the begin.
   *
   * @throws HttpPortalException {@code http.no-server} if the domain says that it has no portal
   */
  List<PortalConnections.Target> targets(String domain) {
    SrvRecord given = known.get(domain);
    List<SrvRecord> servers = given == null ? names.servers(domain) : List.of(given);
    if (servers.size() == 1 && servers.get(0).isNone()) {
      throw HttpPortalException.noServer(domain);
    }
    List<PortalConnections.Target> targets = new ArrayList<>();
    for (SrvRecord each : SrvOrder.of(servers, world.stream("portal " + domain, "SRV"))) {
      if (!each.isNone()) {
        PortalAddress url = PortalAddress.byPort(domain, each.port());
        targets.add(new PortalConnections.Target(url, each.target(), each.port()));
      }
    }
    if (targets.isEmpty()) {
      String host = FALLBACK + domain;
      targets.add(
          new PortalConnections.Target(PortalAddress.byPort(host, HTTP_PORT), host, HTTP_PORT));
    }
    return List.copyOf(targets);
  }

  /** The addresses that {@link #targets} tries, fit to be shown. */
  public List<String> shown(String domain) {
    return targets(AccountName.domain(domain)).stream()
        .map(target -> target.url() + " at " + Quote.brief(target.host()) + ":" + target.port())
        .toList();
  }
}
