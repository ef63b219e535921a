package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of the latest verified version of each profile. Equal octets are verified once,
 * and a successor only where it differs; a device profile when it is first read. The least recently
 * used profile is dropped first. Thread-safe.
 */
public final class BelievedProfiles {

  /** The capacity of the cache, in profiles. */
  public static final int REMEMBERED = 4096;

  private final ProfileVerifier verifier;
  private final Map<Udf, Known> latest;

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
    Optional<VerifiedPersonalProfile> known =
        Optional.ofNullable(latest.get(signed.identifier())).map(Known::profile);
    if (known.filter(profile -> profile.signed().equals(signed)).isPresent()) {
      return known.get();
    }
    VerifiedPersonalProfile believed = verifier.personalOfAdministrator(signed, known);
    remember(believed);
    return believed;
  }

  /**
   * Believes the profile that a text holds, without parsing it if it is the text that was read
   * last.
   *
   * @param identifier the profile's identifier
   * @param text the text, which is kept with the profile
   * @param read parses the text; null if it holds something else
   * @return the profile, or empty if the text holds something else
   * @throws ProfileException if it does not verify
   */
  public Optional<VerifiedPersonalProfile> believe(
      Udf identifier, Bytes text, Supplier<@Nullable SignedPersonalProfile> read) {
    Optional<VerifiedPersonalProfile> last = readLast(identifier, text);
    if (last.isPresent()) {
      return last;
    }
    SignedPersonalProfile signed = read.get();
    if (signed == null) {
      return Optional.empty();
    }
    VerifiedPersonalProfile believed = believe(signed);
    latest.put(identifier, new Known(believed, text));
    return Optional.of(believed);
  }

  /** The profile that a text holds, if this is the text that was read or written last. */
  public Optional<VerifiedPersonalProfile> readLast(Udf identifier, Bytes text) {
    return Optional.ofNullable(latest.get(identifier))
        .filter(known -> known.text() != null && text.equals(known.text()))
        .map(Known::profile);
  }

  /** Adds a profile that was verified elsewhere. */
  public void remember(VerifiedPersonalProfile profile) {
    latest.put(profile.identifier(), new Known(profile, null));
  }

  /**
   * Adds a profile that was verified elsewhere, with the text that it was written as, so that the
   * text is not parsed to be compared.
   */
  public void remember(VerifiedPersonalProfile profile, Bytes text) {
    latest.put(profile.identifier(), new Known(profile, text));
  }

  private record Known(VerifiedPersonalProfile profile, @Nullable Bytes text) {}

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
