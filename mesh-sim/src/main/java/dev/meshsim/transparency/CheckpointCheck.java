package dev.meshsim.transparency;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.VerifiedNotes;
import dev.meshsim.transparency.tree.ProofCheck;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The check of one answer's checkpoint against what was known: it continues the known one, has what
 * receipts promise, and continues the one that the signer of an entry has seen.
 *
 * @param domain the portal
 * @param key the key of its log
 * @param chain gives the portal's statements of its keys that are known
 * @param head its checkpoint
 * @param shown the facts that the checkpoint shows
 */
record CheckpointCheck(
    String domain, NoteKey key, Supplier<KeyChain> chain, HeadProof head, HeadProof.Proved shown) {

  /** The memory with a checkpoint that continues the known ones, and with fewer open receipts. */
  LogMemory accept(LogMemory before, LogWatch.Asked asked, LogAnswer answer) {
    HeadProof earlier = asked.known();
    if (earlier != null) {
      requireContinues(earlier, answer.continued());
    }
    LogMemory now = settle(before, answer);
    HeadProof latest = before.head();
    return latest != null && sizeOf(latest) >= shown.size() ? now : now.with(head);
  }

  /**
   * Checks that the checkpoint continues an earlier one.
   *
   * @param path from the earlier one, with its first hash explicit
   */
  void requireContinues(HeadProof earlier, List<Bytes> path) {
    if (earlier.checkpoint().equals(head.checkpoint())) {
      return;
    }
    requireNotSmaller(earlier);
    Note known = earlier.note();
    if (!LogView.isContinued(Checkpoint.verified(known), shown.checkpoint(), path)) {
      throw forked(known, path);
    }
  }

  /** The size of a checkpoint that was verified: the number of its last record. */
  static long sizeOf(HeadProof head) {
    return head.mapHead().number();
  }

  private void requireNotSmaller(HeadProof earlier) {
    long had = sizeOf(earlier);
    if (shown.size() >= had) {
      return;
    }
    RolledBackEvidence evidence =
        new RolledBackEvidence(
            key.text(), earlier, head, Histories.statements(chain, key, earlier.note()));
    String shows;
    try {
      shows = evidence.judge();
    } catch (TransparencyException e) {
      // An old checkpoint that is shown again proves nothing to others.
      throw TransparencyException.rolledBack(domain, had, shown.size());
    }
    throw TransparencyException.proved(Code.ROLLED_BACK, shows, evidence.text());
  }

  private TransparencyException forked(Note older, List<Bytes> path) {
    ForkEvidence evidence = ForkEvidence.of(chain, key, older, shown.note(), path);
    try {
      return LogView.forked(evidence);
    } catch (TransparencyException e) {
      // One of them is signed by an earlier key, whose statement is not known any more.
      return TransparencyException.forked(domain, Checkpoint.verified(older).tree().size());
    }
  }

  /**
   * Compares the checkpoint that another device has put into what it signed: the portal must not
   * have shown it another log. A note by a key that the portal no longer has says nothing.
   *
   * @param notes those that need not be verified again
   */
  void requireSeen(String signedNote, List<Bytes> path, VerifiedNotes notes) {
    if (signedNote.isEmpty()) {
      return;
    }
    Note note = Note.parse(Bytes.utf8(signedNote));
    if (note.signatureOf(key).isEmpty()) {
      return;
    }
    requireBefore(note, notes.open(note, key), path);
  }

  /** Checks that this checkpoint continues one that somebody else has seen. */
  void requireBefore(Note note, Checkpoint theirs, List<Bytes> path) {
    if (theirs.tree().size() > shown.size()) {
      throw TransparencyException.rolledBack(domain, theirs.tree().size(), shown.size());
    }
    if (!LogView.isContinued(theirs, shown.checkpoint(), path)) {
      throw forked(note, path);
    }
  }

  /** Compares the receipts that a checkpoint covers with its log. */
  private LogMemory settle(LogMemory known, LogAnswer answer) {
    List<LogMemory.Kept> open = new ArrayList<>();
    for (LogMemory.Kept kept : known.receipts()) {
      Receipt receipt = receiptOf(kept);
      Optional<LogAnswer.Included> found =
          answer.included().stream().filter(one -> one.number() == receipt.number()).findFirst();
      if (found.isPresent()) {
        requireIncluded(kept, receipt, found.get());
      } else if (receipt.number() > shown.size() && shown.made().isAfter(receipt.covered())) {
        throw dropped(kept, null, List.of(), receipt);
      } else if (receipt.number() <= shown.size() && shown.made().isAfter(receipt.covered())) {
        throw TransparencyException.withheld(
            domain, "proof that record " + receipt.number() + " is in its log");
      } else {
        open.add(kept);
      }
    }
    return known.withReceipts(open);
  }

  private void requireIncluded(LogMemory.Kept kept, Receipt receipt, LogAnswer.Included found) {
    new ProofCheck()
        .inclusion(receipt.number() - 1, found.leaf(), found.path(), shown.checkpoint().tree());
    if (!found.leaf().equals(receipt.leafHash())) {
      throw dropped(kept, found.leaf(), found.path(), receipt);
    }
  }

  /** A receipt of the memory, which was verified before it was remembered. */
  static Receipt receiptOf(LogMemory.Kept kept) {
    return Receipt.verified(kept.receipt());
  }

  private TransparencyException dropped(
      LogMemory.Kept kept, @Nullable Bytes leaf, List<Bytes> path, Receipt receipt) {
    List<Bytes> statements = Histories.statements(chain, key, KeyStatement.read(kept.statement()));
    DroppedEvidence evidence = new DroppedEvidence(kept, head, leaf, path, statements);
    try {
      return TransparencyException.proved(Code.DROPPED, evidence.judge(), evidence.text());
    } catch (TransparencyException e) {
      // The receipt is signed by earlier keys, whose statement is not known any more.
      return TransparencyException.dropped(receipt.domain(), receipt.number());
    }
  }
}
