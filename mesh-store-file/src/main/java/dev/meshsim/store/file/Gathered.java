package dev.meshsim.store.file;

import dev.meshsim.error.MeshException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Goes on after a failure, so that one look tells all that is wrong. */
final class Gathered {

  private final List<MeshException> failures = new ArrayList<>();

  /** Runs something; its failure is kept. */
  void attempt(Runnable act) {
    try {
      act.run();
    } catch (MeshException e) {
      failures.add(e);
    }
  }

  /** What failed. */
  List<MeshException> failures() {
    return failures;
  }

  /** Throws the first failure, if there is one; the others go with it as suppressed ones. */
  void throwFirst() {
    if (!failures.isEmpty()) {
      MeshException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** A failure and those that go with it. */
  static Stream<MeshException> all(MeshException failure) {
    return Stream.concat(
        Stream.of(failure),
        Arrays.stream(failure.getSuppressed())
            .filter(MeshException.class::isInstance)
            .map(MeshException.class::cast));
  }
}
