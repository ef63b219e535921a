package dev.meshsim.protocol;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The transactions of the portal protocol (mesh-reference-03 section 7.5 to 7.16). A constant is
 * all that reading, writing and refusing a transaction needs; its rule is in {@code MeshService},
 * which does not compile without one.
 */
public enum Transaction {
  /** Request {@link HelloRequest}, response {@link HelloResponse}. */
  HELLO("Hello", HelloRequest.class, HelloResponse.class, HelloResponse::refusal, Set.of()),
  /** Request {@link ValidateRequest}, response {@link ValidateResponse}. */
  VALIDATE_ACCOUNT(
      "ValidateAccount",
      ValidateRequest.class,
      ValidateResponse.class,
      ValidateResponse::refusal,
      Set.of()),
  /** Request {@link CreateRequest}, response {@link CreateResponse}. */
  CREATE_ACCOUNT(
      "CreateAccount",
      CreateRequest.class,
      CreateResponse.class,
      CreateResponse::new,
      Refusals.signed(Status.BAD_REQUEST, Status.ALREADY_EXISTS, Status.TOO_LARGE)),
  /** Request {@link DeleteRequest}, response {@link DeleteResponse}. */
  DELETE_ACCOUNT(
      "DeleteAccount",
      DeleteRequest.class,
      DeleteResponse.class,
      DeleteResponse::new,
      Refusals.signed(Status.BAD_REQUEST, Status.NOT_FOUND)),
  /** Request {@link GetRequest}, response {@link GetResponse}. */
  GET(
      "Get",
      GetRequest.class,
      GetResponse.class,
      GetResponse::refusal,
      Set.of(Status.BAD_REQUEST, Status.NOT_FOUND)),
  /** Request {@link PublishRequest}, response {@link PublishResponse}. */
  PUBLISH(
      "Publish",
      PublishRequest.class,
      PublishResponse.class,
      PublishResponse::new,
      Refusals.signed(
          Status.BAD_REQUEST, Status.NOT_FOUND, Status.ALREADY_EXISTS, Status.TOO_LARGE)),
  /** Request {@link StatusRequest}, response {@link StatusResponse}. */
  STATUS("Status", StatusRequest.class, StatusResponse.class, StatusResponse::refusal, Set.of()),
  /** Request {@link ConnectStartRequest}, response {@link ConnectStartResponse}. */
  CONNECT_START(
      "ConnectStart",
      ConnectStartRequest.class,
      ConnectStartResponse.class,
      ConnectStartResponse::new,
      Refusals.signed(
          Status.BAD_REQUEST, Status.NOT_FOUND, Status.ALREADY_EXISTS, Status.TOO_LARGE)),
  /** Request {@link ConnectStatusRequest}, response {@link ConnectStatusResponse}. */
  CONNECT_STATUS(
      "ConnectStatus",
      ConnectStatusRequest.class,
      ConnectStatusResponse.class,
      ConnectStatusResponse::refusal,
      Refusals.signed(Status.BAD_REQUEST, Status.NOT_FOUND)),
  /** Request {@link ConnectPendingRequest}, response {@link ConnectPendingResponse}. */
  CONNECT_PENDING(
      "ConnectPending",
      ConnectPendingRequest.class,
      ConnectPendingResponse.class,
      ConnectPendingResponse::refusal,
      Refusals.signed(Status.BAD_REQUEST, Status.NOT_FOUND)),
  /** Request {@link ConnectCompleteRequest}, response {@link ConnectCompleteResponse}. */
  CONNECT_COMPLETE(
      "ConnectComplete",
      ConnectCompleteRequest.class,
      ConnectCompleteResponse.class,
      ConnectCompleteResponse::new,
      Refusals.signed(
          Status.BAD_REQUEST, Status.NOT_FOUND, Status.ALREADY_EXISTS, Status.TOO_LARGE)),
  /** Request {@link TransferRequest}, response {@link TransferResponse}. */
  TRANSFER(
      "Transfer",
      TransferRequest.class,
      TransferResponse.class,
      TransferResponse::refusal,
      Refusals.signed(Status.BAD_REQUEST, Status.NOT_FOUND));

  private final String wireName;
  private final Class<? extends MeshRequest> request;
  private final Class<? extends MeshResponse> response;

  @SuppressWarnings("ImmutableEnumChecker") // A constructor or static method: no state.
  private final Refusing<?> refusing;

  @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable.
  private final Set<Integer> statuses;

  <R extends MeshResponse> Transaction(
      String wireName,
      Class<? extends MeshRequest> request,
      Class<R> response,
      Refusing<R> refusing,
      Set<Integer> refusals) {
    this.wireName = wireName;
    this.request = request;
    this.response = response;
    this.refusing = refusing;
    SortedSet<Integer> all = new TreeSet<>(refusals);
    all.add(Status.SUCCESS_CREATED);
    all.add(Status.SERVER_INTERNAL);
    this.statuses = Collections.unmodifiableSortedSet(all);
  }

  private interface Refusing<R extends MeshResponse> {
    R response(int status, String description);
  }

  /** The name that wraps a request on the wire, such as {@code ValidateAccount}. */
  public String wireName() {
    return wireName;
  }

  /** The name of the request message, such as {@code ValidateRequest}. */
  public String requestTag() {
    return request.getSimpleName();
  }

  /** The name of the response message, such as {@code ValidateResponse}. */
  public String responseTag() {
    return response.getSimpleName();
  }

  /** The class of the request. */
  public Class<? extends MeshRequest> requestClass() {
    return request;
  }

  /** The class of the response. */
  public Class<? extends MeshResponse> responseClass() {
    return response;
  }

  /**
   * Every status that a portal can answer with, in their order, once it has read the request. 500
   * is among them, since the portal's store may fail at any request.
   */
  public Set<Integer> statuses() {
    return statuses;
  }

  /** The response that refuses a request with this status: it carries nothing else. */
  public MeshResponse refusal(int status, String description) {
    return refusing.response(status, description);
  }

  /** The transaction that {@code request} belongs to. */
  public static Transaction of(MeshRequest request) {
    for (Transaction transaction : values()) {
      if (transaction.request.isInstance(request)) {
        return transaction;
      }
    }
    throw new IllegalArgumentException("no transaction for " + request.getClass());
  }

  /** The refusals of a transaction. */
  private static final class Refusals {

    private Refusals() {}

    /** Those of every signed request, and some more. */
    private static Set<Integer> signed(int... others) {
      Set<Integer> all = new TreeSet<>();
      Collections.addAll(
          all, Status.CLIENT_UNAUTHORIZED, Status.CHALLENGE_REQUIRED, Status.SERVER_OVERLOAD);
      for (int other : others) {
        all.add(other);
      }
      return all;
    }
  }
}
