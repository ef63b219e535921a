/**
 * Three-way merges of what two devices changed since a common base: {@link
 * dev.meshsim.profile.merge.ProfileMerge} for a personal profile and {@link
 * dev.meshsim.profile.merge.RecordMerge} for the content of an application, on the rules of {@link
 * dev.meshsim.profile.merge.ThreeWay}. A merge is a pure function of the three versions and treats
 * both sides alike. Changes that do not fit together become a {@link
 * dev.meshsim.profile.merge.Difference} that holds both of them. The rules are written with
 * examples in {@code docs/conflicts.md}.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.profile.merge;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
