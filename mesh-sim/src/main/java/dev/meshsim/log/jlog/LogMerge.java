package dev.meshsim.log.jlog;

import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Merges the records of the two logs into the order of their commits, and finds the end of the
 * committed part of each log.
 *
 * <p>The numbers of both logs together have no gap. A transaction's records have neighbouring
 * numbers, the mesh log's first; all but the last are Pending, the last is a Commit. The mesh log
 * is on the disk before the portal log is written, so a crash leaves at most this: a tail of the
 * portal log is missing, and the mesh log goes on. Records of the mesh log that were written beside
 * records of the portal log are Pending for that reason, and count only together with them.
 */
final class LogMerge {

  private final LogCursor mesh;
  private final LogCursor portal;
  private final Consumer<RecordFacts> committed;
  private final List<RecordFacts> open = new ArrayList<>();
  private long expected = 1;
  private long meshEnd = Long.MAX_VALUE;
  private long portalEnd = Long.MAX_VALUE;

  /** Both cursors must be after the headers; {@code committed} receives the records in order. */
  LogMerge(LogCursor mesh, LogCursor portal, Consumer<RecordFacts> committed) {
    this.mesh = mesh;
    this.portal = portal;
    this.committed = committed;
  }

  /**
   * Reads both logs to their ends.
   *
   * @throws JlogException.Damaged if a line is broken before the end
   * @throws JlogException {@code store.jlog.mismatch} if a record is missing that no crash can have
   *     taken
   */
  void run() {
    RecordFacts m = mesh.next();
    RecordFacts p = portal.next();
    while (true) {
      if (m != null && m.number() == expected) {
        take(m, mesh);
        m = mesh.next();
      } else if (p != null && p.number() == expected) {
        take(p, portal);
        p = portal.next();
      } else {
        break;
      }
      expected++;
    }
    requireEnd(p, portal, mesh);
    while (m != null) {
      if (m.number() < expected || !m.pending()) {
        requireEnd(m, mesh, portal);
      }
      cut(m);
      m = mesh.next();
    }
    open.forEach(this::cut);
    meshEnd = Math.min(meshEnd, mesh.offset());
    portalEnd = Math.min(portalEnd, portal.offset());
  }

  /** The end of the committed part of a log, in octets. */
  long end(LogName log) {
    return log == LogName.MESH ? meshEnd : portalEnd;
  }

  private void take(RecordFacts facts, LogCursor from) {
    if (open.isEmpty() && (facts.commit() || !facts.pending())) {
      committed.accept(facts);
      return;
    }
    if (!facts.commit() && !facts.pending()) {
      throw from.damaged(
          facts.line(),
          facts.offset(),
          "TID:" + facts.number() + " stands within the transaction of " + name(open.get(0)),
          null);
    }
    open.add(facts);
    if (facts.commit()) {
      open.forEach(committed);
      open.clear();
    }
  }

  private void cut(RecordFacts facts) {
    if (facts.log() == LogName.MESH) {
      meshEnd = Math.min(meshEnd, facts.offset());
    } else {
      portalEnd = Math.min(portalEnd, facts.offset());
    }
  }

  private void requireEnd(@Nullable RecordFacts next, LogCursor of, LogCursor other) {
    if (next == null) {
      return;
    }
    if (next.number() < expected) {
      throw of.damaged(
          next.line(), next.offset(), name(next) + " stands after TID:" + (expected - 1), null);
    }
    throw JlogException.mismatch(other.path(), expected, of.path(), next.number());
  }

  private static String name(RecordFacts facts) {
    return DataItem.PREFIX + facts.number();
  }
}
