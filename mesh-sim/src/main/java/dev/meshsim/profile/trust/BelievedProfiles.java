package dev.meshsim.profile.trust;

import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bounded cache of the latest verified version of each profile. Equal octets are verified once,
 * and a successor only where it differs. The least recently used profile is dropped first.
 * Thread-safe.
 */
public final class BelievedProfiles {

  /** The capacity of the cache, in profiles. */
  public static final int REMEMBERED = 4096;

  private final ProfileVerifier verifier;
  private final Map<Udf, VerifiedPersonalProfile> latest;

  /** Makes an empty cache in front of {@code verifier}. */
  public BelievedProfiles(ProfileVerifier verifier) {
    this(verifier, REMEMBERED);
  }

  BelievedProfiles(ProfileVerifier verifier, int remembered) {
    this.verifier = verifier;
    this.latest = Collections.synchronizedMap(new RecentlyUsed<>(remembered));
  }

  /**
   * Verifies {@code signed}, unless it is the version that was verified last.
   *
   * @throws ProfileException if it does not verify
   */
  public VerifiedPersonalProfile believe(SignedPersonalProfile signed) {
    VerifiedPersonalProfile known = latest.get(signed.identifier());
    if (known == null || !known.signed().equals(signed)) {
      known = verifier.personal(signed, Optional.ofNullable(known));
      remember(known);
    }
    return known;
  }

  /** Adds a profile that was verified elsewhere. */
  public void remember(VerifiedPersonalProfile profile) {
    latest.put(profile.identifier(), profile);
  }

  private static final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int limit;

    RecentlyUsed(int limit) {
      super(64, 0.75f, true);
      this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > limit;
    }
  }
}
