package dev.meshsim.audit;

import dev.meshsim.audit.record.Frame;
import dev.meshsim.audit.record.Frames;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.audit.record.LogSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A verifier of logs of any generation: it recomputes every fingerprint, digest and signature and
 * follows the chain from device and master profiles to personal profiles, applications and
 * connections.
 *
 * <p>Several files are verified together: a key or a profile of one counts for all. Several threads
 * check records, and the outcomes are gathered in the order of the records, so the result depends
 * only on the files. A signed object that was recently checked is counted but not verified again.
 */
public final class LogVerify {

  private static final int BATCH_OCTETS = 1 << 18;
  private static final int BATCH_FRAMES = 256;

  private final int threads;
  private final KnownSigners registry = new KnownSigners();
  private final VerifyMeter work;
  private final ClaimJudge judge;
  private final RecordCheck records;
  private final Map<String, String> owners = new HashMap<>();

  private LogVerify(int threads, VerifyMeter work) {
    this.threads = threads;
    this.work = work;
    this.judge = new ClaimJudge(registry, work);
    this.records = new RecordCheck(new ObjectCheck(registry, judge, work), registry, work);
  }

  /**
   * The result for several files.
   *
   * @param files a verdict for each source, in order
   * @param work the work done
   */
  public record Result(List<LogVerdict> files, VerifyWork work) {

    /** Copies the list. */
    public Result {
      files = List.copyOf(files);
    }

    /** True if something failed in any of the files. */
    public boolean failed() {
      return files.stream().anyMatch(LogVerdict::failed);
    }
  }

  /**
   * Verifies {@code sources} together, on all processors.
   *
   * @throws LogSourceException if a source cannot be opened or read; defects of its content are
   *     reported as problems
   */
  public static Result verify(List<LogSource> sources) {
    return verify(sources, Runtime.getRuntime().availableProcessors(), new VerifyMeter());
  }

  /**
   * Verifies as {@link #verify(List)} does.
   *
   * @param threads the number of threads that check records; at least 1
   * @param work counts the work
   */
  static Result verify(List<LogSource> sources, int threads, VerifyMeter work) {
    return new LogVerify(threads, work).run(sources);
  }

  private Result run(List<LogSource> sources) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "log-verify");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<FileReport> reports = new ArrayList<>();
      for (LogSource source : sources) {
        reports.add(read(source, pool));
      }
      List<LogVerdict> verdicts = new ArrayList<>();
      for (FileReport report : reports) {
        decide(report, pool);
        verdicts.add(report.verdict());
      }
      return new Result(verdicts, work.count());
    } finally {
      pool.shutdownNow();
    }
  }

  private FileReport read(LogSource source, ExecutorService pool) {
    FileReport report = new FileReport(source.name(), owners);
    try (InputStream in = source.opener().open()) {
      Frames frames = Frames.of(in);
      InOrder<List<RecordCheck.Outcome>> inOrder =
          new InOrder<>(source.name(), pool, threads, outcomes -> outcomes.forEach(report::add));
      List<Frame> batch = new ArrayList<>();
      long octets = 0;
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        batch.add(frame);
        octets += frame.octets().length();
        if (octets >= BATCH_OCTETS || batch.size() >= BATCH_FRAMES) {
          inOrder.submit(task(batch));
          batch = new ArrayList<>();
          octets = 0;
        }
      }
      inOrder.submit(task(batch));
      inOrder.finish();
      work.octetsScanned.add(frames.octetsScanned());
      return report;
    } catch (IOException e) {
      throw new LogSourceException(source.name(), e);
    }
  }

  private Callable<List<RecordCheck.Outcome>> task(List<Frame> batch) {
    return () -> batch.stream().map(records::check).toList();
  }

  private void decide(FileReport report, ExecutorService pool) {
    List<FileReport.Waiting> waiting = report.waiting();
    InOrder<List<ClaimJudge.Verdict>> inOrder =
        new InOrder<>(report.file(), pool, threads, new Deciding(report, waiting));
    for (int from = 0; from < waiting.size(); from += BATCH_FRAMES) {
      List<FileReport.Waiting> batch =
          waiting.subList(from, Math.min(waiting.size(), from + BATCH_FRAMES));
      inOrder.submit(
          () ->
              batch.stream()
                  .map(waited -> judge.judge(waited.claim(), report.owner(waited.claim())))
                  .toList());
    }
    inOrder.finish();
  }

  /** Pairs decisions, which arrive in order, with the claims that waited for them. */
  private static final class Deciding implements Consumer<List<ClaimJudge.Verdict>> {
    private final FileReport report;
    private final List<FileReport.Waiting> waiting;
    private int next;

    Deciding(FileReport report, List<FileReport.Waiting> waiting) {
      this.report = report;
      this.waiting = waiting;
    }

    @Override
    public void accept(List<ClaimJudge.Verdict> verdicts) {
      verdicts.forEach(verdict -> report.decide(waiting.get(next++), verdict));
    }
  }
}
