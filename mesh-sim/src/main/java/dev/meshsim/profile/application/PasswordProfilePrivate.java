package dev.meshsim.profile.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decrypted content of a {@code PasswordProfile} (schema {@code PasswordProfilePrivate}). It
 * holds passwords, and its text form shows none.
 *
 * @param autoGenerate true if a client may offer to make passwords
 * @param entries the passwords
 * @param neverAsk the sites that a client never asks about
 */
public record PasswordProfilePrivate(
    @JsonProperty("AutoGenerate") @Nullable Boolean autoGenerate,
    @JsonProperty("Entries") List<PasswordEntry> entries,
    @JsonProperty("NeverAsk") List<String> neverAsk) {

  /** The content of a new profile: no entries and no settings. */
  public static final PasswordProfilePrivate EMPTY =
      new PasswordProfilePrivate(null, List.of(), List.of());

  /** Copies the lists; an absent list becomes an empty one. */
  public PasswordProfilePrivate {
    entries = Required.list(entries);
    neverAsk = Required.list(neverAsk);
  }

  /** The first entry that lists exactly this site. */
  public Optional<PasswordEntry> get(String site) {
    return entries.stream().filter(entry -> entry.sites().contains(site)).findFirst();
  }

  /** A copy with one entry for this site, in place of every entry that listed it. */
  public PasswordProfilePrivate with(String site, String username, String password) {
    List<PasswordEntry> changed = new ArrayList<>(entries);
    changed.removeIf(entry -> entry.sites().contains(site));
    changed.add(new PasswordEntry(List.of(site), username, password));
    return new PasswordProfilePrivate(autoGenerate, changed, neverAsk);
  }

  /** A copy without any entry that lists this site. */
  public PasswordProfilePrivate without(String site) {
    List<PasswordEntry> changed = new ArrayList<>(entries);
    changed.removeIf(entry -> entry.sites().contains(site));
    return new PasswordProfilePrivate(autoGenerate, changed, neverAsk);
  }

  /** {@code PasswordProfilePrivate[n entries]}. */
  @Override
  public String toString() {
    return "PasswordProfilePrivate[" + entries.size() + " entries]";
  }
}
