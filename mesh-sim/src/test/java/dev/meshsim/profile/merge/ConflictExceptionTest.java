package dev.meshsim.profile.merge;

import static dev.meshsim.profile.merge.MergeText.passwords;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.application.PasswordMerge;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import org.junit.jupiter.api.Test;

/** The failures of merges, and what they hold. */
class ConflictExceptionTest {

  private final Merge<PasswordProfilePrivate> merge =
      PasswordMerge.merge(
          passwords("a: ann 1", "b: ann 1", "c: ann 1", "d: ann 1", "e: ann 1"),
          passwords("a: ann 2", "b: ann 2", "c: ann 2", "d: ann 2", "e: ann 2"),
          passwords("a: ann 3", "b: ann 3", "c: ann 3", "d: ann 3"));

  @Test
  void aConflictHoldsItsMerge() {
    ConflictException e = assertThrows(ConflictException.class, merge::result);
    assertEquals("conflict.differs", e.code());
    assertSame(merge, e.merge());
    assertSame(merge, e.merge(PasswordProfilePrivate.class));
    assertThrows(IllegalArgumentException.class, () -> e.merge(PersonalProfile.class));
  }

  @Test
  void threeDifferencesAreNamedAndAllAreCounted() {
    ConflictException e = assertThrows(ConflictException.class, merge::result);
    assertEquals(
        "5 things were changed differently here and in the portal's version: "
            + "the entry of a (changed here, changed at the portal); "
            + "the entry of b (changed here, changed at the portal); "
            + "the entry of c (changed here, changed at the portal); and 2 more",
        e.problem());
  }

  @Test
  void repeatedConflictsHoldNoMerge() {
    ConflictException e = ConflictException.repeated("the profile MDDK", 5);
    assertEquals("conflict.repeated", e.code());
    assertEquals(
        "the profile MDDK changed at the portal during each of 5 attempts to update it",
        e.problem());
    assertThrows(IllegalStateException.class, e::merge);
  }

  @Test
  void aCleanMergeIsNoConflict() {
    Merge<PasswordProfilePrivate> clean =
        PasswordMerge.merge(passwords(), passwords(), passwords());
    assertThrows(IllegalArgumentException.class, () -> ConflictException.differs(clean));
  }
}
