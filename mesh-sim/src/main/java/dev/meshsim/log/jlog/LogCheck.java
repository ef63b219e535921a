package dev.meshsim.log.jlog;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.LogName;
import dev.meshsim.log.WorkMeter;
import dev.meshsim.store.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads logs without changing them and lists what is wrong. */
final class LogCheck {

  private static final int MOST_FINDINGS = 100;

  private final List<Finding> findings = new ArrayList<>();

  /** True while all findings are of a kind that opening the store repairs. */
  private boolean repairable = true;

  private LogCheck() {}

  static List<Finding> of(
      DurableFiles files, Path mesh, long meshEnd, Path portal, long portalEnd) {
    LogCheck check = new LogCheck();
    check.lines(files, LogName.MESH, mesh, meshEnd);
    check.lines(files, LogName.PORTAL, portal, portalEnd);
    if (check.repairable) {
      check.order(files, mesh, meshEnd, portal, portalEnd);
    }
    if (check.findings.isEmpty()) {
      check.findings.addAll(TreeCheck.of(files, mesh, portal));
    }
    return List.copyOf(check.findings);
  }

  /** Checks each line by itself, so that one broken line does not hide the next. */
  private void lines(DurableFiles files, LogName log, Path path, long end) {
    try (LogFile file = LogFile.openForReading(log, path, files, new WorkMeter())) {
      if (file.isAbsent()) {
        add(JlogException.Code.ABSENT, path.toString(), "there is no such log");
        return;
      }
      if (file.lacksHeader()) {
        add(JlogException.Code.EMPTY, path.toString(), emptiness(file.size()));
        return;
      }
      long size = Math.min(end, file.size());
      LogCursor cursor = file.cursor(size);
      boolean more = true;
      while (more && findings.size() < MOST_FINDINGS) {
        try {
          more = cursor.next() != null;
        } catch (JlogException.Damaged e) {
          add(e, path + " line " + e.line() + " octet " + e.offset());
        }
      }
      if (!more && cursor.offset() < size) {
        add(
            JlogException.Code.TORN,
            path + " line " + cursor.line() + " octet " + cursor.offset(),
            "the last "
                + (size - cursor.offset())
                + " octets are not a whole record with its line end");
      }
    } catch (MeshException e) {
      add(e, path.toString());
    }
  }

  private static String emptiness(long size) {
    return size == 0 ? "the log is empty" : "the header is not complete, and nothing follows it";
  }

  /** Checks the two logs together. */
  private void order(DurableFiles files, Path mesh, long meshEnd, Path portal, long portalEnd) {
    WorkMeter meter = new WorkMeter();
    try (LogFile meshFile = LogFile.openForReading(LogName.MESH, mesh, files, meter);
        LogFile portalFile = LogFile.openForReading(LogName.PORTAL, portal, files, meter)) {
      LogCursor meshCursor = meshFile.cursor(Math.min(meshEnd, meshFile.size()));
      LogCursor portalCursor = portalFile.cursor(Math.min(portalEnd, portalFile.size()));
      LogMerge merge = new LogMerge(meshCursor, portalCursor, facts -> {});
      merge.run();
      uncommitted(merge.end(LogName.MESH), meshCursor);
      uncommitted(merge.end(LogName.PORTAL), portalCursor);
    } catch (MeshException e) {
      add(e, mesh + " and " + portal);
    }
  }

  private void uncommitted(long end, LogCursor cursor) {
    if (end < cursor.offset()) {
      add(
          JlogException.Code.UNCOMMITTED,
          cursor.path() + " octet " + end,
          "the records from here on belong to transactions that were not finished");
    }
  }

  private void add(MeshException e, String place) {
    repairable = false;
    String problem =
        e instanceof JlogException.Damaged damaged ? damaged.fault() : Finding.of(e).problem();
    findings.add(new Finding(e.errorCode(), place, problem, e.hint()));
  }

  private void add(JlogException.Code code, String place, String problem) {
    findings.add(new Finding(code, place, problem));
  }
}
