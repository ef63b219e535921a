package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.application.Confidential;
import dev.meshsim.profile.merge.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One credential (schema {@code CredentialEntry}).
 *
 * @param sites the sites it is for; {@code *.example.com} is a wildcard
 * @param username the user name; upper and lower case differ
 * @param password the password; upper and lower case differ
 * @param protocol the protocol, {@code http} or {@code ssh} for example
 */
public record CredentialEntry(
    @Identity @JsonProperty("ID") @Nullable String id,
    @JsonProperty("Added") @Nullable Instant added,
    @JsonProperty("Updated") @Nullable Instant updated,
    @JsonProperty("Deleted") @Nullable Instant deleted,
    @JsonProperty("Label") List<String> labels,
    @JsonProperty("Source") List<TypedData> sources,
    @JsonProperty("Sites") List<String> sites,
    @JsonProperty("Username") @Nullable String username,
    @Confidential @JsonProperty("Password") @Nullable String password,
    @JsonProperty("Protocol") @Nullable String protocol)
    implements CatalogEntry {

  /** Copies the lists; an absent list becomes an empty one. */
  public CredentialEntry {
    labels = Required.list(labels);
    sources = Required.list(sources);
    sites = Required.list(sites);
  }

  /**
   * A credential for one site.
   *
   * @param id unique among the entries
   * @param added when it was made
   */
  public static CredentialEntry of(
      String id, Instant added, String site, String username, String password) {
    return new CredentialEntry(
        id, added, null, null, List.of(), List.of(), List.of(site), username, password, null);
  }

  /** A copy with another {@code Updated}. */
  public CredentialEntry withUpdated(Instant updated) {
    return new CredentialEntry(
        id, added, updated, deleted, labels, sources, sites, username, password, protocol);
  }

  /** A copy with another {@code Deleted}. */
  public CredentialEntry withDeleted(Instant deleted) {
    return new CredentialEntry(
        id, added, updated, deleted, labels, sources, sites, username, password, protocol);
  }

  /** A copy with another {@code Label}. */
  public CredentialEntry withLabels(List<String> labels) {
    return new CredentialEntry(
        id, added, updated, deleted, labels, sources, sites, username, password, protocol);
  }

  /** A copy with another {@code Source}. */
  public CredentialEntry withSources(List<TypedData> sources) {
    return new CredentialEntry(
        id, added, updated, deleted, labels, sources, sites, username, password, protocol);
  }

  /** A copy with another {@code Sites}. */
  public CredentialEntry withSites(List<String> sites) {
    return new CredentialEntry(
        id, added, updated, deleted, labels, sources, sites, username, password, protocol);
  }

  /** A copy with another {@code Username}. */
  public CredentialEntry withUsername(String username) {
    return new CredentialEntry(
        id, added, updated, deleted, labels, sources, sites, username, password, protocol);
  }

  /** A copy with another {@code Password}. */
  public CredentialEntry withPassword(String password) {
    return new CredentialEntry(
        id, added, updated, deleted, labels, sources, sites, username, password, protocol);
  }

  /** A copy with another {@code Protocol}. */
  public CredentialEntry withProtocol(String protocol) {
    return new CredentialEntry(
        id, added, updated, deleted, labels, sources, sites, username, password, protocol);
  }

  /** Sites and user name; never the password. */
  @Override
  public String toString() {
    return "CredentialEntry[" + id + ", " + sites + ", " + username + "]";
  }
}
