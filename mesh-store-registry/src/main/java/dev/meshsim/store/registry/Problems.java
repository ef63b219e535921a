package dev.meshsim.store.registry;

import dev.meshsim.error.MeshException;
import dev.meshsim.files.FilesException;
import dev.meshsim.log.Finding;
import java.util.ArrayList;
import java.util.List;

/** Gathers all that is wrong, so that one look at a store tells everything. */
final class Problems {

  /** Something that may fail. */
  interface Attempt {
    void run();
  }

  private final List<MeshException> failures = new ArrayList<>();

  void add(MeshException failure) {
    failures.add(failure);
  }

  /** Runs something; a failure is kept. */
  void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (MeshException e) {
      failures.add(e);
    }
  }

  boolean none() {
    return failures.isEmpty();
  }

  /** Throws the first failure, if any. */
  void throwFirst() {
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  /** One finding for each failure, in the order in which they were met. */
  List<Finding> findings() {
    return failures.stream().map(Problems::finding).toList();
  }

  /** A failure with its place apart. */
  static Finding finding(MeshException failure) {
    String place = "";
    if (failure instanceof RegistryException registry) {
      place = registry.place().toString();
    } else if (failure instanceof FilesException files) {
      place = files.file().toString();
    }
    return Finding.of(place, failure);
  }
}
