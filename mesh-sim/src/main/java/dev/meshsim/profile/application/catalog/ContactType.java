package dev.meshsim.profile.application.catalog;

import dev.meshsim.profile.application.ApplicationType;
import java.util.Optional;

/** Contacts (schema {@code ContactProfile}). */
public final class ContactType extends ApplicationType<ContactProfilePrivate> {

  /** The tag. */
  public static final String TAG = "ContactProfile";

  /** The type. */
  public ContactType() {
    super(TAG, ContactProfilePrivate.class, ContactProfilePrivate.EMPTY);
  }

  @Override
  public Optional<Class<? extends Record>> published() {
    return Optional.of(ApplicationProfileCatalog.class);
  }
}
