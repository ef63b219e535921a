package dev.meshsim.profile.application.ssh;

import dev.meshsim.profile.application.ApplicationDevicePrivate;
import dev.meshsim.profile.application.ApplicationDevicePublic;
import dev.meshsim.profile.application.ApplicationType;
import java.util.Optional;

/** Keys for SSH (schema {@code SSHProfile}). */
public final class SshType extends ApplicationType<SSHProfilePrivate> {

  /** The tag. */
  public static final String TAG = "SSHProfile";

  /** The type. */
  public SshType() {
    super(TAG, SSHProfilePrivate.class, SSHProfilePrivate.EMPTY);
  }

  @Override
  public Optional<Class<? extends ApplicationDevicePublic>> devicePublic() {
    return Optional.of(SSHDevicePublic.class);
  }

  @Override
  public Optional<Class<? extends ApplicationDevicePrivate>> devicePrivate() {
    return Optional.of(SSHDevicePrivate.class);
  }
}
