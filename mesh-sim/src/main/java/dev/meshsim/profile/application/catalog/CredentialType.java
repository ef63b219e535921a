package dev.meshsim.profile.application.catalog;

import dev.meshsim.profile.application.ApplicationType;
import java.util.Optional;

/** Credentials (schema {@code CredentialProfile}), the later name of passwords. */
public final class CredentialType extends ApplicationType<CredentialProfilePrivate> {

  /** The tag. */
  public static final String TAG = "CredentialProfile";

  /** The type. */
  public CredentialType() {
    super(TAG, CredentialProfilePrivate.class, CredentialProfilePrivate.EMPTY);
  }

  @Override
  public Optional<Class<? extends Record>> published() {
    return Optional.of(ApplicationProfileCatalog.class);
  }
}
