package dev.meshsim.session.application;

import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.PasswordMerge;
import dev.meshsim.profile.merge.Side;

/**
 * Content of an application that two devices have changed differently.
 *
 * @param merge the three versions and their differences
 * @param theirs the portal's version, which the next one of this device has to replace
 */
record ContentConflict(Merge<PasswordProfilePrivate> merge, ApplicationVault.Opened theirs) {

  /**
   * The content after the choice of a side, with the changes that this device made after its
   * update.
   *
   * @param updated this device's content when it was updated
   * @param now this device's content
   */
  PasswordProfilePrivate with(
      Side side, PasswordProfilePrivate updated, PasswordProfilePrivate now) {
    return PasswordMerge.merge(updated, now, merge.with(side)).with(side);
  }
}
