package dev.meshsim.profile.merge;

import static dev.meshsim.profile.merge.MergeText.AT;
import static dev.meshsim.profile.merge.MergeText.application;
import static dev.meshsim.profile.merge.MergeText.master;
import static dev.meshsim.profile.merge.MergeText.profile;
import static dev.meshsim.profile.merge.MergeText.udf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Merged profiles; docs/conflicts.md has the plain cases. */
class ProfileMergeTest {

  private static final Supplier<SignedMasterProfile> NEVER =
      () -> {
        throw new AssertionError("the master profile was made without need");
      };

  @Test
  void theResultHasTheGivenMasterProfileAndTime() {
    PersonalProfile base = profile("laptop");
    Instant later = AT.plusSeconds(1);
    PersonalProfile merged =
        ProfileMerge.merge(base, base, profile("laptop", "phone"), master("master 2"), later)
            .result();
    assertEquals(
        new PersonalProfile(
            udf("alice"),
            later,
            master("master 2"),
            profile("laptop", "phone").devices(),
            List.of()),
        merged);
  }

  @Test
  void aRemovedDeviceLeavesAnEntryThatTheOtherSideAdded() {
    assertEquals(
        profile("laptop", "notes signed by laptop, read by laptop"),
        MergeText.merge(
                profile("laptop", "phone"),
                profile("laptop"),
                profile("laptop", "phone", "notes signed by laptop+phone, read by laptop+phone"))
            .result());
  }

  @Test
  void aRemovedDeviceLeavesAnEntryThatItsOwnSideForgot() {
    PersonalProfile base = profile("laptop", "phone", "notes signed by laptop, read by phone");
    PersonalProfile mine = profile("laptop", "notes signed by laptop, read by phone");
    assertEquals(
        profile("laptop", "notes signed by laptop, read by -"),
        MergeText.merge(base, mine, base).result());
  }

  @Test
  void aRemovedDeviceIsNoChangeOfAnApplication() {
    PersonalProfile base = profile("laptop", "phone", "notes signed by laptop, read by phone");
    assertEquals(
        profile("laptop"),
        MergeText.merge(
                base,
                profile("laptop", "notes signed by laptop, read by -"),
                profile("laptop", "phone"))
            .result());
  }

  @Test
  void aDeviceChangedOnBothSidesIsADifference() {
    Merge<PersonalProfile> merge =
        MergeText.merge(profile("laptop"), profile("laptop 2"), profile("laptop 3"));
    assertEquals("the device " + udf("laptop"), merge.differences().get(0).what());
    assertEquals(profile("laptop 2"), merge.with(Side.MINE));
    assertEquals(profile("laptop 3"), merge.with(Side.THEIRS));
    ConflictException e = assertThrows(ConflictException.class, merge::result);
    assertEquals("fetch the profile and make the change again", e.hint());
  }

  @Test
  void theMasterProfileIsThatOfTheSideThatChangedIt() {
    PersonalProfile base = profile("laptop");
    PersonalProfile second = base.withMaster(master("master 2"), AT);
    PersonalProfile third = base.withMaster(master("master 3"), AT);
    assertEquals(master("master 1"), ProfileMerge.master(base, base, base, NEVER));
    assertEquals(master("master 2"), ProfileMerge.master(base, second, base, NEVER));
    assertEquals(master("master 2"), ProfileMerge.master(base, base, second, NEVER));
    assertEquals(master("master 2"), ProfileMerge.master(base, second, second, NEVER));
    assertEquals(
        master("master 4"), ProfileMerge.master(base, second, third, () -> master("master 4")));
  }

  @Test
  void anEntryAddedOnBothSidesIsMergedWithoutABase() {
    ApplicationProfileEntry mine = application("notes signed by laptop, read by laptop");
    ApplicationProfileEntry theirs = application("notes signed by phone, read by laptop+phone");
    ApplicationProfileEntry merged =
        ApplicationEntryMerge.merge(Optional.empty(), mine, theirs).result();
    assertEquals(
        List.of(udf("laptop"), udf("phone")).stream().sorted().toList(), merged.adminDevices());
    assertEquals(merged, ApplicationEntryMerge.merge(Optional.empty(), theirs, mine).result());
  }

  @Test
  void twoTypesAreADifference() {
    ApplicationProfileEntry mine = application("notes signed by laptop, read by laptop");
    ApplicationProfileEntry theirs =
        new ApplicationProfileEntry(
            mine.identifier(), "SSHProfile", null, mine.adminDevices(), List.of());
    Merge<ApplicationProfileEntry> merge =
        ApplicationEntryMerge.merge(Optional.empty(), mine, theirs);
    assertEquals(
        "the type of the application " + mine.identifier(), merge.differences().get(0).what());
    assertEquals(theirs, merge.with(Side.THEIRS));
    assertEquals(mine, merge.with(Side.MINE));
  }

  @Test
  void otherProfilesAndApplicationsAreRefused() {
    PersonalProfile alice = profile("laptop");
    Udf bob = udf("bob");
    PersonalProfile other =
        new PersonalProfile(
            bob, AT, new SignedMasterProfile(bob, master("x").signedData()), List.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> MergeText.merge(alice, alice, other));
    assertThrows(
        IllegalArgumentException.class, () -> ProfileMerge.master(alice, other, alice, NEVER));
    ApplicationProfileEntry notes = application("notes signed by laptop, read by -");
    ApplicationProfileEntry passwords = application("passwords signed by laptop, read by -");
    assertThrows(
        IllegalArgumentException.class,
        () -> ApplicationEntryMerge.merge(Optional.empty(), notes, passwords));
    assertThrows(
        IllegalArgumentException.class,
        () -> ApplicationEntryMerge.merge(Optional.of(passwords), notes, notes));
  }
}
