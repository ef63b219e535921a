package dev.meshsim.profile.application.network;

import org.jspecify.annotations.Nullable;

/** The identity of a {@link Connection} in a list. */
record ConnectionKey(
    @Nullable String serviceName, @Nullable String prefix, @Nullable String userName) {

  static ConnectionKey of(Connection connection) {
    return new ConnectionKey(connection.serviceName(), connection.prefix(), connection.userName());
  }
}
