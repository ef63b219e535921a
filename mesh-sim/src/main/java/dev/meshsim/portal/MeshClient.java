package dev.meshsim.portal;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.LogName;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.profile.SignedConnectionResult;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.ConnectCompleteRequest;
import dev.meshsim.protocol.ConnectCompleteResponse;
import dev.meshsim.protocol.ConnectPendingRequest;
import dev.meshsim.protocol.ConnectPendingResponse;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.ConnectStartResponse;
import dev.meshsim.protocol.ConnectStatusRequest;
import dev.meshsim.protocol.ConnectStatusResponse;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.CreateResponse;
import dev.meshsim.protocol.DeleteRequest;
import dev.meshsim.protocol.DeleteResponse;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.HelloResponse;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.PublishResponse;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.StatusRequest;
import dev.meshsim.protocol.StatusResponse;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.protocol.ValidateRequest;
import dev.meshsim.protocol.ValidateResponse;
import dev.meshsim.transparency.TransferQuery;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A logical connection to a portal for one account (developer-08 section 6.1): a method for each
 * transaction. Every method throws {@link PortalRefusedException} if the portal's status is not
 * success, and {@link PortalException} if its response cannot be read.
 */
public final class MeshClient {

  private static final int PAGE = 100;
  private static final List<Map.Entry<LogName, String>> PENDING =
      List.of(Map.entry(LogName.PORTAL, "Pending-"));
  private static final List<Map.Entry<LogName, String>> RESULT =
      List.of(Map.entry(LogName.PORTAL, "Result-"));

  private final MeshPortal portal;
  private final AccountName account;
  private final PortalCalls calls;
  private final Consumer<SignedEntry> publishing;
  private final WatchedLog log;

  /**
   * Makes a connection.
   *
   * @param machine the name of the machine that connects, for the random stream of its nonces
   */
  public MeshClient(World world, String machine, MeshPortal portal, AccountName account) {
    this(
        world,
        machine,
        portal,
        account,
        new PortalChallenge(),
        entry -> {},
        new WatchedLog(portal));
  }

  /**
   * Makes a connection that shares the portal's challenge with others and tells what it publishes.
   *
   * @param machine the name of the machine that connects, for the random stream of its nonces
   * @param challenge asked for once, with Hello, before the first signed request
   * @param publishing gets every signed profile before it is sent
   * @param log the machine's checks of the portal's log
   */
  public MeshClient(
      World world,
      String machine,
      MeshPortal portal,
      AccountName account,
      PortalChallenge challenge,
      Consumer<SignedEntry> publishing,
      WatchedLog log) {
    this.log = log;
    this.publishing = publishing;
    this.portal = portal;
    this.account = account;
    this.calls = new PortalCalls(world, machine, portal, account, challenge);
  }

  /** The account that the connection is for. */
  public AccountName account() {
    return account;
  }

  /**
   * The members of the protected header of what is signed for this portal: the checkpoint of its
   * log that this machine has seen. None if the portal has no log.
   */
  public Map<String, Object> seen() {
    return log.header();
  }

  /** Asks for versions, encodings, the extensions in use and the challenge. */
  public HelloResponse hello() {
    boolean ask = portal.dialect() == Dialect.PORTAL_2017;
    return call(ask ? new HelloRequest(true) : HelloRequest.plain(), HelloResponse.class);
  }

  /** Asks whether the account could be created, with a reason in English if not. */
  public ValidateResponse validate() {
    return validate(List.of("en"));
  }

  /**
   * Asks whether the account could be created.
   *
   * @param languages language tags (RFC 5646) for the reason, the best first
   */
  public ValidateResponse validate(List<String> languages) {
    return call(new ValidateRequest(account.toString(), null, languages), ValidateResponse.class);
  }

  /**
   * Creates the account, bound to {@code profile}.
   *
   * @param owner an online signature key or the master signature key of {@code profile}
   */
  public CreateResponse create(SignedPersonalProfile profile, RequestEnvelope.Signer owner) {
    publishing.accept(profile);
    CreateResponse response =
        call(new CreateRequest(account.toString(), profile), owner, CreateResponse.class);
    return log.wrote(
        response,
        List.of(
            Map.entry(LogName.PORTAL, WatchedLog.accountKey(account.toString())),
            Map.entry(LogName.MESH, profile.identifier().text())));
  }

