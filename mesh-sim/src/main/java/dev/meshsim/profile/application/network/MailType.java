package dev.meshsim.profile.application.network;

import dev.meshsim.profile.application.ApplicationDevicePrivate;
import dev.meshsim.profile.application.ApplicationDevicePublic;
import dev.meshsim.profile.application.ApplicationType;
import java.util.Optional;

/** A mail account (schema {@code MailProfile}). */
public final class MailType extends ApplicationType<MailProfilePrivate> {

  /** The tag. */
  public static final String TAG = "MailProfile";

  /** The type. */
  public MailType() {
    super(TAG, MailProfilePrivate.class, MailProfilePrivate.EMPTY);
  }

  @Override
  public Optional<Class<? extends Record>> published() {
    return Optional.of(MailProfile.class);
  }

  @Override
  public Optional<Class<? extends ApplicationDevicePublic>> devicePublic() {
    return Optional.of(MailDevicePublic.class);
  }

  @Override
  public Optional<Class<? extends ApplicationDevicePrivate>> devicePrivate() {
    return Optional.of(MailDevicePrivate.class);
  }
}
