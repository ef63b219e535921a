package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a portal's answers against its log, which the connections of one machine share;
 * none if the portal has no log. Thread-safe.
 */
public final class WatchedLog {

  private static final int MOST_HELD = 8;

  private final MeshPortal portal;
  private final @Nullable LogWatch watch;

  /** The records that were read last, by what was asked: an unchanged one is not sent again. */
  private final Map<GetRequest, Held> held =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<GetRequest, Held> eldest) {
          return size() > MOST_HELD;
        }
      };

  /** A record and its entry. */
  private record Held(DataItem item, Entry entry) {}

  /** A portal whose log is not watched. */
  public WatchedLog(MeshPortal portal) {
    this(portal, null);
  }

  /**
   * Checks what a portal answers.
   *
   * @param watch the machine's watch on its log; null if it has none
   */
  public WatchedLog(MeshPortal portal, @Nullable LogWatch watch) {
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
    Held had = held(request);
    GetResponse response;
    try {
      Long number = had == null ? null : had.item().number();
      response = send.apply(request.with(asked.query().having(number)));
    } catch (PortalRefusedException e) {
      if (e.status() == Status.NOT_FOUND) {
        denied(log, asked, request, e.refusal());
      }
      throw e;
    }
    boolean unchanged = response.hasProofOnly();
    if (had != null && unchanged) {
      response = response.with(had.entry(), had.item());
    }
    T found = entry.apply(response);
    DataItem item = record(response, found, had);
    Optional<String> seen =
        !unchanged && found instanceof SignedEntry signed
            ? SeenCheckpoint.in(portal.dialect(), signed.signedData())
            : Optional.empty();
    Bytes answer = response.log();
    log.read(
        asked,
        found.identifier().text(),
        item,
        answer == null ? null : LogAnswer.read(answer),
        seen);
    hold(request, new Held(item, found));
    return found;
  }

  private synchronized @Nullable Held held(GetRequest request) {
    return held.get(request);
  }

  private synchronized void hold(GetRequest request, Held record) {
    held.put(request, record);
  }

  /** The record of the entry of a response. */
  private DataItem record(GetResponse response, Entry found, @Nullable Held had) {
    List<DataItem> items = response.dataItems();
    if (items == null || items.size() != 1) {
      throw TransparencyException.withheld(portal.domain(), "record of an entry");
    }
    DataItem item = items.get(0);
    Bytes text = item.text();
    if (had != null && found.equals(had.entry()) && had.item().equals(item)) {
      return had.item();
    }
    if (text == null || !portal.dialect().json().read(text, Entry.class).equals(found)) {
      throw TransparencyException.badProof("the record is not that of the entry");
    }
    return item;
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
