package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.profile.Entry;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.trust.SeenCheckpoint;
import dev.meshsim.protocol.DeleteResponse;
import dev.meshsim.protocol.ErrorResponse;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.protocol.WithReceipts;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogWatch;
import dev.meshsim.transparency.tree.TransparencyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a connection's answers against the log of the portal; none if the portal has no
 * log.
 */
final class WatchedLog {

  private final MeshPortal portal;
  private final @Nullable LogWatch watch;
  private volatile @Nullable Parsed last;

  /** A record's text and its entry, kept since an unchanged record comes with each answer. */
  private record Parsed(Bytes text, Entry entry) {}

  WatchedLog(MeshPortal portal, @Nullable LogWatch watch) {
    this.portal = portal;
    this.watch = watch;
  }

  /**
   * Gets one entry and checks that it is the latest.
   *
   * @param send sends the request
   * @param entry picks the entry of the response
   */
  <T extends Entry> T read(
      GetRequest request, Function<GetRequest, GetResponse> send, Function<GetResponse, T> entry) {
    LogWatch log = watch;
    if (log == null) {
      return entry.apply(send.apply(request));
    }
    LogWatch.Asked asked = log.begin();
    GetResponse response;
    try {
      response = send.apply(request.with(asked.query()));
    } catch (PortalRefusedException e) {
      if (e.status() == Status.NOT_FOUND) {
        denied(log, asked, request, e.refusal());
      }
      throw e;
    }
    T found = entry.apply(response);
    List<DataItem> items = response.dataItems();
    if (items == null || items.size() != 1) {
      throw TransparencyException.withheld(portal.domain(), "record of an entry");
    }
    DataItem item = items.get(0);
    Dialect dialect = portal.dialect();
    Bytes text = item.text();
    if (text == null || !parsed(text).equals(found)) {
      throw TransparencyException.badProof("the record is not that of the entry");
    }
    Optional<String> seen =
        found instanceof SignedEntry signed
            ? SeenCheckpoint.in(dialect, signed.signedData())
            : Optional.empty();
    Bytes answer = response.log();
    log.read(
        asked,
        found.identifier().text(),
        item,
        answer == null ? null : LogAnswer.read(answer),
        seen);
    return found;
  }

  private Entry parsed(Bytes text) {
    Parsed known = last;
    if (known == null || !known.text().equals(text)) {
      known = new Parsed(text, portal.dialect().json().read(text, Entry.class));
      last = known;
    }
    return known.entry();
  }

  /** Checks that the log has no such entry or account. */
  private static void denied(
      LogWatch log, LogWatch.Asked asked, GetRequest request, MeshResponse refusal) {
    Bytes answer = refusal instanceof ErrorResponse error ? error.denial() : null;
    String account = request.account();
    log.denied(
        asked,
        account == null ? LogName.MESH : LogName.PORTAL,
        account == null ? Objects.requireNonNull(request.identifier()) : accountKey(account),
        answer == null ? null : LogAnswer.read(answer));
  }

  /** The key of an account's record. */
  static String accountKey(String account) {
    return "Account$" + account;
  }

  /**
   * Gets all records of the requester's own entries, and checks that they are in the log.
   *
   * @param administrator the signer of each request
   * @throws TransparencyException {@code transparency.withheld} if the portal has no log
   */
  TransferResponse transfer(MeshClient client, Supplier<RequestEnvelope.Signer> administrator) {
    LogWatch log = watch;
    if (log == null) {
      throw TransparencyException.withheld(portal.domain(), "checkpoints of a log");
    }
    ProvedTransfer transfer = ProvedTransfer.own(portal, client, administrator, log.keys());
    HeadProof head = transfer.checkpoint(log.head().orElse(null));
    log.accept(head);
    List<DataItem> items = new ArrayList<>();
    for (long at = 0; at < head.mapHead().number(); ) {
      ProvedTransfer.Page page = transfer.page(head, at);
      page.records().forEach(record -> items.add(record.item()));
      at = page.next();
    }
    return new TransferResponse(Status.SUCCESS_CREATED, Status.SUCCESS_TEXT, items, null);
  }

  /** A signer of requests that names the checkpoint which this machine has seen. */
  RequestEnvelope.Signer naming(RequestEnvelope.Signer signer) {
    Map<String, Object> seen = header();
    return seen.isEmpty() ? signer : signer.and(seen);
  }

  /** The member of what is signed for the portal; none if it has no log. */
  Map<String, Object> header() {
    LogWatch log = watch;
    return log == null ? Map.of() : SeenCheckpoint.header(log.checkpoint().orElse(""));
  }

  /** True if a signed object names a checkpoint, so that receipts must come. */
  boolean names(SignedEntry entry) {
    return watch != null && SeenCheckpoint.in(portal.dialect(), entry.signedData()).isPresent();
  }

  /**
   * Keeps the receipts of what was written.
   *
   * @param keys the records that must have one, in their order: log and beginning of the key
   */
  <T extends WithReceipts> T wrote(T response, List<Map.Entry<LogName, String>> keys) {
    LogWatch log = watch;
    if (log == null) {
      return response;
    }
    List<Bytes> receipts = receipts(response, keys.size());
    for (int i = 0; i < keys.size(); i++) {
      log.wrote(keys.get(i).getKey(), keys.get(i).getValue(), receipts.get(i));
    }
    return response;
  }

  /** Keeps the receipt of an account's deletion, and forgets the account. */
  DeleteResponse deleted(DeleteResponse response, String account) {
    LogWatch log = watch;
    if (log != null) {
      log.gone(LogName.PORTAL, accountKey(account), receipts(response, 1).get(0));
    }
    return response;
  }

  private List<Bytes> receipts(WithReceipts response, int records) {
    List<Bytes> receipts = response.receipts();
    if (receipts == null || receipts.size() != records) {
      throw TransparencyException.withheld(portal.domain(), "receipt for each record");
    }
    return receipts;
  }
}
