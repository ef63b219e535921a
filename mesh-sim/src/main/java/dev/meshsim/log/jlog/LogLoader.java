package dev.meshsim.log.jlog;

import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.memory.LogIndex;
import java.util.function.Consumer;

/** Reads two logs into an index; opening for changes also repairs them and makes them durable. */
final class LogLoader {

  private final LogFile mesh;
  private final LogFile portal;
  private final LogIndex index = new LogIndex();
  private final LogMerge merge;

  /** Reads both logs to their ends; changes nothing, so a failure leaves them as they were. */
  private LogLoader(LogFile mesh, LogFile portal) {
    this.mesh = mesh;
    this.portal = portal;
    LogCursor meshCursor = mesh.cursor(mesh.size());
    LogCursor portalCursor = portal.cursor(portal.size());
    this.merge =
        new LogMerge(
            meshCursor,
            portalCursor,
            facts -> add(index, facts, facts.log() == LogName.MESH ? meshCursor : portalCursor));
    merge.run();
  }

  /** The index of two logs, which are repaired and durable when this returns. */
  static LogIndex load(LogFile mesh, LogFile portal, Consumer<String> warnings) {
    LogLoader loader = new LogLoader(mesh, portal);
    loader.repair(warnings);
    return loader.index;
  }

  /** The index of the part of two logs that opening them for changes would keep. */
  static LogIndex loadForReading(LogFile mesh, LogFile portal, Consumer<String> warnings) {
    LogLoader loader = new LogLoader(mesh, portal);
    mesh.tellRepairs(loader.merge.end(LogName.MESH), warnings);
    portal.tellRepairs(loader.merge.end(LogName.PORTAL), warnings);
    return loader.index;
  }

  private void repair(Consumer<String> warnings) {
    mesh.ensureHeader(warnings);
    portal.ensureHeader(warnings);
    // The order is the reverse of writing, so that a crash between the two leaves a state that a
    // crash while writing may leave too. Records of a killed process are readable from now on but
    // may not be on the disk yet, so they are forced.
    boolean portalCut = portal.cut(merge.end(LogName.PORTAL), warnings);
    if (portalCut || index.records().last() > 0) {
      portal.sync();
    }
    boolean meshCut = mesh.cut(merge.end(LogName.MESH), warnings);
    if (meshCut || index.records().last() > 0) {
      mesh.sync();
    }
  }

  private static void add(LogIndex index, RecordFacts facts, LogCursor cursor) {
    if (facts.key().isEmpty() || facts.key().length() > Change.KEY_CHARS) {
      throw cursor.damaged(
          facts.line(),
          facts.offset(),
          "the PrimaryKey has "
              + facts.key().length()
              + " characters, not 1 to "
              + Change.KEY_CHARS,
          null);
    }
    int number =
        index.add(facts.log(), facts.action(), facts.key(), facts.terms(), facts.addedMillis());
    if (index.records().prior(number) != facts.prior()) {
      throw cursor.damaged(
          facts.line(),
          facts.offset(),
          "names TID:"
              + facts.prior()
              + " as the record before of its key, which is TID:"
              + index.records().prior(number),
          null);
    }
    index.records().place(number, facts.offset(), facts.length());
  }
}
