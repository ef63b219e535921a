package dev.meshsim.portal.http;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.portal.http.PortalConnections.Answer;
import dev.meshsim.portal.http.PortalConnections.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that directs elsewhere: HTTP status 303 or 307 with a {@code Location}, or a payload
 * with that status, whose description is the address. The request is posted there again.
 *
 * @param where the address
 * @param isPermanent true for 303, after which later requests go there at once
 */
record Redirect(String where, boolean isPermanent) {

  /** The status of a server that has too much to do. */
  static final int UNAVAILABLE = 503;

  private static final int PERMANENT = 303;
  private static final int TEMPORARY = 307;
  private static final int MOST_OCTETS = 4096;
  private static final JsonMapper MAPPER = new JsonMapper();

  /** The redirect in an answer; empty if it directs nowhere. */
  static Optional<Redirect> in(Answer answer) {
    if (isRedirect(answer.status()) && !answer.location().isEmpty()) {
      return Optional.of(new Redirect(answer.location(), answer.status() == PERMANENT));
    }
    return answer.body().length() > MOST_OCTETS ? Optional.empty() : inPayload(answer.body());
  }

  private static boolean isRedirect(int status) {
    return status == PERMANENT || status == TEMPORARY;
  }

  private static Optional<Redirect> inPayload(Bytes body) {
    String text = body.utf8();
    if (!text.contains(String.valueOf(PERMANENT)) && !text.contains(String.valueOf(TEMPORARY))) {
      return Optional.empty();
    }
    try {
      for (JsonNode message : MAPPER.readTree(text)) {
        int status = message.path("Status").asInt(0);
        String where = message.path("StatusDescription").asString("");
        if (isRedirect(status) && !where.isEmpty()) {
          return Optional.of(new Redirect(where, status == PERMANENT));
        }
      }
    } catch (JacksonException e) {
      // What is no JSON directs nowhere; the reader of the response says what is wrong.
      return Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * The place that is meant.
   *
   * @throws HttpPortalException {@code http.redirected} if it is no address, or one without TLS
   *     that a place with TLS directs to
   */
  Target from(Target here) {
    PortalAddress there;
    try {
      URI base =
          new URI(
              here.url().scheme()
                  + "://"
                  + here.url().authorityHost()
                  + ":"
                  + here.url().port()
                  + here.url().path());
      there = PortalAddress.of(base.resolve(new URI(where)));
    } catch (URISyntaxException | HttpPortalException e) {
      throw HttpPortalException.redirected(here.url(), where, "which is no address of a portal");
    }
    if (here.url().tls() && !there.tls()) {
      throw HttpPortalException.redirected(here.url(), where, "which has no TLS");
    }
    boolean same = there.host().equals(here.url().host()) && there.port() == here.url().port();
    return new Target(there, same ? here.host() : there.host(), same ? here.port() : there.port());
  }
}
