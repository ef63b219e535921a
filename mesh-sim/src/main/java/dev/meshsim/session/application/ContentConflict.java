package dev.meshsim.session.application;

import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.Side;

/**
 * Content of an application that two devices have changed differently.
 *
 * @param type the type of the application
 * @param merge the three versions and their differences
 * @param theirs the portal's version, which the next one of this device has to replace
 */
record ContentConflict(
    ApplicationType<?> type, Merge<Parts> merge, ApplicationVault.Opened theirs) {

  /**
   * The content after the choice of a side, with the changes that this device made after its
   * update.
   *
   * @param updated this device's content when it was updated
   * @param now this device's content
   */
  Parts with(Side side, Parts updated, Parts now) {
    return Parts.merge(type, updated, now, merge.with(side)).with(side);
  }
}
