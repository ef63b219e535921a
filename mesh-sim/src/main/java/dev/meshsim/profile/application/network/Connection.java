package dev.meshsim.profile.application.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.Required;
import dev.meshsim.profile.application.Confidential;
import dev.meshsim.profile.merge.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a network service (schema {@code Connection}). The service, the kind of service and
 * the user identify it in a list.
 *
 * @param serviceName the DNS name of the service
 * @param port the port
 * @param prefix the kind of service: {@code _imap}, {@code _imaps}, {@code _pop3}, {@code _smtp},
 *     {@code _submission}
 * @param security {@code Direct}, {@code Upgrade} or {@code None}, in order of preference
 * @param userName the user name
 * @param password the password
 * @param uri the address, where there is one
 * @param authentication the method of authentication
 * @param timeOut the time after which an attempt is given up
 * @param polling true if the client asks again and again, rather than waiting to be told
 */
public record Connection(
    @Identity @JsonProperty("ServiceName") @Nullable String serviceName,
    @JsonProperty("Port") @Nullable Integer port,
    @Identity @JsonProperty("Prefix") @Nullable String prefix,
    @JsonProperty("Security") List<String> security,
    @Identity @JsonProperty("UserName") @Nullable String userName,
    @Confidential @JsonProperty("Password") @Nullable String password,
    @JsonProperty("URI") @Nullable String uri,
    @JsonProperty("Authentication") @Nullable String authentication,
    @JsonProperty("TimeOut") @Nullable Integer timeOut,
    @JsonProperty("Polling") @Nullable Boolean polling) {

  /** Copies the lists; an absent list becomes an empty one. */
  public Connection {
    security = Required.list(security);
  }

  /** A service, of which nothing but the name and the kind is set. */
  public static Connection to(String serviceName, String prefix) {
    return new Connection(serviceName, null, prefix, List.of(), null, null, null, null, null, null);
  }

  /** A copy with another {@code Port}. */
  public Connection withPort(Integer port) {
    return new Connection(
        serviceName,
        port,
        prefix,
        security,
        userName,
        password,
        uri,
        authentication,
        timeOut,
        polling);
  }

  /** A copy with another {@code Security}. */
  public Connection withSecurity(List<String> security) {
    return new Connection(
        serviceName,
        port,
        prefix,
        security,
        userName,
        password,
        uri,
        authentication,
        timeOut,
        polling);
  }

  /** A copy with another {@code UserName}. */
  public Connection withUserName(String userName) {
    return new Connection(
        serviceName,
        port,
        prefix,
        security,
        userName,
        password,
        uri,
        authentication,
        timeOut,
        polling);
  }

  /** A copy with another {@code Password}. */
  public Connection withPassword(String password) {
    return new Connection(
        serviceName,
        port,
        prefix,
        security,
        userName,
        password,
        uri,
        authentication,
        timeOut,
        polling);
  }

  /** A copy with another {@code URI}. */
  public Connection withUri(String uri) {
    return new Connection(
        serviceName,
        port,
        prefix,
        security,
        userName,
        password,
        uri,
        authentication,
        timeOut,
        polling);
  }

  /** A copy with another {@code Authentication}. */
  public Connection withAuthentication(String authentication) {
    return new Connection(
        serviceName,
        port,
        prefix,
        security,
        userName,
        password,
        uri,
        authentication,
        timeOut,
        polling);
  }

  /** A copy with another {@code TimeOut}. */
  public Connection withTimeOut(Integer timeOut) {
    return new Connection(
        serviceName,
        port,
        prefix,
        security,
        userName,
        password,
        uri,
        authentication,
        timeOut,
        polling);
  }

  /** A copy with another {@code Polling}. */
  public Connection withPolling(Boolean polling) {
    return new Connection(
        serviceName,
        port,
        prefix,
        security,
        userName,
        password,
        uri,
        authentication,
        timeOut,
        polling);
  }

  /** The service and the user; never the password. */
  @Override
  public String toString() {
    return "Connection[" + prefix + " " + serviceName + ", " + userName + "]";
  }
}
