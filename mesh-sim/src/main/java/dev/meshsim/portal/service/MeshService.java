package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.JsonException;
import dev.meshsim.log.PortalStore;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.AccountNameException;
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
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.ValidateRequest;
import dev.meshsim.udf.UdfException;
import dev.meshsim.world.World;

/**
 * The portal's side of the protocol: octets in, octets out. Every rule is enforced here. A refusal
 * is a response with a status and a description; no exception is thrown. Changes are durable when
 * the response is returned. Unexpected failures are logged with their stack trace under this
 * class's name ({@link System.Logger}) and answered with status 500. Thread-safe.
 */
public final class MeshService {

  private static final System.Logger LOG = System.getLogger(MeshService.class.getName());
  private static final String CANNOT_READ = "the request cannot be read: ";

  private final String domain;
  private final Dialect dialect;
  private final Authority authority;
  private final AccountRules accounts;
  private final PublishRules publishing;
  private final ConnectRules connections;
  private final QueryRules queries;

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
    PortalState state = new PortalState(store, new ProfileVerifier(dialect));
    Freshness freshness = Freshness.of(world, this.domain, policy);
    this.authority = new Authority(this.domain, state, freshness);
    this.accounts = new AccountRules(world, this.domain, state, authority, policy);
    this.publishing = new PublishRules(world, state, authority);
    this.connections = new ConnectRules(world, state, authority, policy);
    this.queries = new QueryRules(state, authority, policy, this.domain, freshness.challenge());
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
    return authority.signaturesVerified();
  }

  /**
   * Answers one request.
   *
   * @param request any octets at all
   * @return the JSON of the response; a refusal is a response too
   */
  public Bytes dispatch(Bytes request) {
    return MessageCodec.write(dialect, answer(request));
  }

  private MeshResponse answer(Bytes octets) {
    Caller caller;
    MeshRequest request;
    try {
      caller =
          RequestEnvelope.isEnvelope(octets) ? Caller.signed(dialect, octets) : Caller.anonymous();
      request = MessageCodec.readRequest(dialect, caller.requestOr(octets));
    } catch (MeshException e) {
      int status =
          e.errorCode() == JsonException.Code.LIMIT ? Status.TOO_LARGE : Status.BAD_REQUEST;
      return new ErrorResponse(status, CANNOT_READ + e.problem());
    }
    Transaction transaction = Transaction.of(request);
    try {
      return answer(transaction, request, caller);
    } catch (Refusal refusal) {
      return transaction.refusal(refusal.status(), refusal.description());
    } catch (ProfileException | JoseException e) {
      return transaction.refusal(Status.CLIENT_UNAUTHORIZED, e.problem());
    } catch (JsonException | AccountNameException | UdfException.Syntax e) {
      return transaction.refusal(Status.BAD_REQUEST, e.problem());
    } catch (MeshException e) {
      return transaction.refusal(Status.SERVER_INTERNAL, e.problem());
    } catch (RuntimeException e) {
      // The response names only the exception's class: its message may hold internals.
      LOG.log(System.Logger.Level.ERROR, "the portal failed on " + transaction.wireName(), e);
      return transaction.refusal(
          Status.SERVER_INTERNAL, "the portal failed: " + e.getClass().getSimpleName());
    }
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
      case GET -> queries.get((GetRequest) request);
      case PUBLISH -> publishing.publish((PublishRequest) request, caller);
      case STATUS -> queries.status();
      case CONNECT_START -> connections.start((ConnectStartRequest) request);
      case CONNECT_STATUS -> connections.status((ConnectStatusRequest) request, caller);
      case CONNECT_PENDING -> connections.pending((ConnectPendingRequest) request, caller);
      case CONNECT_COMPLETE -> connections.complete((ConnectCompleteRequest) request, caller);
      case TRANSFER -> queries.transfer((TransferRequest) request, caller);
    };
  }
}
