package dev.meshsim.portal.http;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalException;
import dev.meshsim.portal.http.HttpBinding.Body;
import dev.meshsim.portal.http.PortalConnections.Answer;
import dev.meshsim.portal.http.PortalConnections.NoAnswer;
import dev.meshsim.portal.http.PortalConnections.Outcome;
import dev.meshsim.portal.http.PortalConnections.Target;
import dev.meshsim.protocol.AccountName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A portal on a network (developer-08 section 6.1): each exchange is one HTTP request. A portal
 * that was found by its domain stays with the server that answered; if no connection can be made to
 * it, or it answers that it has too much to do, the others are tried. A request that was sent is
 * never sent again by itself. Thread-safe.
 */
public final class MeshPortalRemote implements MeshPortal {

  private static final int MOST_REDIRECTS = 3;
  private static final int SAID = 200;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** The statuses of a proxy whose server gave no answer, or none in time. */
  private static final Set<Integer> OF_PROXIES = Set.of(502, Redirect.UNAVAILABLE, 504);

  private final String domain;
  private final Dialect dialect;
  private final PortalConnections connections;
  private final Supplier<List<Target>> targets;
  private volatile @Nullable Target answering;
  private volatile @Nullable Boolean keepsLog;

  private MeshPortalRemote(
      String domain,
      Dialect dialect,
      PortalConnections connections,
      Supplier<List<Target>> targets) {
    this.domain = AccountName.domain(domain);
    this.dialect = dialect;
    this.connections = connections;
    this.targets = targets;
  }

  /**
   * The portal of a domain at a known address. Nothing is sent yet.
   *
   * @param domain the domain of its accounts, which {@code Host} and TLS name
   * @param address the server that is connected to
   * @param connections shared with others; the caller closes them
   */
  public static MeshPortalRemote at(
      PortalAddress address, String domain, Dialect dialect, PortalConnections connections) {
    PortalAddress url =
        new PortalAddress(
            address.tls(), AccountName.domain(domain), address.port(), address.path());
    List<Target> one = List.of(new Target(url, address.host(), address.port()));
    return new MeshPortalRemote(domain, dialect, connections, () -> one);
  }

  /**
   * The portal of a domain, found by its name. Nothing is looked up or sent yet.
   *
   * @param connections shared with others; the caller closes them
   */
  public static MeshPortalRemote find(
      String domain, Dialect dialect, Discovery discovery, PortalConnections connections) {
    String name = AccountName.domain(domain);
    return new MeshPortalRemote(name, dialect, connections, () -> discovery.targets(name));
  }

