package dev.meshsim.session.application;

import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.merge.Merge;
import dev.meshsim.profile.merge.Outcome;
import dev.meshsim.profile.merge.RecordMerge;
import dev.meshsim.profile.merge.ThreeWay;
import dev.meshsim.profile.merge.Versions;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an application that one device reads and changes, decrypted.
 *
 * @param shared the content that all devices share
 * @param published the members that everybody can read; present if the type has such
 * @param devicePublic what this device publishes about itself
 * @param devicePrivate what this device has encrypted to itself
 */
record Parts(
    Record shared,
    Optional<Record> published,
    Optional<Record> devicePublic,
    Optional<Record> devicePrivate) {

  /** The parts of a new application. */
  static Parts of(ApplicationType<?> type, Record shared) {
    return new Parts(
        shared, KnownApplicationProfile.nothingPublished(type), Optional.empty(), Optional.empty());
  }

  Parts withShared(Record changed) {
    return new Parts(changed, published, devicePublic, devicePrivate);
  }

  Parts withPublished(Record changed) {
    return new Parts(shared, Optional.of(changed), devicePublic, devicePrivate);
  }

  Parts withDevicePublic(Optional<Record> changed) {
    return new Parts(shared, published, changed, devicePrivate);
  }

  Parts withDevicePrivate(Optional<Record> changed) {
    return new Parts(shared, published, devicePublic, changed);
  }

  /** Merges two versions; what a device has for itself is one value each. */
  static Merge<Parts> merge(ApplicationType<?> type, Parts base, Parts mine, Parts theirs) {
    Outcome<? extends Record> shared = shared(type, base, mine, theirs);
    Optional<Outcome<? extends Record>> published =
        type.published().map(p -> published(p, base, mine, theirs));
    Outcome<Record> devicePublic =
        ThreeWay.value(
            "this device's published part",
            new Versions<>(base.devicePublic(), mine.devicePublic(), theirs.devicePublic()));
    Outcome<Record> devicePrivate =
        ThreeWay.value(
            "this device's private part",
            new Versions<>(base.devicePrivate(), mine.devicePrivate(), theirs.devicePrivate()));
    return Merge.of(
        Optional.of(base),
        mine,
        theirs,
        side ->
            new Parts(
                shared.with(side).orElseThrow(),
                published.flatMap(outcome -> outcome.with(side)),
                devicePublic.with(side),
                devicePrivate.with(side)),
        published
            .<List<Outcome<?>>>map(p -> List.of(shared, p, devicePublic, devicePrivate))
            .orElse(List.of(shared, devicePublic, devicePrivate)));
  }

  private static <C extends Record> Outcome<C> shared(
      ApplicationType<C> type, Parts base, Parts mine, Parts theirs) {
    Class<C> content = type.content();
    return type.merge(
            content.cast(base.shared()), content.cast(mine.shared()), content.cast(theirs.shared()))
        .outcome();
  }

  private static <P extends Record> Outcome<P> published(
      Class<P> type, Parts base, Parts mine, Parts theirs) {
    return RecordMerge.merge(
            type,
            type.cast(base.published().orElseThrow()),
            type.cast(mine.published().orElseThrow()),
            type.cast(theirs.published().orElseThrow()))
        .outcome();
  }

  /** How many parts there are; their values may be secret. */
  @Override
  public String toString() {
    return "Parts[" + shared + "]";
  }
}
