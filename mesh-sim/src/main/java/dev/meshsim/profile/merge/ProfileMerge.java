package dev.meshsim.profile.merge;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Merges personal profiles: devices and applications by their identifiers, the entry of an
 * application as {@link ApplicationEntryMerge} does.
 *
 * <p>A merge never brings a removed device back: a device that one side removed is gone, whatever
 * the other side did, and no application lists it any more.
 */
public final class ProfileMerge {

  private ProfileMerge() {}

  /**
   * Merges two versions of a profile.
   *
   * @param master the master profile of the result, as {@link #master} chooses it
   * @param at the time of the result
   * @throws IllegalArgumentException if they are not versions of one profile
   */
  public static Merge<PersonalProfile> merge(
      PersonalProfile base,
      PersonalProfile mine,
      PersonalProfile theirs,
      SignedMasterProfile master,
      Instant at) {
    requireOneProfile(base, mine, theirs);
    Outcome<Map<Udf, SignedDeviceProfile>> devices =
        ThreeWay.maps(
            devices(base),
            devices(mine),
            devices(theirs),
            Comparator.naturalOrder(),
            ThreeWay.removalWins(device -> "the device " + device));
    Set<Udf> removed = new HashSet<>(devices(base).keySet());
    removed.removeAll(devices.withMine().orElseThrow().keySet());
    Outcome<Map<Udf, ApplicationProfileEntry>> applications =
        ThreeWay.maps(
            applications(base, removed),
            applications(mine, removed),
            applications(theirs, removed),
            Comparator.naturalOrder(),
            ApplicationEntryMerge::outcome);
    return Merge.of(
        Optional.of(base),
        mine,
        theirs,
        side ->
            new PersonalProfile(
                base.identifier(),
                at,
                master,
                List.copyOf(devices.with(side).orElseThrow().values()),
                List.copyOf(applications.with(side).orElseThrow().values())),
        List.of(devices, applications));
  }

  /**
   * Chooses the master profile of a merge: the one of the side that changed it.
   *
   * @param both makes the master profile if both sides changed it, each in another way; not called
   *     otherwise
   */
  public static SignedMasterProfile master(
      PersonalProfile base,
      PersonalProfile mine,
      PersonalProfile theirs,
      Supplier<SignedMasterProfile> both) {
    requireOneProfile(base, mine, theirs);
    return ThreeWay.oneSided(
            base.signedMasterProfile(), mine.signedMasterProfile(), theirs.signedMasterProfile())
        .orElseGet(both);
  }

  private static void requireOneProfile(
      PersonalProfile base, PersonalProfile mine, PersonalProfile theirs) {
    if (!mine.identifier().equals(base.identifier())
        || !theirs.identifier().equals(base.identifier())) {
      throw new IllegalArgumentException("the profiles are not versions of one profile");
    }
  }

  private static Map<Udf, SignedDeviceProfile> devices(PersonalProfile profile) {
    return keyed(profile.devices(), SignedDeviceProfile::identifier);
  }

  /** The applications without the removed devices, so that only other changes are compared. */
  private static Map<Udf, ApplicationProfileEntry> applications(
      PersonalProfile profile, Set<Udf> removed) {
    List<ApplicationProfileEntry> remaining =
        profile.applications().stream().map(entry -> without(entry, removed)).toList();
    return keyed(remaining, ApplicationProfileEntry::identifier);
  }

  private static ApplicationProfileEntry without(ApplicationProfileEntry entry, Set<Udf> removed) {
    ApplicationProfileEntry remaining = entry;
    for (Udf device : removed) {
      remaining = remaining.withoutDevice(device);
    }
    return remaining;
  }

  private static <V> Map<Udf, V> keyed(List<V> values, Function<V, Udf> identifier) {
    Map<Udf, V> keyed = new LinkedHashMap<>();
    values.forEach(value -> keyed.put(identifier.apply(value), value));
    return keyed;
  }
}
