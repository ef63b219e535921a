package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerificationWork;
import dev.meshsim.profile.trust.VerifiedSignatures;
import dev.meshsim.protect.Admission;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protect.ProtectedDoor;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.ErrorResponse;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.ValidateRequest;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.world.World;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The portal's side of the protocol: octets in, octets out. Every rule is enforced here. A refusal
 * is a response with a status and a description; no exception is thrown. Changes are durable when
 * the response is returned. Unexpected failures are logged with their stack trace under this
 * class's name ({@link System.Logger}) and answered with status 500. Thread-safe.
 */
public final class MeshService {

  /** The name of the logger that tells of a portal that stops because its log lacks records. */
  public static final String STOPPED_LOGGER = "dev.meshsim.portal.stopped";

  private static final System.Logger LOG = System.getLogger(MeshService.class.getName());
  private static final String CANNOT_READ = "the request cannot be read: ";

  private final String domain;
  private final Dialect dialect;
  private final Freshness freshness;
  private final Authority authority;
  private final AccountRules accounts;
  private final PublishRules publishing;
  private final ConnectRules connections;
  private final CompletionRules completions;
  private final QueryRules queries;
  private final RequestCheck limits;
  private final ProfileVerifier verifier;
  private final PortalKeyring keyring;
  private final ProtectedDoor door;
  private final Protection leastProtection;
  private final @Nullable PortalLog log;
  private final @Nullable LogAnswers logAnswers;

  /**
   * Makes a service over a store.
   *
   * @param domain the domain that accounts end with
   * @param dialect the dialect of messages and stored objects
   */
  public MeshService(
      World world, String domain, Dialect dialect, PortalStore store, PortalPolicy policy) {
    this.domain = AccountName.parse("portal@" + domain).domain();
    this.dialect = dialect;
    this.limits = new RequestCheck(dialect);
    this.keyring = new PortalKeyring(world, this.domain, store);
    this.leastProtection = policy.leastProtection();
    CheckpointPolicy due = policy.checkpoints();
    this.log =
        due == null
            ? null
            : new PortalLog(world, this.domain, store, keyring::logSigner, due, policy.partners());
    this.verifier = new ProfileVerifier(dialect, VerifiedSignatures.ofThisProcess());
    PortalState state = new PortalState(store, verifier);
    this.logAnswers = log == null ? null : new LogAnswers(world, this.domain, state, log, keyring);
    this.freshness = Freshness.of(world, this.domain, store, policy);
    Admission admission = freshness.admission(store, policy.maxSignedRequests());
    this.door = new ProtectedDoor(world, this.domain, keyring, policy.clockSkew(), admission);
    this.authority = new Authority(this.domain, state, freshness);
    this.accounts = new AccountRules(world, this.domain, state, authority, policy);
    this.publishing = new PublishRules(world, state, authority, policy);
    this.connections = new ConnectRules(world, state, authority, policy);
    this.completions = new CompletionRules(world, state, authority, policy);
    this.queries = new QueryRules(state, authority, policy, keyring, freshness::challenge, log);
  }

  /** The domain that accounts end with. */
  public String domain() {
    return domain;
  }

  /** The dialect of messages and stored objects. */
  public Dialect dialect() {
    return dialect;
  }

  /** The number of signatures that the portal has verified, for tests that count work. */
  public long signaturesVerified() {
    return verifier.signaturesVerified();
  }

  /** The work of verification so far, which {@link RequestLimits} bounds for each request. */
  public VerificationWork work() {
    return verifier.work();
  }

  /**
   * Answers one request.
   *
   * @param request any octets at all
   * @return the JSON of the response; a refusal is a response too
   */
  public Bytes dispatch(Bytes request) {
    return dispatch(Encoding.JSON, request);
  }

  /**
   * Answers one request in an encoding, in the same encoding.
   *
   * @param request any octets at all
   */
  public Bytes dispatch(Encoding encoding, Bytes request) {
    return dispatch(encoding, request, leastProtection);
  }

  /**
   * Answers one request in the content coding {@link dev.meshsim.protect.Envelope#CODING}, which is
   * JSON inside. An envelope that is refused is answered with JSON, without protection.
   *
   * @param envelope any octets at all
   * @return the messages in the envelopes, and the octets of the answer; of a refused envelope the
   *     envelope and the refusal
   */
  public ProtectedDoor.Crossing dispatchProtected(Bytes envelope) {
    Answer refused;
    try {
      return door.answer(
          envelope, leastProtection, request -> dispatch(Encoding.JSON, request, Protection.NONE));
    } catch (MeshException e) {
      RefusalReason reason = Refusal.reasonOfEnvelope(e);
      refused = unreadable(reason, described(e.problem()));
    } catch (RuntimeException e) {
      refused = unreadable(RefusalReason.FAILED, unexpected("a protected request", e));
    }
    RefusalReason reason = Objects.requireNonNull(refused.reason());
    Bytes plain = MessageCodec.write(dialect, refused.response(), reason);
    return new ProtectedDoor.Crossing(envelope, plain, plain);
  }

  /** True if the portal makes checkpoints of its log. */
  public boolean keepsLog() {
    return log != null;
  }

