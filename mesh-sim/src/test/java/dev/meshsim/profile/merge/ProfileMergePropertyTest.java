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

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(profiles(), profiles(), profiles()).as(Case::new);
  }

  /** Profiles whose applications list only devices of the profile. */
  private static Arbitrary<PersonalProfile> profiles() {
    Arbitrary<List<Integer>> versions = Arbitraries.of(0, 1, 1, 1, 2).list().ofSize(DEVICES.size());
    Arbitrary<List<String>> entries = entries().list().ofSize(APPLICATIONS.size());
    return Combinators.combine(versions, entries).as(ProfileMergePropertyTest::profile);
  }

  /** An entry without its name; empty for an application that is not there. */
  private static Arbitrary<String> entries() {
    Arbitrary<String> names = Arbitraries.of("", " \"Home\"", " \"Work\"");
    Arbitrary<Set<String>> lists = Arbitraries.of(DEVICES).set();
    return Combinators.combine(names, lists, lists)
        .as((name, sign, read) -> name + " signed by " + listed(sign) + ", read by " + listed(read))
        .injectDuplicates(0.4)
        .flatMap(entry -> Arbitraries.of("", entry, entry, entry));
  }

  private static String listed(Set<String> devices) {
    return devices.isEmpty() ? "-" : String.join("+", new TreeSet<>(devices));
  }

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
