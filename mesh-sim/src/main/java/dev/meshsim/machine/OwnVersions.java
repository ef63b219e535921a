package dev.meshsim.machine;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The versions that a machine has published since it was opened, and those that it has read which
 * its own keys have signed although it did not publish them. Not stored. Thread-safe.
 */
public final class OwnVersions {

  private static final int REMEMBERED = 4096;
  private static final int FINDINGS = 64;

  private final Map<Bytes, Boolean> published =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final Set<Finding> findings = new LinkedHashSet<>();

  /**
   * A version that is signed with a key of this machine, and that this machine did not publish
   * since it was opened and has no record of. Either an answer was lost when the machine stopped,
   * or another machine has a copy of its keys.
   *
   * @param object the identifier of the profile or application
   * @param key the fingerprint of the key that signed it
   * @param updated the time of the version
   */
  public record Finding(Udf object, Udf key, Instant updated) {

    /** The finding as a sentence. */
    public String text() {
      return "the version of "
          + object
          + " of "
          + updated
          + " is signed with the key "
          + key
          + " of this machine, which did not make it: an answer was lost in a crash, or another"
          + " machine has a copy of this one's keys";
    }
  }

  /** Remembers a version that is about to be published. */
  public synchronized void publish(Bytes digest) {
    published.put(digest, true);
  }

  /**
   * Notes a version that a key of the machine has signed, and that is later than its own record,
   * unless the machine has published it.
   */
  public synchronized void read(Bytes digest, Finding finding) {
    if (!published.containsKey(digest) && findings.size() < FINDINGS) {
      findings.add(finding);
    }
  }

  /** The findings, oldest first; at most {@value #FINDINGS}. */
  public synchronized List<Finding> findings() {
    return new ArrayList<>(findings);
  }
}
