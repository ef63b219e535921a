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
import dev.meshsim.protocol.StatusRequest;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.ValidateRequest;
import dev.meshsim.udf.UdfException;
import dev.meshsim.world.World;

/**
 * The portal's side of the protocol: octets in, octets out. Every rule is enforced here; what a
 * rule refuses gets a status and a description, and nothing is thrown. A request that changes
 * something is durable when its response is returned. What nobody foresaw gets a status too, and is
 * logged with its trace under this class's name ({@link System.Logger}). Thread-safe.
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
   * @param dialect what messages and stored objects are written in
   */
  public MeshService(
      World world, String domain, Dialect dialect, PortalStore store, PortalPolicy policy) {
    this.domain = AccountName.parse("portal@" + domain).domain();
    this.dialect = dialect;
    PortalState state = new PortalState(store, new ProfileVerifier(dialect));
    this.authority = new Authority(world, this.domain, state, policy, store.lastWrite());
    this.accounts = new AccountRules(world, this.domain, state, authority);
    this.publishing = new PublishRules(world, state, authority);
    this.connections = new ConnectRules(world, state, authority, policy);
    this.queries = new QueryRules(state, authority, policy, this.domain);
  }

  /** The domain that accounts end with. */
  public String domain() {
    return domain;
  }

  /** What messages and stored objects are written in. */
  public Dialect dialect() {
    return dialect;
  }

  /** How many signatures the portal has verified, for tests that count work. */
  public long signaturesVerified() {
    return authority.signaturesVerified();
  }

  /**
   * Answers one request.
   *
   * @param request any octets at all
   * @return the JSON of a response; a refusal is one too
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
      return dispatch(request, caller);
    } catch (Refusal refusal) {
      return Refusals.of(transaction, refusal.status(), refusal.description());
    } catch (ProfileException | JoseException e) {
      return Refusals.of(transaction, Status.CLIENT_UNAUTHORIZED, e.problem());
    } catch (JsonException | AccountNameException | UdfException.Syntax e) {
      return Refusals.of(transaction, Status.BAD_REQUEST, e.problem());
    } catch (MeshException e) {
      return Refusals.of(transaction, Status.SERVER_INTERNAL, e.problem());
    } catch (RuntimeException e) {
      // A caller is told no more than that; who runs the portal needs the rest.
      LOG.log(System.Logger.Level.ERROR, "the portal failed on " + transaction.wireName(), e);
      return Refusals.of(
          transaction,
          Status.SERVER_INTERNAL,
          "the portal failed: " + e.getClass().getSimpleName());
    }
  }

  private MeshResponse dispatch(MeshRequest request, Caller caller) {
    if (request instanceof HelloRequest) {
      return queries.hello();
    } else if (request instanceof ValidateRequest validate) {
      return accounts.validate(validate);
    } else if (request instanceof CreateRequest create) {
      return accounts.create(create);
    } else if (request instanceof DeleteRequest delete) {
      return accounts.delete(delete, caller);
    } else if (request instanceof GetRequest get) {
      return queries.get(get);
    } else if (request instanceof PublishRequest publish) {
      return publishing.publish(publish, caller);
    } else if (request instanceof StatusRequest) {
      return queries.status();
    } else if (request instanceof ConnectStartRequest start) {
      return connections.start(start);
    } else if (request instanceof ConnectStatusRequest status) {
      return connections.status(status, caller);
    } else if (request instanceof ConnectPendingRequest pending) {
      return connections.pending(pending, caller);
    } else if (request instanceof ConnectCompleteRequest complete) {
      return connections.complete(complete, caller);
    } else if (request instanceof TransferRequest transfer) {
      return queries.transfer(transfer, caller);
    }
    throw new IllegalStateException("no rule for " + request.getClass());
  }
}
