package dev.meshsim.scenario.engine;

import dev.meshsim.error.MeshException;
import dev.meshsim.scenario.run.Case;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/**
 * A case over one store; or the failure of a file that is no scenario, under the name that its case
 * would have.
 */
final class CaseDescriptor extends AbstractTestDescriptor {

  /** The type of the segment of a case in a unique id. */
  static final String SEGMENT = "case";

  private final Optional<Case> one;
  private final Optional<MeshException> problem;

  private CaseDescriptor(
      UniqueId file,
      String label,
      TestSource source,
      Optional<Case> one,
      Optional<MeshException> problem) {
    super(file.append(SEGMENT, label), label, source);
    this.one = one;
    this.problem = problem;
  }

  static CaseDescriptor of(UniqueId file, String label, TestSource source, Case one) {
    return new CaseDescriptor(file, label, source, Optional.of(one), Optional.empty());
  }

  static CaseDescriptor rejected(
      UniqueId file, String label, TestSource source, MeshException problem) {
    return new CaseDescriptor(file, label, source, Optional.empty(), Optional.of(problem));
  }

  /** The case; empty if there is a problem. */
  Optional<Case> one() {
    return one;
  }

  /** The reason why there is nothing to run. */
  Optional<MeshException> problem() {
    return problem;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public Set<TestTag> getTags() {
    return one.stream()
        .flatMap(each -> each.tags().stream())
        .filter(TestTag::isValid)
        .map(TestTag::create)
        .collect(Collectors.toUnmodifiableSet());
  }
}