  @Override
  public String domain() {
    return domain;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Asks the server for the checkpoint that it publishes and, as long as it has made none, for its
   * keys, which a portal with a log publishes from the begin. It is asked until it says one or the
   * other. False meanwhile, and in dialect {@code portal-2017}, whose reference server ends at such
   * a request.
   */
  @Override
  public boolean keepsLog() {
    Boolean known = keepsLog;
    if (known == null && dialect == Dialect.MESH) {
      known = publishesLog();
      keepsLog = known;
    }
    return Boolean.TRUE.equals(known);
  }

  /** True if the first server that says anything of it publishes a log; null if none does. */
  private @Nullable Boolean publishesLog() {
    List<Target> all;
    try {
      all = targets.get();
    } catch (MeshException e) {
      // The exchange that follows says why.
      return null;
    }
    for (Target target : all) {
      Boolean published = publishes(target, PublishedLog.CHECKPOINT);
      if (Boolean.FALSE.equals(published)) {
        published = publishes(target, PublishedLog.KEYS);
      }
      if (published != null) {
        return published;
      }
    }
    return null;
  }

  /** True if a server has something at a path; null if it does not say. */
  private @Nullable Boolean publishes(Target target, String path) {
    if (!(connections.get(target, path) instanceof Answer answer)) {
      return null;
    }
    return switch (answer.status()) {
      case OK -> true;
      case NOT_FOUND -> false;
      // A proxy, for example, says so of a server that is away for a while.
      default -> null;
    };
  }

  /**
   * Posts a request. A payload counts before the status of HTTP (json-web-service-03 section 5).
   *
   * @throws PortalException {@code portal.unreachable} if no whole answer came, or one with status
   *     502, 503 or 504 and without a payload, as a proxy gives it
   * @throws HttpPortalException {@code http.no-portal} if the answer is not one of a portal, {@code
   *     http.redirected} if it directs elsewhere more than three times or to a place without TLS
   */
  @Override
  public Bytes exchange(Bytes request) {
    return exchange(Encoding.JSON, request);
  }

  /**
   * Posts a request in an encoding, as {@link #exchange(Bytes)} does. An answer in another encoding
   * of the protocol is translated, since a server may refuse before it knows the encoding.
   */
  @Override
  public Bytes exchange(Encoding encoding, Bytes octets) {
    return post(new Body(encoding, octets, false));
  }

  /**
   * Posts a request in the content coding {@link dev.meshsim.protect.Envelope#CODING}.
   *
   * @throws PortalException as {@link #exchange(Bytes)} does
   */
  @Override
  public Bytes exchangeProtected(Bytes envelope) {
    return post(new Body(Encoding.JSON, envelope, true));
  }

  private Bytes post(Body request) {
    Target known = answering;
    if (known != null) {
      Outcome outcome = connections.post(known, request);
      if (!isElsewhere(outcome)) {
        return payload(known, outcome, request);
      }
    }
    List<Target> all = targets.get();
    for (int i = 0; ; i++) {
      Target target = all.get(i);
      Outcome outcome = connections.post(target, request);
      if (!isElsewhere(outcome) || i == all.size() - 1) {
        answering = outcome instanceof Answer ? target : null;
        return payload(target, outcome, request);
      }
    }
  }

  /** True if another server of the domain may do better: the request had no effect at this one. */
  private static boolean isElsewhere(Outcome outcome) {
    return outcome instanceof NoAnswer none
        ? !none.sent()
        : outcome instanceof Answer answer && answer.status() == Redirect.UNAVAILABLE;
  }

  private Bytes payload(Target first, Outcome outcome, Body request) {
    Target target = first;
    Outcome now = outcome;
    for (int followed = 0; ; followed++) {
      if (now instanceof NoAnswer none) {
        throw PortalException.unreachable(domain, none.cause());
      }
      Answer answer = (Answer) now;
      Optional<Redirect> redirect = Redirect.in(answer);
      if (redirect.isEmpty()) {
        return payload(target, request.encoding(), answer);
      }
      if (followed == MOST_REDIRECTS) {
        throw HttpPortalException.redirected(
            target.url(), redirect.get().where(), "the fourth place one after another");
      }
      target = redirect.get().from(target);
      if (redirect.get().isPermanent()) {
        answering = target;
      }
      now = connections.post(target, request);
    }
  }

  private Bytes payload(Target target, Encoding wanted, Answer answer) {
    Encoding given = answer.encoding().orElse(wanted);
    if (HttpBinding.isPayload(given, answer.body()) || answer.status() / 100 == 2) {
      return given == wanted ? answer.body() : translated(given, wanted, answer.body());
    }
    if (OF_PROXIES.contains(answer.status())) {
      throw PortalException.unreachable(
          domain, new IOException("a proxy answers with HTTP status " + answer.status()));
    }
    throw HttpPortalException.noPortal(target.url(), answer.status(), said(answer.body()));
  }

  /** A payload in the encoding that was asked for; octets that cannot be read stay as they are. */
  private Bytes translated(Encoding given, Encoding wanted, Bytes body) {
    try {
      return BinaryJson.fromJson(wanted, dialect.json().toJson(given, body));
    } catch (JsonException e) {
      return body;
    }
  }

  private static String said(Bytes body) {
    byte[] octets = body.toArray();
    return new String(octets, 0, Math.min(octets.length, SAID), StandardCharsets.UTF_8);
  }
}
