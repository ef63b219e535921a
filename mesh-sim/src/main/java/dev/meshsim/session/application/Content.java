package dev.meshsim.session.application;

import dev.meshsim.profile.application.PasswordProfilePrivate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an application as a program changes them. Passwords are changed in their own object.
 */
final class Content {

  private final @Nullable PasswordProfile passwords;
  private Parts parts;

  Content(Parts parts) {
    this(
        parts,
        parts.shared() instanceof PasswordProfilePrivate read ? new PasswordProfile(read) : null);
  }

  Content(Parts parts, @Nullable PasswordProfile passwords) {
    this.parts = parts;
    this.passwords = passwords;
  }

  Parts get() {
    return passwords == null ? parts : parts.withShared(passwords.content());
  }

  void set(Parts changed) {
    parts = changed;
    if (passwords != null) {
      passwords.replace((PasswordProfilePrivate) changed.shared());
    }
  }

  /** The passwords; only of an application that holds such. */
  PasswordProfile passwords() {
    return Objects.requireNonNull(passwords);
  }
}
