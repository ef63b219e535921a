package dev.meshsim.portal.http;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The look-up in DNS: the SRV records of {@code _mmm._tcp} and the domain. */
public final class DnsNames implements PortalNames {

  private static final String SERVICE = "_mmm._tcp.";
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Optional<String> server;
  private final int port;

  private DnsNames(Optional<String> server, int port) {
    this.server = server;
    this.port = port;
  }

  /** The name servers of this computer. */
  public static DnsNames ofThisComputer() {
    return new DnsNames(Optional.empty(), 0);
  }

  /** One name server, at an address and a port. */
  public static DnsNames at(String address, int port) {
    return new DnsNames(Optional.of(address), port);
  }

  @Override
  public List<SrvRecord> servers(String domain) {
    try {
      Lookup lookup = new Lookup(Name.fromString(SERVICE + domain + "."), Type.SRV);
      lookup.setResolver(resolver());
      lookup.setCache(null);
      lookup.setSearchPath(List.<Name>of());
      Record[] found = lookup.run();
      List<SrvRecord> servers = new ArrayList<>();
      for (Record each : found == null ? new Record[0] : found) {
        if (each instanceof SRVRecord srv) {
          servers.add(
              new SrvRecord(
                  srv.getPriority(),
                  srv.getWeight(),
                  srv.getPort(),
                  srv.getTarget().toString(srv.getTarget().labels() > 1)));
        }
      }
      return List.copyOf(servers);
    } catch (TextParseException | UnknownHostException e) {
      return List.of();
    }
  }

  private Resolver resolver() throws UnknownHostException {
    Resolver resolver;
    if (server.isPresent()) {
      SimpleResolver one = new SimpleResolver(server.get());
      one.setPort(port);
      resolver = one;
    } else {
      resolver = new ExtendedResolver();
    }
    resolver.setTimeout(PATIENCE);
    return resolver;
  }
}
