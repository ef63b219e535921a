package dev.meshsim.session.application;

import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.application.DevicePart;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.merge.Outcome;
import dev.meshsim.profile.merge.ThreeWay;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The parts that other devices have in an application, merged without being read. */
final class CarriedParts {

  private CarriedParts() {}

  /**
   * An application with the parts of both versions: of each device the part that was changed since
   * the base. A part that was changed in both is that of this machine's version.
   *
   * @param base the version that both were made from; empty if there is none
   */
  static KnownApplicationProfile merged(
      Optional<KnownApplicationProfile> base,
      KnownApplicationProfile mine,
      KnownApplicationProfile theirs) {
    List<DevicePart> published =
        merged(
            base.map(KnownApplicationProfile::devices).orElse(List.of()),
            mine.devices(),
            theirs.devices(),
            part -> part.device().orElse(""));
    List<EncryptedPart> sealed =
        merged(
            base.map(KnownApplicationProfile::devicePrivate).orElse(List.of()),
            mine.devicePrivate(),
            theirs.devicePrivate(),
            part -> RecipientKeys.of(part.joseWebEncryption()).toString());
    return theirs.withDevices(
        DeviceParts.inOrder(theirs.devices(), published),
        DeviceParts.inOrder(theirs.devicePrivate(), sealed));
  }

  private static <V> List<V> merged(
      List<V> base, List<V> mine, List<V> theirs, Function<V, String> key) {
    return List.copyOf(
        ThreeWay.maps(
                keyed(base, key),
                keyed(mine, key),
                keyed(theirs, key),
                Comparator.<String>naturalOrder(),
                (device, versions) -> Outcome.clean(versions.mine()))
            .withMine()
            .orElseThrow()
            .values());
  }

  private static <V> Map<String, V> keyed(List<V> parts, Function<V, String> key) {
    Map<String, V> keyed = new LinkedHashMap<>();
    parts.forEach(part -> keyed.put(key.apply(part), part));
    return keyed;
  }
}
