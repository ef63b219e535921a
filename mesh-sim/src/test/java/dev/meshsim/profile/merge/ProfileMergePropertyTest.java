package dev.meshsim.profile.merge;

import dev.meshsim.profile.PersonalProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of merged profiles, checked on small profiles that collide often. */
class ProfileMergePropertyTest {

  private static final List<String> DEVICES = List.of("laptop", "phone", "tablet");
  private static final List<String> APPLICATIONS = List.of("passwords", "notes");

  /** Three versions of one profile. */
  record Case(PersonalProfile base, PersonalProfile mine, PersonalProfile theirs) {

    Merge<PersonalProfile> merge() {
      return MergeText.merge(base, mine, theirs);
    }
  }

  /** Each version has one of two entries for an application, or none, so that many are equal. */
  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<List<Integer>> devices =
        Arbitraries.of(0, 1, 1, 1, 2).list().ofSize(3 * DEVICES.size());
    Arbitrary<List<Integer>> picks = Arbitraries.of(0, 1, 2).list().ofSize(3 * APPLICATIONS.size());
    Arbitrary<List<String>> entries = entries().list().ofSize(2 * APPLICATIONS.size());
    return Combinators.combine(devices, picks, entries)
        .as(
            (versions, picked, pool) -> {
              List<PersonalProfile> profiles = new ArrayList<>();
              for (int i = 0; i < 3; i++) {
                profiles.add(
                    profile(
                        versions.subList(i * DEVICES.size(), (i + 1) * DEVICES.size()),
                        picked(pool, picked.subList(i * 2, i * 2 + 2))));
              }
              return new Case(profiles.get(0), profiles.get(1), profiles.get(2));
            });
  }

  /** For each application one of its two entries in the pool; empty for the pick 2. */
  private static List<String> picked(List<String> pool, List<Integer> picks) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < picks.size(); i++) {
      entries.add(picks.get(i) == 2 ? "" : pool.get(2 * i + picks.get(i)));
    }
    return entries;
  }

  /** An entry without its name. */
  private static Arbitrary<String> entries() {
    Arbitrary<String> names = Arbitraries.of("", " \"Home\"", " \"Work\"");
    Arbitrary<Set<String>> lists = Arbitraries.of(DEVICES).set();
    return Combinators.combine(names, lists, lists)
        .as(
            (name, sign, read) ->
                name + " signed by " + listed(sign) + ", read by " + listed(read));
  }

  private static String listed(Set<String> devices) {
    return devices.isEmpty() ? "-" : String.join("+", new TreeSet<>(devices));
  }

  /** A profile whose applications list only devices of the profile. */
  private static PersonalProfile profile(List<Integer> versions, List<String> entries) {
    List<String> parts = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      (versions.get(i) == 0 ? missing : parts)
          .add(DEVICES.get(i) + (versions.get(i) < 2 ? "" : " 2"));
    }
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).isEmpty()) {
        parts.add(APPLICATIONS.get(i) + without(entries.get(i), missing));
      }
    }
    return MergeText.profile(parts.toArray(String[]::new));
  }

  private static String without(String entry, List<String> missing) {
    String[] parts = entry.split("(?<=signed by )|(?=, read by )|(?<=, read by )");
    return Stream.of(parts)
        .map(
            part ->
                part.contains(" by ") || part.startsWith(",") ? part : listed(kept(part, missing)))
        .reduce("", String::concat);
  }

  private static Set<String> kept(String devices, List<String> missing) {
    Set<String> kept = new TreeSet<>(List.of(devices.split("\\+")));
    missing.forEach(kept::remove);
    kept.remove("-");
    return kept;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean theSidesAreAlike(@ForAll("cases") Case c) {
    return MergeLaws.commutes(MergeText::merge, c.base(), c.mine(), c.theirs());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean oneChangeIsTaken(@ForAll("cases") Case c) {
    return MergeLaws.idempotent(MergeText::merge, c.base(), c.mine());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean twiceIsOnce(@ForAll("cases") Case c) {
    return MergeLaws.twiceIsOnce(MergeText::merge, c.base(), c.mine(), c.theirs());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean cleanOrRefused(@ForAll("cases") Case c) {
    return MergeLaws.cleanOrRefused(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean devicesAreThoseThatNobodyRemoved(@ForAll("cases") Case c) {
    return ProfileMergeLaws.devicesAreThoseThatNobodyRemoved(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean changedDevicesSurvive(@ForAll("cases") Case c) {
    return ProfileMergeLaws.changedDevicesSurvive(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean removedDevicesAreListedNowhere(@ForAll("cases") Case c) {
    return ProfileMergeLaws.removedDevicesAreListedNowhere(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean listsHoldEveryChange(@ForAll("cases") Case c) {
    return ProfileMergeLaws.listsHoldEveryChange(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean removedApplicationsStayAway(@ForAll("cases") Case c) {
    return ProfileMergeLaws.removedApplicationsStayAway(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean addedApplicationsSurvive(@ForAll("cases") Case c) {
    return ProfileMergeLaws.addedApplicationsSurvive(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean differencesLoseNothing(@ForAll("cases") Case c) {
    return ProfileMergeLaws.differencesLoseNothing(c.merge());
  }
}