  /** Deletes the account. */
  public DeleteResponse delete(RequestEnvelope.Signer administrator) {
    DeleteRequest request = new DeleteRequest(account.toString());
    return log.deleted(call(request, administrator, DeleteResponse.class), account.toString());
  }

  /** Fetches the account's personal profile. */
  public SignedPersonalProfile personalProfile() {
    GetRequest request = new GetRequest(null, account.toString(), null, null, false, null);
    return entry(request, SignedPersonalProfile.class);
  }

  /** Fetches a personal profile by its identifier, whatever account it is bound to. */
  public SignedPersonalProfile personalProfile(Udf identifier) {
    return entry(identifier, SignedPersonalProfile.class);
  }

  /** Fetches the latest version of an application profile. */
  public SignedApplicationProfile applicationProfile(Udf identifier) {
    return entry(identifier, SignedApplicationProfile.class);
  }

  /** Fetches an escrow entry. */
  public OfflineEscrowEntry escrowEntry(Udf identifier) {
    return entry(identifier, OfflineEscrowEntry.class);
  }

  /** Sends any Get request. */
  public GetResponse get(GetRequest request) {
    return call(request, GetResponse.class);
  }

  /** Publishes a signed profile. */
  public PublishResponse publish(SignedEntry entry) {
    publishing.accept(entry);
    PublishResponse response = call(new PublishRequest(entry), PublishResponse.class);
    return log.names(entry) ? log.wrote(response, List.of(written(entry))) : response;
  }

  /**
   * Publishes a signed profile in an envelope.
   *
   * @param publisher an online signature key for a personal profile; the device authentication key
   *     of the device that signed it for an application profile
   */
  public PublishResponse publish(SignedEntry entry, RequestEnvelope.Signer publisher) {
    publishing.accept(entry);
    PublishResponse response = call(new PublishRequest(entry), publisher, PublishResponse.class);
    return log.wrote(response, List.of(written(entry)));
  }

  /**
   * Publishes a version that replaces another. In dialect {@code mesh} the version says so itself;
   * in {@code portal-2017} the envelope says it.
   *
   * @param header the members of the protected header that say it
   * @param publisher as for {@link #publish(SignedEntry, RequestEnvelope.Signer)}; signs in {@code
   *     portal-2017} only
   */
  public PublishResponse publish(
      SignedEntry entry, Map<String, Object> header, RequestEnvelope.Signer publisher) {
    return portal.dialect() == Dialect.MESH
        ? publish(entry)
        : publish(entry, publisher.with(header));
  }

  /** Publishes an escrow entry. */
  public PublishResponse publish(OfflineEscrowEntry entry, RequestEnvelope.Signer administrator) {
    PublishResponse response =
        call(new PublishRequest(entry), administrator, PublishResponse.class);
    return log.wrote(response, List.of(written(entry)));
  }

  /** Asks when the portal's log was last written. */
  public StatusResponse status() {
    return call(new StatusRequest(), StatusResponse.class);
  }

  /** Posts a connection request. */
  public ConnectStartResponse connectStart(SignedConnectionRequest request) {
    ConnectStartResponse response =
        call(new ConnectStartRequest(request, account.toString()), ConnectStartResponse.class);
    return log.names(request) ? log.wrote(response, PENDING) : response;
  }

  /** Posts a connection request in an envelope signed by the device authentication key. */
  public ConnectStartResponse connectStart(
      SignedConnectionRequest request, RequestEnvelope.Signer device) {
    ConnectStartResponse response =
        call(
            new ConnectStartRequest(request, account.toString()),
            device,
            ConnectStartResponse.class);
    return log.wrote(response, PENDING);
  }