  /** A published part of the log, see {@link PortalLog#published}, or {@code keys}. */
  public Optional<Bytes> published(String path) {
    if (log != null && path.equals("keys")) {
      return Optional.of(KeyChain.published(keyring.current().shown()));
    }
    return log == null ? Optional.empty() : log.published(path);
  }

  /** Does what is due besides the requests; see {@link PortalLog#tend}. */
  public void tend(Executor executor) {
    if (log != null) {
      log.tend(executor);
    }
  }

  /** The keys of the portal, for those who operate it. */
  public PortalKeyring keyring() {
    return keyring;
  }

  private Bytes dispatch(Encoding encoding, Bytes request, Protection required) {
    boolean signed = RequestEnvelope.isEnvelope(encoding, request);
    Answer answer = answer(encoding, request, signed, required);
    // The reference implementation fails on unknown members, and never signs a request.
    boolean read = dialect == Dialect.MESH || signed;
    return answer.write(dialect, encoding, read);
  }

  private Answer answer(Encoding encoding, Bytes octets, boolean signed, Protection required) {
    Caller caller;
    MeshRequest request;
    try {
      RequestCheck.octets(encoding, octets);
      caller = Caller.of(dialect, encoding, octets, signed);
      Encoding inside = signed ? Encoding.JSON : encoding;
      request = MessageCodec.readRequest(dialect, inside, caller.requestOr(octets));
    } catch (Refusal refusal) {
      return unreadable(refusal.reason().orElse(RefusalReason.MALFORMED), refusal.description());
    } catch (MeshException e) {
      boolean large = e.errorCode() == JsonException.Code.LIMIT;
      return unreadable(
          large ? RefusalReason.TOO_LARGE : RefusalReason.MALFORMED,
          described(CANNOT_READ + e.problem()));
    } catch (RuntimeException e) {
      return unreadable(RefusalReason.FAILED, unexpected("a request", e));
    }
    Transaction transaction = Transaction.of(request);
    try {
      if (required != Protection.NONE && transaction != Transaction.HELLO) {
        throw Refusal.of(
            RefusalReason.UNPROTECTED,
            "the portal takes requests with the protection " + required.label() + " only");
      }
      limits.check(request);
      if (logAnswers != null && transaction != Transaction.HELLO) {
        logAnswers.before(request, caller);
      }
      if (caller.envelope().isPresent()) {
        freshness.prepare();
      }
      MeshResponse response = answer(transaction, request, caller);
      return new Answer(
          logAnswers == null ? response : logAnswers.after(request, caller, response), null);
    } catch (Refusal refusal) {
      String description = described(refusal.description());
      return new Answer(
          transaction.refusal(refusal.status(), description),
          refusal.reason().orElse(null),
          refusal.denial().orElse(null));
    } catch (MeshException e) {
      RefusalReason reason = Refusal.reasonOf(e);
      int status =
          e.errorCode() == ProfileException.Code.LIMIT ? Status.BAD_REQUEST : reason.status();
      return new Answer(transaction.refusal(status, described(e.problem())), reason);
    } catch (RuntimeException e) {
      String description = unexpected(transaction.wireName(), e);
      return new Answer(
          transaction.refusal(Status.SERVER_INTERNAL, description), RefusalReason.FAILED);
    }
  }

  private static Answer unreadable(RefusalReason reason, String description) {
    return new Answer(new ErrorResponse(reason.status(), description), reason);
  }

  /** Logs the failure. The description names only its class: its message may hold internals. */
  private static String unexpected(String what, RuntimeException e) {
    LOG.log(System.Logger.Level.ERROR, "the portal failed on " + what, e);
    return "the portal failed: " + e.getClass().getSimpleName();
  }

  /** A description of bounded length, and of characters that any dialect can write. */
  private static String described(String text) {
    return Quote.of(text, RequestLimits.DESCRIPTION_CHARS);
  }

  private MeshResponse get(GetRequest request) {
    return logAnswers == null ? queries.get(request) : logAnswers.get(request, queries);
  }

  /**
   * Answers by the rule of the transaction. The switch has no default, so that a transaction
   * without a rule does not compile.
   */
  private MeshResponse answer(Transaction transaction, MeshRequest request, Caller caller) {
    return switch (transaction) {
      case HELLO -> queries.hello((HelloRequest) request);
      case VALIDATE_ACCOUNT -> accounts.validate((ValidateRequest) request);
      case CREATE_ACCOUNT -> accounts.create((CreateRequest) request, caller);
      case DELETE_ACCOUNT -> accounts.delete((DeleteRequest) request, caller);
      case GET -> get((GetRequest) request);
      case PUBLISH -> publishing.publish((PublishRequest) request, caller);
      case STATUS -> queries.status();
      case CONNECT_START -> connections.start((ConnectStartRequest) request, caller);
      case CONNECT_STATUS -> connections.status((ConnectStatusRequest) request, caller);
      case CONNECT_PENDING -> connections.pending((ConnectPendingRequest) request, caller);
      case CONNECT_COMPLETE -> completions.complete((ConnectCompleteRequest) request, caller);
      case TRANSFER -> queries.transfer((TransferRequest) request, caller);
    };
  }
}
