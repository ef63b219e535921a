package dev.meshsim.machine;

import dev.meshsim.error.MeshException;
import dev.meshsim.store.Finding;
import java.util.List;

/**
 * A machine's store that cannot be opened, with all that is wrong in it. The message says the first
 * finding and how many there are besides.
 */
public final class MachineStoreException extends MeshException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * Says what was found.
   *
   * @param findings at least one; each place is a file, or a part of one
   */
  public MachineStoreException(List<Finding> findings) {
    super(findings.get(0).code(), problem(findings), findings.get(0).hint());
    this.findings = List.copyOf(findings);
  }

  /**
   * The same of errors, each of which begins with its place; what was met twice is said once.
   *
   * @param place the store's, for an error that names none
   */
  public static MachineStoreException of(String place, List<? extends MeshException> problems) {
    return new MachineStoreException(findings(place, problems));
  }

  /** Errors as findings, in their order; what was met twice is said once. */
  public static List<Finding> findings(String place, List<? extends MeshException> problems) {
    return problems.stream().map(problem -> Finding.of(place, problem)).distinct().toList();
  }

  private static String problem(List<Finding> findings) {
    Finding first = findings.get(0);
    int more = findings.size() - 1;
    return first.place()
        + ": "
        + first.problem()
        + (more == 0 ? "" : "; and " + more + (more == 1 ? " more finding" : " more findings"));
  }

  /** All that is wrong, as {@link MachineStore#check} would say it; never empty. */
  public List<Finding> findings() {
    return findings;
  }
}
