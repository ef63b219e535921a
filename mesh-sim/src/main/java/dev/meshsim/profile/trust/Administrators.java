package dev.meshsim.profile.trust;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The administrators of a profile: the online signature keys of its master profile, in their order,
 * each with the device that it was made on.
 *
 * <p>In dialect {@code mesh} the protected header of the signed master profile says the devices:
 * its member {@value #MEMBER} is an array with an element for each online signature key, the
 * identifier of the device or an empty text if it is not known. A master profile without the
 * member, as earlier versions of this program signed it, says of no key where it was made. In
 * dialect {@code portal-2017} a device administers by its device signature key, so an online
 * signature key that is the signature key of a device in the profile is on that device.
 *
 * @param all one for each online signature key; no device occurs twice
 */
public record Administrators(List<Administrator> all) {

  /** The name of the header member. */
  public static final String MEMBER = "administrators";

  private static final String OBJECT = "SignedMasterProfile";

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a device or a key occurs twice
   */
  public Administrators {
    all = List.copyOf(all);
    long devices = all.stream().map(Administrator::device).flatMap(Optional::stream).count();
    if (devicesOf(all).size() != devices
        || all.stream().map(a -> a.key().udf()).distinct().count() != all.size()) {
      throw new IllegalArgumentException("a device or a key occurs twice");
    }
  }

  /** The administrators of a verified profile. */
  public static Administrators of(VerifiedPersonalProfile profile) {
    return of(
        profile.profile().signedMasterProfile(), profile.master(), profile.devices().keySet());
  }

  /**
   * The administrators of a profile.
   *
   * @param master the content of {@code signed}
   * @param devices the devices of the profile, which matter in dialect {@code portal-2017}
   * @throws ProfileException if the header member is malformed
   */
  public static Administrators of(
      SignedMasterProfile signed, MasterProfile master, Set<Udf> devices) {
    List<PublicKey> keys = master.onlineSignatureKeys();
    if (Dialect.of(signed.identifier()) == Dialect.PORTAL_2017) {
      return new Administrators(
          keys.stream()
              .distinct()
              .map(key -> new Administrator(key, Optional.of(key.udf()).filter(devices::contains)))
              .toList());
    }
    List<Optional<Udf>> named = named(signed, keys.size());
    try {
      return new Administrators(
          IntStream.range(0, keys.size())
              .mapToObj(i -> new Administrator(keys.get(i), named.get(i)))
              .toList());
    } catch (IllegalArgumentException e) {
      throw malformed("two of its administrators have one device or one key");
    }
  }

  private static List<Optional<Udf>> named(SignedMasterProfile signed, int keys) {
    JsonNode member = Dialect.MESH.signatures().member(signed.signedData(), 0, MEMBER);
    List<Optional<Udf>> devices = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      devices.add(member == null ? Optional.empty() : device(member.get(i)));
    }
    if (member != null && (!member.isArray() || member.size() != keys)) {
      throw malformed("its administrators are not a list of one for each online signature key");
    }
    return devices;
  }

  private static Optional<Udf> device(@Nullable JsonNode element) {
    if (element != null && element.isString()) {
      String text = element.stringValue();
      try {
        Optional<Udf> udf = text.isEmpty() ? Optional.empty() : Optional.of(Udf.parse(text));
        if (udf.filter(u -> Dialect.of(u) != Dialect.MESH).isEmpty()) {
          return udf;
        }
      } catch (UdfException.Syntax e) {
        throw malformed("one of its administrators is not an identifier");
      }
    }
    throw malformed("one of its administrators is not an identifier");
  }

  private static ProfileException malformed(String why) {
    return ProfileException.content(OBJECT, why);
  }

  private static Set<Udf> devicesOf(List<Administrator> list) {
    return Set.copyOf(
        list.stream().map(Administrator::device).flatMap(Optional::stream).distinct().toList());
  }

  /** The header member that says the devices; none in dialect {@code portal-2017}. */
  public Map<String, Object> header() {
    boolean mesh = Dialect.of(all.get(0).key().udf()) == Dialect.MESH;
    return mesh && !devices().isEmpty()
        ? Map.of(MEMBER, all.stream().map(a -> a.device().map(Udf::text).orElse("")).toList())
        : Map.of();
  }

  /** The online signature keys. */
  public List<PublicKey> keys() {
    return all.stream().map(Administrator::key).toList();
  }

  /** The devices that are known to administer. */
  public Set<Udf> devices() {
    return devicesOf(all);
  }

  /** The administrator on a device. */
  public Optional<Administrator> on(Udf device) {
    return all.stream().filter(a -> a.device().equals(Optional.of(device))).findFirst();
  }

  /** The administrator with this online signature key. */
  public Optional<Administrator> withKey(Udf key) {
    return all.stream().filter(a -> a.key().udf().equals(key)).findFirst();
  }

  /** These administrators and {@code added}, in place of one on its device or with its key. */
  public Administrators with(Administrator added) {
    List<Administrator> changed = new ArrayList<>(all);
    int at = -1;
    for (int i = all.size() - 1; i >= 0; i--) {
      boolean replaced =
          all.get(i).key().udf().equals(added.key().udf())
              || (added.device().isPresent() && all.get(i).device().equals(added.device()));
      if (replaced) {
        changed.remove(i);
        at = i;
      }
    }
    changed.add(at < 0 ? changed.size() : at, added);
    return new Administrators(changed);
  }

  /** These administrators without the one on {@code device}. */
  public Administrators without(Udf device) {
    return new Administrators(
        all.stream().filter(a -> !a.device().equals(Optional.of(device))).toList());
  }
}
