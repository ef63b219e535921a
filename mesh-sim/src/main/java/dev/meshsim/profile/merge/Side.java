package dev.meshsim.profile.merge;

/** The two versions that a merge brings together. */
public enum Side {
  /** The version of this device, which is not published yet. */
  MINE,
  /** The version that the portal has, published by another device. */
  THEIRS
}
