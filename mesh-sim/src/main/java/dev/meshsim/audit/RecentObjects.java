package dev.meshsim.audit;

import dev.meshsim.bytes.Bytes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of recently checked signed objects, in two generations: when the young one has
 * {@code size} entries it becomes the old one, and the old one is dropped. A dropped object is
 * checked again, with an equal result. Thread-safe.
 */
final class RecentObjects {

  private final int size;
  private Map<Bytes, ObjectCheck.Outcome> young = new HashMap<>();
  private Map<Bytes, ObjectCheck.Outcome> old = new HashMap<>();

  RecentObjects(int size) {
    this.size = size;
  }

  synchronized ObjectCheck.@Nullable Outcome get(Bytes digest) {
    ObjectCheck.Outcome found = young.get(digest);
    if (found == null) {
      found = old.get(digest);
      if (found != null) {
        put(digest, found);
      }
    }
    return found;
  }

  synchronized void put(Bytes digest, ObjectCheck.Outcome outcome) {
    if (young.size() >= size) {
      old = young;
      young = new HashMap<>();
    }
    young.put(digest, outcome);
  }
}
