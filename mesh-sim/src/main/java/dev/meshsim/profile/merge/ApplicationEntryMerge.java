package dev.meshsim.profile.merge;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.udf.Udf;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Merges a profile's entry for an application: the description as one value, the devices that may
 * sign and those that can decrypt as sets. The type of an application is fixed, so two types are a
 * difference in the whole entry.
 */
public final class ApplicationEntryMerge {

  private ApplicationEntryMerge() {}

  /**
   * Merges two versions of the entry.
   *
   * @param base empty if the sides added the entry independently
   * @throws IllegalArgumentException if they are not of one application
   */
  public static Merge<ApplicationProfileEntry> merge(
      Optional<ApplicationProfileEntry> base,
      ApplicationProfileEntry mine,
      ApplicationProfileEntry theirs) {
    Udf application = mine.identifier();
    if (!theirs.identifier().equals(application)
        || base.filter(entry -> !entry.identifier().equals(application)).isPresent()) {
      throw new IllegalArgumentException("the entries are not of one application");
    }
    String type = base.orElse(mine).type();
    if (!mine.type().equals(type) || !theirs.type().equals(type)) {
      Versions<ApplicationProfileEntry> versions =
          new Versions<>(base, Optional.of(mine), Optional.of(theirs));
      return Merge.of(base, mine, theirs, whole(application, versions));
    }
    Outcome<String> friendly =
        ThreeWay.value(
            "the description of the application " + application,
            Versions.of(
                base.map(ApplicationProfileEntry::friendly).orElse(null),
                mine.friendly(),
                theirs.friendly()));
    List<Udf> admins = devices(base, mine, theirs, ApplicationProfileEntry::adminDevices);
    List<Udf> decrypters = devices(base, mine, theirs, ApplicationProfileEntry::decryptDevices);
    return Merge.of(
        base,
        mine,
        theirs,
        side ->
            new ApplicationProfileEntry(
                application, type, friendly.with(side).orElse(null), admins, decrypters),
        List.of(friendly));
  }

  /** The rule for an entry that both sides changed, or that one changed and the other removed. */
  static Outcome<ApplicationProfileEntry> outcome(
      Udf application, Versions<ApplicationProfileEntry> versions) {
    return versions.onlyOneSideHasIt()
        ? Outcome.differs("the application " + application, versions)
        : merge(versions.base(), versions.mine().orElseThrow(), versions.theirs().orElseThrow())
            .outcome();
  }

  private static Outcome<ApplicationProfileEntry> whole(
      Udf application, Versions<ApplicationProfileEntry> versions) {
    return ThreeWay.value("the type of the application " + application, versions);
  }

  private static List<Udf> devices(
      Optional<ApplicationProfileEntry> base,
      ApplicationProfileEntry mine,
      ApplicationProfileEntry theirs,
      Function<ApplicationProfileEntry, List<Udf>> list) {
    return ThreeWay.sets(
        base.map(list).orElse(List.of()),
        list.apply(mine),
        list.apply(theirs),
        Comparator.naturalOrder());
  }
}