  /** Asks for the answer to a connection request; signed by the device authentication key. */
  public ConnectStatusResponse connectStatus(Udf device, RequestEnvelope.Signer signer) {
    return call(
        new ConnectStatusRequest(account.toString(), device.text()),
        signer,
        ConnectStatusResponse.class);
  }

  /** Asks for a page of the open connection requests. */
  public ConnectPendingResponse connectPending(
      @Nullable SearchConstraints constraints, RequestEnvelope.Signer administrator) {
    return call(
        new ConnectPendingRequest(account.toString(), constraints),
        administrator,
        ConnectPendingResponse.class);
  }

  /**
   * Asks for all open connection requests, page by page.
   *
   * @param administrator the signer of each request for a page
   * @throws PortalException if the portal's pages do not end
   */
  public List<SignedConnectionRequest> connectPending(
      Supplier<RequestEnvelope.Signer> administrator) {
    return Pages.all(
        portal.domain(),
        Transaction.CONNECT_PENDING.wireName(),
        key -> {
          SearchConstraints constraints =
              key == null ? null : new SearchConstraints(null, null, PAGE, null, key);
          ConnectPendingResponse page = connectPending(constraints, administrator.get());
          return new Pages.Page<>(page.pending(), page.pageKey());
        });
  }

  /** Answers a connection request. */
  public ConnectCompleteResponse connectComplete(
      SignedConnectionResult result, RequestEnvelope.Signer administrator) {
    ConnectCompleteResponse response =
        call(
            new ConnectCompleteRequest(result, account.toString()),
            administrator,
            ConnectCompleteResponse.class);
    return log.wrote(response, RESULT);
  }

  /** Asks for the log records of the requester's own entries, a page at a time. */
  public TransferResponse transfer(
      @Nullable SearchConstraints constraints, RequestEnvelope.Signer administrator) {
    return call(new TransferRequest(constraints), administrator, TransferResponse.class);
  }

  /**
   * Asks for log records with the proofs that they are in the log, a page at a time; see {@link
   * ProvedTransfer}, which checks them.
   *
   * @param signer an administrator, or for all records the key of an auditor
   */
  public TransferResponse transfer(
      @Nullable SearchConstraints constraints, TransferQuery query, RequestEnvelope.Signer signer) {
    return call(TransferRequest.proved(constraints, query), signer, TransferResponse.class);
  }

  /**
   * Asks for all log records of the requester's own entries up to the latest checkpoint, and checks
   * that they are in the log.
   *
   * @param administrator the signer of each request
   * @throws dev.meshsim.transparency.tree.TransparencyException as {@link ProvedTransfer} does;
   *     {@code transparency.withheld} if the portal has no log
   */
  public TransferResponse provedTransfer(Supplier<RequestEnvelope.Signer> administrator) {
    return log.transfer(this, administrator);
  }

  private <T extends Entry> T entry(Udf identifier, Class<T> type) {
    GetRequest request = new GetRequest(identifier.text(), null, null, null, false, null);
    T found = entry(request, type);
    if (!found.identifier().equals(identifier)) {
      throw PortalException.notThe(portal.domain(), type.getSimpleName() + " " + identifier);
    }
    return found;
  }

  private static Map.Entry<LogName, String> written(Entry entry) {
    return Map.entry(LogName.MESH, entry.identifier().text());
  }

  private <T extends Entry> T entry(GetRequest request, Class<T> type) {
    return log.read(request, this::get, response -> entry(response, type));
  }

  private <T extends Entry> T entry(GetResponse response, Class<T> type) {
    List<Entry> entries = response.entries();
    if (entries == null || entries.size() != 1 || !type.isInstance(entries.get(0))) {
      throw PortalException.notThe(portal.domain(), type.getSimpleName());
    }
    return type.cast(entries.get(0));
  }

  private <T extends MeshResponse> T call(MeshRequest request, Class<T> type) {
    return calls.call(request, type);
  }

  private <T extends MeshResponse> T call(
      MeshRequest request, RequestEnvelope.Signer signer, Class<T> type) {
    return calls.call(request, log.naming(signer), () -> hello().challenge(), type);
  }
}
