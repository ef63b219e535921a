package dev.meshsim.profile.application.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.application.Entries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decrypted content of a {@code NetworkProfile} (schema {@code NetworkProfilePrivate}).
 *
 * @param sites the networks that the settings are for
 * @param dns the DNS servers
 * @param prefixes the domains that a short name is looked up in
 * @param trustList the certificate trust list, the member {@code CTL}
 * @param webPki the certificates of trusted authorities
 */
public record NetworkProfilePrivate(
    @JsonProperty("Sites") List<String> sites,
    @JsonProperty("DNS") List<Connection> dns,
    @JsonProperty("Prefix") List<String> prefixes,
    @JsonProperty("CTL") @Nullable Bytes trustList,
    @JsonProperty("WebPKI") List<String> webPki) {

  /** Copies the lists; an absent list becomes an empty one. */
  public NetworkProfilePrivate {
    sites = Required.list(sites);
    dns = Required.list(dns);
    prefixes = Required.list(prefixes);
    webPki = Required.list(webPki);
  }

  /** The content of a new application. */
  public static final NetworkProfilePrivate EMPTY =
      new NetworkProfilePrivate(List.of(), List.of(), List.of(), null, List.of());

  /** A copy with another {@code Sites}. */
  public NetworkProfilePrivate withSites(List<String> sites) {
    return new NetworkProfilePrivate(sites, dns, prefixes, trustList, webPki);
  }

  /** A copy with another {@code Prefix}. */
  public NetworkProfilePrivate withPrefixes(List<String> prefixes) {
    return new NetworkProfilePrivate(sites, dns, prefixes, trustList, webPki);
  }

  /** A copy with another {@code CTL}. */
  public NetworkProfilePrivate withTrustList(Bytes trustList) {
    return new NetworkProfilePrivate(sites, dns, prefixes, trustList, webPki);
  }

  /** A copy with another {@code WebPKI}. */
  public NetworkProfilePrivate withWebPki(List<String> webPki) {
    return new NetworkProfilePrivate(sites, dns, prefixes, trustList, webPki);
  }

  /** A copy with a DNS service, in place of the one with its identity if there is one. */
  public NetworkProfilePrivate withDns(Connection service) {
    return new NetworkProfilePrivate(
        sites, Entries.with(dns, ConnectionKey::of, service), prefixes, trustList, webPki);
  }

  /** A copy without a DNS service. */
  public NetworkProfilePrivate withoutDns(Connection service) {
    return new NetworkProfilePrivate(
        sites,
        Entries.without(dns, ConnectionKey::of, ConnectionKey.of(service)),
        prefixes,
        trustList,
        webPki);
  }

  /** {@code NetworkProfilePrivate[n sites, n services]}. */
  @Override
  public String toString() {
    return "NetworkProfilePrivate[" + sites.size() + " sites, " + dns.size() + " services]";
  }
}
