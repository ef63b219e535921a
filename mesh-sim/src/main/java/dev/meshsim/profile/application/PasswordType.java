package dev.meshsim.profile.application;

import dev.meshsim.profile.merge.Merge;

/** Site passwords (schema {@code PasswordProfile}). */
public final class PasswordType extends ApplicationType<PasswordProfilePrivate> {

  /** The tag. */
  public static final String TAG = "PasswordProfile";

  /** The type. */
  public PasswordType() {
    super(TAG, PasswordProfilePrivate.class, PasswordProfilePrivate.EMPTY);
  }

  @Override
  public Merge<PasswordProfilePrivate> merge(
      PasswordProfilePrivate base, PasswordProfilePrivate mine, PasswordProfilePrivate theirs) {
    return PasswordMerge.merge(base, mine, theirs);
  }
}
