package dev.meshsim.schema.check;

import dev.meshsim.dialect.Dialect;
import java.util.List;

/**
 * The result of a check.
 *
 * @param dialect the dialect whose schema was used
 * @param texts how many values the file has: the records of a log, or 1
 * @param objects how many objects were compared, those in payloads and texts among them
 * @param findings what is not as the schema says, in the order of the file, at most {@value #MOST}
 * @param more how many further findings there are
 */
public record CheckResult(
    Dialect dialect, int texts, int objects, List<Finding> findings, int more) {

  /** The most findings that are listed. */
  public static final int MOST = 200;

  /** Copies the list. */
  public CheckResult {
    findings = List.copyOf(findings);
  }
}
