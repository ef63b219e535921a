package dev.meshsim.portal.mirror;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.LineWriter;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordLoader;
import dev.meshsim.portal.ProvedTransfer;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.TransferAnswer;
import dev.meshsim.transparency.tree.TransparencyException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The writer of a copy. Records wait in memory for the head of the map that covers them, since only
 * the map binds a record to its log; then they are written. A log without heads is written in parts
 * of {@value #MOST_WAITING} records.
 */
final class MirrorWriter {

  /** The file that keeps the records before a head of the map that is not theirs. */
  static final String REFUSED = "refused.jsonl";

  /** The most records that wait. */
  static final int MOST_WAITING = 10_000;

  /** The most octets of texts that wait. */
  private static final long MOST_OCTETS = 64L * 1024 * 1024;

  private final PortalStore store;
  private final DurableFiles files;
  private final Path directory;
  private final MapReplay replay;
  private final RecordLoader loader;
  private final List<TransferAnswer.Proved> waiting = new ArrayList<>();
  private final Deque<TransferAnswer.Proved> unchecked = new ArrayDeque<>();
  private long octets;
  private int heads;

  /** A writer that continues a copy. */
  MirrorWriter(PortalStore store, DurableFiles files, Path directory) {
    this.store = store;
    this.files = files;
    this.directory = directory;
    this.replay = MapReplay.of(store);
    this.loader = new RecordLoader(store);
  }

  /**
   * Writes the records up to a checkpoint, each in the transaction that it was written in.
   *
   * @param size the size of the checkpoint
   * @return the number of heads of the map among them, all of which are right
   */
  int write(ProvedTransfer transfer, HeadProof head, long size) {
    long last = store.tree().size();
    while (last < size) {
      ProvedTransfer.Page page = transfer.page(head, last);
      page.records().forEach(this::add);
      last = page.next();
    }
    if (!waiting.isEmpty() || !unchecked.isEmpty()) {
      throw TransparencyException.badProof(
          "the records before the checkpoint of " + size + " do not end with a head of the map");
    }
    return heads;
  }

  private void add(TransferAnswer.Proved record) {
    waiting.add(record);
    Bytes text = record.item().text();
    octets += text == null ? 0 : text.length();
    boolean head;
    try {
      head = replay.add(record);
    } catch (TransparencyException e) {
      keepRefused();
      throw e;
    }
    heads += head ? 1 : 0;
    if (head || waiting.size() >= MOST_WAITING || octets > MOST_OCTETS) {
      writeWaiting();
    }
  }

  /** Keeps the records that do not fit their checkpoint, a line each. */
  private void keepRefused() {
    StringBuilder lines = new StringBuilder();
    for (TransferAnswer.Proved record : waiting) {
      lines.append(LineWriter.record(record.log(), record.item()).utf8()).append('\n');
    }
    files.replace(directory.resolve(REFUSED), Bytes.utf8(lines.toString()));
  }

  private void writeWaiting() {
    for (TransferAnswer.Proved record : waiting) {
      unchecked.add(record);
      loader.add(record.log(), record.item());
    }
    waiting.clear();
    octets = 0;
    loader.write();
    requireWritten();
  }

  /** Compares the leaves of the records that were written with those of the log. */
  private void requireWritten() {
    LogTree written = store.tree();
    while (!unchecked.isEmpty() && unchecked.getFirst().item().number() <= written.size()) {
      TransferAnswer.Proved record = unchecked.removeFirst();
      long number = record.item().number();
      if (!written.proofs().leaf(number - 1).equals(record.leaf())) {
        throw TransparencyException.badCopy(
            directory.toString(), "record " + number + " has other marks than a portal writes");
      }
    }
  }
}
