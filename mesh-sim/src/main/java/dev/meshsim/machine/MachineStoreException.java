package dev.meshsim.machine;

import dev.meshsim.error.MeshException;
import dev.meshsim.store.Finding;
import java.util.List;

/**
 * A machine's store that cannot be opened, with all that is wrong in it. The message is the first
 * finding and the number of further ones; the code is that of the first finding.
 */
public final class MachineStoreException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * Makes the failure.
   *
   * @param findings at least one; each place is a file, or a part of one
   */
  public MachineStoreException(List<Finding> findings) {
    super(
        findings.get(0).errorCode(),
        findings.get(0).place(),
        problem(findings),
        findings.get(0).hint(),
        null);
    this.findings = List.copyOf(findings);
  }

  /**
   * Makes the failure from others; one that was met twice is reported once.
   *
   * @param place the store's, for a failure that names none
   */
  public static MachineStoreException of(String place, List<? extends MeshException> problems) {
    return new MachineStoreException(findings(place, problems));
  }

  /**
   * The findings of failures, in their order; one that was met twice is reported once.
   *
   * @param place the store's, for a failure that names none
   */
  public static List<Finding> findings(String place, List<? extends MeshException> problems) {
    return problems.stream().map(problem -> Finding.of(place, problem)).distinct().toList();
  }

  private static String problem(List<Finding> findings) {
    int more = findings.size() - 1;
    return findings.get(0).problem()
        + (more == 0 ? "" : "; and " + more + (more == 1 ? " more finding" : " more findings"));
  }

  /** All findings, as {@link MachineStore#check} would report them; never empty. */
  public List<Finding> findings() {
    return findings;
  }
}
