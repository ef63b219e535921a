package dev.meshsim.protocol;

/**
 * The transactions of the portal protocol (mesh-reference-03 section 7.5 to 7.16). A constant is
 * all that reading, writing and refusing a transaction needs; its rule is in {@code MeshService},
 * which does not compile without one.
 */
public enum Transaction {
  /** Request {@link HelloRequest}, response {@link HelloResponse}. */
  HELLO("Hello", HelloRequest.class, HelloResponse.class, HelloResponse::refusal),
  /** Request {@link ValidateRequest}, response {@link ValidateResponse}. */
  VALIDATE_ACCOUNT(
      "ValidateAccount", ValidateRequest.class, ValidateResponse.class, ValidateResponse::refusal),
  /** Request {@link CreateRequest}, response {@link CreateResponse}. */
  CREATE_ACCOUNT("CreateAccount", CreateRequest.class, CreateResponse.class, CreateResponse::new),
  /** Request {@link DeleteRequest}, response {@link DeleteResponse}. */
  DELETE_ACCOUNT("DeleteAccount", DeleteRequest.class, DeleteResponse.class, DeleteResponse::new),
  /** Request {@link GetRequest}, response {@link GetResponse}. */
  GET("Get", GetRequest.class, GetResponse.class, GetResponse::refusal),
  /** Request {@link PublishRequest}, response {@link PublishResponse}. */
  PUBLISH("Publish", PublishRequest.class, PublishResponse.class, PublishResponse::new),
  /** Request {@link StatusRequest}, response {@link StatusResponse}. */
  STATUS("Status", StatusRequest.class, StatusResponse.class, StatusResponse::refusal),
  /** Request {@link ConnectStartRequest}, response {@link ConnectStartResponse}. */
  CONNECT_START(
      "ConnectStart",
      ConnectStartRequest.class,
      ConnectStartResponse.class,
      ConnectStartResponse::new),
  /** Request {@link ConnectStatusRequest}, response {@link ConnectStatusResponse}. */
  CONNECT_STATUS(
      "ConnectStatus",
      ConnectStatusRequest.class,
      ConnectStatusResponse.class,
      ConnectStatusResponse::refusal),
  /** Request {@link ConnectPendingRequest}, response {@link ConnectPendingResponse}. */
  CONNECT_PENDING(
      "ConnectPending",
      ConnectPendingRequest.class,
      ConnectPendingResponse.class,
      ConnectPendingResponse::refusal),
  /** Request {@link ConnectCompleteRequest}, response {@link ConnectCompleteResponse}. */
  CONNECT_COMPLETE(
      "ConnectComplete",
      ConnectCompleteRequest.class,
      ConnectCompleteResponse.class,
      ConnectCompleteResponse::new),
  /** Request {@link TransferRequest}, response {@link TransferResponse}. */
  TRANSFER("Transfer", TransferRequest.class, TransferResponse.class, TransferResponse::refusal);

  private final String wireName;
  private final Class<? extends MeshRequest> request;
  private final Class<? extends MeshResponse> response;

  @SuppressWarnings("ImmutableEnumChecker") // A constructor or static method: no state.
  private final Refusing<?> refusing;

  <R extends MeshResponse> Transaction(
      String wireName,
      Class<? extends MeshRequest> request,
      Class<R> response,
      Refusing<R> refusing) {
    this.wireName = wireName;
    this.request = request;
    this.response = response;
    this.refusing = refusing;
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
}
