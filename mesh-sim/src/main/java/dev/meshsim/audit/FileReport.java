package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.Problem;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.error.Quote;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report on one file, built from the outcomes of its records in their order. */
final class FileReport {

  /** The most problems of one kind that are listed. */
  static final int MOST = 100;

  private static final int MOST_TRANSACTIONS = 1 << 26;

  /** A claim that waits until all files are read, with the number of its record. */
  record Waiting(long number, Claim claim) {}

  private final String file;
  private final Map<String, String> owners;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<ProblemKind, Long> counts = new EnumMap<>(ProblemKind.class);
  private final Set<Generation> generations = EnumSet.noneOf(Generation.class);
  private final List<Waiting> waiting = new ArrayList<>();
  private final BitSet transactions = new BitSet();
  private long records;
  private long unreadable;
  private long verified;
  private long failed;
  private long unverifiable;
  private long matched;
  private long mismatched;
  private long lastRecord = 1;

  /**
   * An empty report.
   *
   * @param owners for each application the profile that listed it first, in this file or an earlier
   *     one
   */
  FileReport(String file, Map<String, String> owners) {
    this.file = file;
    this.owners = owners;
  }

  /** The name of the file. */
  String file() {
    return file;
  }

  void add(RecordCheck.Outcome record) {
    records++;
    lastRecord = record.number();
    unreadable += record.unreadable() ? 1 : 0;
    Tally tally = record.tally();
    verified += tally.verified;
    failed += tally.failed;
    unverifiable += tally.unverifiable;
    matched += tally.matched;
    mismatched += tally.mismatched;
    generations.addAll(tally.generations());
    tally.findings().forEach(f -> add(record.number(), f.kind(), f.detail()));
    tally.listed().forEach((application, profile) -> own(record.number(), application, profile));
    tally.claims().forEach(claim -> take(record.number(), claim));
    transaction(record);
  }

  private void own(long number, String application, String profile) {
    String owner = owners.putIfAbsent(application, profile);
    if (owner != null && !owner.equals(profile)) {
      add(
          number,
          ProblemKind.DISPUTED_APPLICATION,
          Quote.brief(application)
              + " is of "
              + Quote.brief(owner)
              + " and of "
              + Quote.brief(profile));
    }
  }

  private void take(long number, Claim claim) {
    if (claim.isProvenFor(owner(claim))) {
      verified++;
    } else {
      waiting.add(new Waiting(number, claim));
    }
  }

  /** The profile that listed the application first, or null if none did. */
  @Nullable String owner(Claim claim) {
    return owners.get(claim.subject());
  }

  private void transaction(RecordCheck.Outcome record) {
    long number = record.transaction();
    if (number < 0 || number >= MOST_TRANSACTIONS) {
      return;
    }
    if (transactions.get((int) number)) {
      add(record.number(), ProblemKind.DUPLICATE_TRANSACTION_ID, "TID:" + number);
    }
    transactions.set((int) number);
  }

  private void add(long number, ProblemKind kind, String detail) {
    if (counts.merge(kind, 1L, Long::sum) <= MOST) {
      problems.add(new Problem(number, kind, detail));
    }
  }

  List<Waiting> waiting() {
    return waiting;
  }

  /** Takes the decision about a claim that waited. */
  void decide(Waiting waited, ClaimJudge.Verdict verdict) {
    ProblemKind kind = verdict.kind();
    if (kind == null) {
      verified++;
      return;
    }
    if (kind == ProblemKind.UNVERIFIABLE) {
      unverifiable++;
    } else {
      failed++;
    }
    add(waited.number(), kind, verdict.detail());
  }

  LogVerdict verdict() {
    List<Problem> listed = new ArrayList<>(problems);
    listed.sort(Comparator.comparingLong(Problem::record));
    counts.forEach(
        (kind, count) -> {
          if (count > MOST) {
            listed.add(
                new Problem(
                    lastRecord, ProblemKind.MORE, (count - MOST) + " more of " + kind.label()));
          }
        });
    return new LogVerdict(
        file,
        generation(),
        records,
        unreadable,
        new LogVerdict.Signatures(verified, failed, unverifiable),
        new LogVerdict.Fingerprints(matched, mismatched),
        listed,
        counts.keySet().stream().anyMatch(ProblemKind::failure));
  }

  private String generation() {
    return generations.isEmpty()
        ? Generation.UNKNOWN.label()
        : generations.stream().map(Generation::label).collect(Collectors.joining("+"));
  }
}
