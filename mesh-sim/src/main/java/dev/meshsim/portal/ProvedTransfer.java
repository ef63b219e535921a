package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.DataItem;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogKeys;
import dev.meshsim.transparency.TransferAnswer;
import dev.meshsim.transparency.TransferKey;
import dev.meshsim.transparency.TransferQuery;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Transfer whose records are checked: all of them are under one checkpoint of the portal's log,
 * which continues the one that the reader knows. The pages come to an end whatever the portal
 * answers, since the numbers of their records rise up to the size of the checkpoint.
 */
public final class ProvedTransfer {

  private final MeshPortal portal;
  private final MeshClient client;
  private final Supplier<RequestEnvelope.Signer> signer;
  private final boolean all;
  private final LogKeys.OfPortal keys;

  private ProvedTransfer(
      MeshPortal portal,
      MeshClient client,
      Supplier<RequestEnvelope.Signer> signer,
      boolean all,
      LogKeys.OfPortal keys) {
    this.portal = portal;
    this.client = client;
    this.signer = signer;
    this.all = all;
    this.keys = keys;
  }

  /**
   * The records of the requester's own entries.
   *
   * @param administrator the signer of each request
   * @param keys the keys of the log
   */
  public static ProvedTransfer own(
      MeshPortal portal,
      MeshClient client,
      Supplier<RequestEnvelope.Signer> administrator,
      LogKeys.OfPortal keys) {
    return new ProvedTransfer(portal, client, administrator, false, keys);
  }

  /**
   * All records of both logs; none is missing.
   *
   * @param auditor the signer of each request
   * @param keys the keys of the log
   */
  public static ProvedTransfer all(
      MeshPortal portal,
      MeshClient client,
      Supplier<RequestEnvelope.Signer> auditor,
      LogKeys.OfPortal keys) {
    return new ProvedTransfer(portal, client, auditor, true, keys);
  }

  /**
   * A page of records, which were checked.
   *
   * @param records in the order of their numbers
   * @param next the number after which the next page begins; the size of the checkpoint if this is
   *     the last page
   */
  public record Page(List<TransferAnswer.Proved> records, long next) {

    /** Copies the list. */
    public Page {
      records = List.copyOf(records);
    }
  }

  /**
   * Asks for the latest checkpoint.
   *
   * @param earlier the checkpoint that the reader has accepted; null if there is none
   * @throws TransparencyException {@code transparency.rolled-back} and {@code forked} if it does
   *     not continue that one, with evidence; {@code withheld} if none comes; {@code bad-proof}
   */
  public HeadProof checkpoint(@Nullable HeadProof earlier) {
    long known = earlier == null ? 0 : earlier.mapHead().number();
    SearchConstraints one = new SearchConstraints(null, null, 1, null, null);
    TransferAnswer answer = answer(ask(one, known));
    answer.head().checkAfter(portal.domain(), keys, earlier, answer.continued());
    return answer.head();
  }

  /**
   * Asks for a page of records under a checkpoint.
   *
   * @param head of {@link #checkpoint}
   * @param after the number of the last record before the page; 0 for the first page
   * @throws TransparencyException {@code transparency.bad-proof} if a record is not in its place,
   *     {@code withheld} if one of all records is missing
   */
  public Page page(HeadProof head, long after) {
    TreeHead tree = head.check(key(head)).checkpoint().tree();
    TransferKey position = new TransferKey(after, tree);
    TransferResponse response =
        ask(new SearchConstraints(null, null, null, null, position.text()), 0);
    TransferAnswer answer = answer(response);
    if (!answer.head().equals(head)) {
      throw otherCheckpoint(answer.head(), head);
    }
    List<DataItem> items = response.dataItems();
    List<TransferAnswer.Proved> records = answer.check(items == null ? List.of() : items, tree);
    long last = requireOrder(records, after);
    if (all && last == after) {
      throw withheld(after + 1);
    }
    String next = response.pageKey();
    if (next == null) {
      if (all && last < tree.size()) {
        throw withheld(last + 1);
      }
      return new Page(records, tree.size());
    }
    if (last == after || !next.equals(new TransferKey(last, tree).text())) {
      throw TransparencyException.badProof("the page key is not that of the record " + last);
    }
    return new Page(records, last);
  }

  /** The number of the last record of a page whose records follow one another. */
  private long requireOrder(List<TransferAnswer.Proved> records, long after) {
    long last = after;
    for (TransferAnswer.Proved record : records) {
      long number = record.item().number();
      if (number <= last) {
        throw TransparencyException.badProof(
            "record " + number + " comes after record " + last + " in a Transfer");
      }
      if (all && number != last + 1) {
        throw withheld(last + 1);
      }
      last = number;
    }
    return last;
  }

  private TransparencyException withheld(long number) {
    return TransparencyException.withheld(portal.domain(), "record " + number + " of its log");
  }

  /** The failure of a page under another checkpoint than was asked for. */
  private TransparencyException otherCheckpoint(HeadProof shown, HeadProof wanted) {
    shown.checkAfter(portal.domain(), keys, wanted, List.of());
    return TransparencyException.badProof(
        "a page is proved against another checkpoint than the one of "
            + wanted.mapHead().number()
            + " records that was asked for");
  }

  private NoteKey key(HeadProof head) {
    return keys.keyOf(head.note());
  }

  private TransferResponse ask(SearchConstraints constraints, long known) {
    TransferQuery query = all ? TransferQuery.all(known) : TransferQuery.own(known);
    return client.transfer(constraints, query, signer.get());
  }

  private TransferAnswer answer(TransferResponse response) {
    Bytes log = response.log();
    if (log == null) {
      throw TransparencyException.withheld(portal.domain(), "proofs with the records of its log");
    }
    return TransferAnswer.read(log);
  }
}
