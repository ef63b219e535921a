package dev.meshsim.profile.merge;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.udf.Udf;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The laws of merged profiles, as predicates on one merge. */
final class ProfileMergeLaws {

  private static final List<Function<ApplicationProfileEntry, List<Udf>>> LISTS =
      List.of(ApplicationProfileEntry::adminDevices, ApplicationProfileEntry::decryptDevices);

  private ProfileMergeLaws() {}

  /** A device is in the merge if no side removed it and one has it. */
  static boolean devicesAreThoseThatNobodyRemoved(Merge<PersonalProfile> merge) {
    Set<Udf> expected = devices(merge.mine());
    expected.addAll(devices(merge.theirs()));
    expected.removeAll(removedDevices(merge));
    return choices(merge).allMatch(merged -> devices(merged).equals(expected));
  }

  /** A device that one side changed or added is merged as that side has it. */
  static boolean changedDevicesSurvive(Merge<PersonalProfile> merge) {
    Set<Udf> removed = removedDevices(merge);
    return changing(merge)
        .allMatch(
            version ->
                other(merge, version).devices().stream()
                    .filter(device -> !version.devices().contains(device))
                    .filter(device -> !removed.contains(device.identifier()))
                    .filter(device -> isBases(merge, version, device.identifier()))
                    .allMatch(
                        device -> choices(merge).allMatch(m -> m.devices().contains(device))));
  }

  /** A removed device is in no list of the merge. */
  static boolean removedDevicesAreListedNowhere(Merge<PersonalProfile> merge) {
    Set<Udf> removed = removedDevices(merge);
    return choices(merge)
        .flatMap(merged -> merged.applications().stream())
        .flatMap(entry -> LISTS.stream().map(list -> list.apply(entry)))
        .allMatch(list -> Collections.disjoint(list, removed));
  }

  /**
   * In an application that both sides have, every addition to a list and every removal takes
   * effect.
   */
  static boolean listsHoldEveryChange(Merge<PersonalProfile> merge) {
    Set<Udf> removed = removedDevices(merge);
    return merge.mine().applications().stream()
        .map(ApplicationProfileEntry::identifier)
        .filter(app -> merge.theirs().application(app).isPresent())
        .allMatch(
            app ->
                LISTS.stream()
                    .allMatch(
                        list -> {
                          Set<Udf> base = listed(merge.base(), app, list);
                          Set<Udf> mine = listed(Optional.of(merge.mine()), app, list);
                          Set<Udf> theirs = listed(Optional.of(merge.theirs()), app, list);
                          Set<Udf> expected = union(mine, theirs);
                          expected.removeIf(
                              device ->
                                  removed.contains(device)
                                      || (base.contains(device)
                                          && !(mine.contains(device) && theirs.contains(device))));
                          return choices(merge)
                              .allMatch(m -> listed(Optional.of(m), app, list).equals(expected));
                        }));
  }

  /** An application that one side removed returns only if the other changed it and is chosen. */
  static boolean removedApplicationsStayAway(Merge<PersonalProfile> merge) {
    Set<String> open =
        merge.differences().stream().map(Difference::what).collect(Collectors.toSet());
    return merge.base().get().applications().stream()
        .map(ApplicationProfileEntry::identifier)
        .filter(app -> !open.contains("the application " + app))
        .filter(app -> changing(merge).anyMatch(side -> side.application(app).isEmpty()))
        .allMatch(app -> choices(merge).allMatch(merged -> merged.application(app).isEmpty()));
  }

  /** An application that one side added or alone has changed is in the merge. */
  static boolean addedApplicationsSurvive(Merge<PersonalProfile> merge) {
    return changing(merge)
        .flatMap(side -> side.applications().stream())
        .map(ApplicationProfileEntry::identifier)
        .filter(app -> merge.base().get().application(app).isEmpty())
        .allMatch(app -> choices(merge).allMatch(merged -> merged.application(app).isPresent()));
  }

  /** Where a difference is decided for a side, the merge has that side's value. */
  static boolean differencesLoseNothing(Merge<PersonalProfile> merge) {
    return Stream.of(Side.values())
        .allMatch(
            side -> merge.differences().stream().allMatch(d -> holds(merge.with(side), d, side)));
  }

  private static boolean holds(PersonalProfile merged, Difference<?> difference, Side side) {
    Udf subject = Udf.parse(difference.what().substring(difference.what().lastIndexOf(' ') + 1));
    Optional<?> value = difference.versions().of(side);
    Optional<ApplicationProfileEntry> entry = merged.application(subject);
    if (difference.what().startsWith("the description")) {
      return entry.map(ApplicationProfileEntry::friendly).equals(value);
    }
    return difference.what().startsWith("the application")
        ? entry.equals(value)
        : value.isPresent() && merged.devices().contains(value.get());
  }

  private static boolean isBases(Merge<PersonalProfile> merge, PersonalProfile side, Udf device) {
    return device(side, device).equals(device(merge.base().get(), device));
  }

  private static Optional<SignedDeviceProfile> device(PersonalProfile profile, Udf device) {
    return profile.devices().stream().filter(d -> d.identifier().equals(device)).findFirst();
  }

  private static Set<Udf> removedDevices(Merge<PersonalProfile> merge) {
    Set<Udf> removed = devices(merge.base().get());
    removed.removeIf(device -> changing(merge).allMatch(side -> devices(side).contains(device)));
    return removed;
  }

  private static PersonalProfile other(Merge<PersonalProfile> merge, PersonalProfile side) {
    return side == merge.mine() ? merge.theirs() : merge.mine();
  }

  private static Stream<PersonalProfile> changing(Merge<PersonalProfile> merge) {
    return Stream.of(merge.mine(), merge.theirs());
  }

  private static Stream<PersonalProfile> choices(Merge<PersonalProfile> merge) {
    return Stream.of(Side.values()).map(merge::with);
  }

  private static Set<Udf> devices(PersonalProfile profile) {
    return profile.devices().stream()
        .map(SignedDeviceProfile::identifier)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<Udf> listed(
      Optional<PersonalProfile> profile,
      Udf application,
      Function<ApplicationProfileEntry, List<Udf>> list) {
    return profile
        .flatMap(p -> p.application(application))
        .map(list)
        .map(Set::copyOf)
        .orElse(Set.of());
  }

  private static Set<Udf> union(Collection<Udf> one, Collection<Udf> other) {
    Set<Udf> union = new HashSet<>(one);
    union.addAll(other);
    return union;
  }
}
