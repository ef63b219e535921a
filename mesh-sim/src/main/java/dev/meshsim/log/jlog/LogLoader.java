package dev.meshsim.log.jlog;

import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.memory.LogIndex;
import java.util.function.Consumer;

/** Reads two logs into an index, and makes their content durable. */
final class LogLoader {

  private LogLoader() {}

  static LogIndex load(LogFile mesh, LogFile portal, Consumer<String> warnings) {
    mesh.ensureHeader(warnings);
    portal.ensureHeader(warnings);
    LogIndex index = new LogIndex();
    LogCursor meshCursor = mesh.cursor(mesh.size());
    LogCursor portalCursor = portal.cursor(portal.size());
    LogMerge merge =
        new LogMerge(
            meshCursor,
            portalCursor,
            facts -> add(index, facts, facts.log() == LogName.MESH ? meshCursor : portalCursor));
    merge.run();
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
    return index;
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
