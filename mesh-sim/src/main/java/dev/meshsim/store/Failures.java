package dev.meshsim.store;

import dev.meshsim.error.MeshException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A collection of failures, so that one pass over a store reports everything wrong with it. */
public final class Failures {

  private final List<MeshException> failures = new ArrayList<>();

  /** Creates an empty collection. */
  public Failures() {}

  /** Adds a failure. */
  public void add(MeshException failure) {
    failures.add(failure);
  }

  /** Runs an action and collects its failure, if it fails. */
  public void attempt(Runnable act) {
    try {
      act.run();
    } catch (MeshException e) {
      failures.add(e);
    }
  }

  /** True if nothing has failed. */
  public boolean isEmpty() {
    return failures.isEmpty();
  }

  /** The failures in the order in which they were met. */
  public List<MeshException> all() {
    return List.copyOf(failures);
  }

  /** One finding for each failure, in the order in which they were met. */
  public List<Finding> findings() {
    return failures.stream().map(Finding::of).toList();
  }

  /** Throws the first failure, if any; the others are attached to it as suppressed exceptions. */
  public void throwFirst() {
    if (!failures.isEmpty()) {
      MeshException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** A failure, followed by those that {@link #throwFirst()} attached to it. */
  public static Stream<MeshException> withSuppressed(MeshException failure) {
    return Stream.concat(
        Stream.of(failure),
        Arrays.stream(failure.getSuppressed())
            .filter(MeshException.class::isInstance)
            .map(MeshException.class::cast));
  }
}
