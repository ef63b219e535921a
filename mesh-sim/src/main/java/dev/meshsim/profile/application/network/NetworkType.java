package dev.meshsim.profile.application.network;

import dev.meshsim.profile.application.ApplicationType;

/** Settings of networks (schema {@code NetworkProfile} of September 2017). */
public final class NetworkType extends ApplicationType<NetworkProfilePrivate> {

  /** The tag. */
  public static final String TAG = "NetworkProfile";

  /** The type. */
  public NetworkType() {
    super(TAG, NetworkProfilePrivate.class, NetworkProfilePrivate.EMPTY);
  }
}
