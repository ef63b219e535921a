package dev.meshsim.profile.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.application.Entries;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decrypted content of a {@code CredentialProfile} (schema {@code CredentialProfilePrivate}).
 *
 * @param autoGenerate true if a client may offer to make passwords
 * @param entries the credentials
 * @param neverAsk the sites that a client never asks about
 */
public record CredentialProfilePrivate(
    @JsonProperty("AutoGenerate") @Nullable Boolean autoGenerate,
    @JsonProperty("Entries") List<CredentialEntry> entries,
    @JsonProperty("NeverAsk") List<String> neverAsk) {

  /** Copies the lists; an absent list becomes an empty one. */
  public CredentialProfilePrivate {
    entries = Required.list(entries);
    neverAsk = Required.list(neverAsk);
  }

  /** The content of a new application. */
  public static final CredentialProfilePrivate EMPTY =
      new CredentialProfilePrivate(null, List.of(), List.of());

  /** The entry with this {@code ID}. */
  public Optional<CredentialEntry> find(String id) {
    return Entries.find(entries, CredentialEntry::id, id);
  }

  /** A copy with an entry, in place of the one with its {@code ID} if there is one. */
  public CredentialProfilePrivate with(CredentialEntry entry) {
    return new CredentialProfilePrivate(
        autoGenerate, Entries.with(entries, CredentialEntry::id, entry), neverAsk);
  }

  /** A copy without the entry with this {@code ID}. */
  public CredentialProfilePrivate without(String id) {
    return new CredentialProfilePrivate(
        autoGenerate, Entries.without(entries, CredentialEntry::id, id), neverAsk);
  }

  /** The entries that list exactly this site. */
  public List<CredentialEntry> ofSite(String site) {
    return entries.stream().filter(entry -> entry.sites().contains(site)).toList();
  }

  /** A copy with another {@code AutoGenerate}. */
  public CredentialProfilePrivate withAutoGenerate(boolean offer) {
    return new CredentialProfilePrivate(offer, entries, neverAsk);
  }

  /** A copy with another {@code NeverAsk}. */
  public CredentialProfilePrivate withNeverAsk(List<String> sites) {
    return new CredentialProfilePrivate(autoGenerate, entries, sites);
  }

  /** {@code CredentialProfilePrivate[n entries]}. */
  @Override
  public String toString() {
    return "CredentialProfilePrivate[" + entries.size() + " entries]";
  }
}
