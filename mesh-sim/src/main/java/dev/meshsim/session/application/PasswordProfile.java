package dev.meshsim.session.application;

import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.application.PasswordType;
import java.util.List;
import java.util.Optional;

/**
 * The passwords of a person's sites (developer-08 section 6.10), decrypted. Changes are made here
 * and take effect with {@link ApplicationSession#update()}. Not thread-safe.
 */
public final class PasswordProfile {

  /** The type in the profile's entry. */
  public static final String TYPE = PasswordType.TAG;

  private PasswordProfilePrivate content;

  /**
   * Makes a profile.
   *
   * @param empty true to start without passwords, which is the only way to start one
   * @throws IllegalArgumentException if false: an existing profile comes from its session
   */
  public PasswordProfile(boolean empty) {
    if (!empty) {
      throw new IllegalArgumentException(
          "an existing PasswordProfile comes from PersonalSession.application");
    }
    this.content = PasswordProfilePrivate.EMPTY;
  }

  PasswordProfile(PasswordProfilePrivate content) {
    this.content = content;
  }

  /** Sets the user name and password of a site, in place of every entry that lists it. */
  public PasswordProfile put(String site, String username, String password) {
    content = content.with(site, username, password);
    return this;
  }

  /** The entry that lists this site. */
  public Optional<PasswordEntry> get(String site) {
    return content.get(site);
  }

  /** Removes every entry that lists this site; true if there was one. */
  public boolean delete(String site) {
    boolean there = content.get(site).isPresent();
    content = content.without(site);
    return there;
  }

  /** Sets whether a client offers to make passwords. */
  public PasswordProfile autoGenerate(boolean offer) {
    content = new PasswordProfilePrivate(offer, content.entries(), content.neverAsk());
    return this;
  }

  /** Sets the sites for which a client never asks to keep a password. */
  public PasswordProfile neverAsk(List<String> sites) {
    content = new PasswordProfilePrivate(content.autoGenerate(), content.entries(), sites);
    return this;
  }

  /** The decrypted content. */
  public PasswordProfilePrivate content() {
    return content;
  }

  void replace(PasswordProfilePrivate newer) {
    content = newer;
  }

  /** {@code PasswordProfile[n entries]}. */
  @Override
  public String toString() {
    return "PasswordProfile[" + content.entries().size() + " entries]";
  }
}
