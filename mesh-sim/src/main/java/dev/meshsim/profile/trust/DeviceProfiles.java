package dev.meshsim.profile.trust;

import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.udf.Udf;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The device profiles of a personal profile by identifier, in the profile's order. A device profile
 * is verified when it is first asked for: the administrator who signed the personal profile vouches
 * for all of them, and a person with hundreds of devices uses a few. Unmodifiable and thread-safe.
 *
 * <p>Reading a device profile throws {@link dev.meshsim.profile.ProfileException} if it does not
 * verify.
 */
final class DeviceProfiles extends AbstractMap<Udf, DeviceProfile> {

  private final ProfileVerifier verifier;
  private final Map<Udf, SignedDeviceProfile> signed = new LinkedHashMap<>();
  private final Map<Udf, DeviceProfile> verified = new ConcurrentHashMap<>();

  /**
   * The devices of a profile, of which none is verified yet but those that a known version has.
   *
   * @param known the devices of a version that is believed already
   */
  DeviceProfiles(
      ProfileVerifier verifier, List<SignedDeviceProfile> devices, @Nullable DeviceProfiles known) {
    this.verifier = verifier;
    for (SignedDeviceProfile device : devices) {
      Udf identifier = device.identifier();
      signed.put(identifier, device);
      if (known != null && device.equals(known.signed.get(identifier))) {
        DeviceProfile earlier = known.verified.get(identifier);
        if (earlier != null) {
          verified.put(identifier, earlier);
        }
      }
    }
  }

  /** Verifies all that are not verified yet. */
  void verifyAll() {
    signed.keySet().forEach(this::get);
  }

  @Override
  public boolean containsKey(Object identifier) {
    return identifier instanceof Udf udf && signed.containsKey(udf);
  }

  @Override
  public @Nullable DeviceProfile get(Object identifier) {
    if (!(identifier instanceof Udf udf)) {
      return null;
    }
    SignedDeviceProfile device = signed.get(udf);
    if (device == null) {
      return null;
    }
    DeviceProfile known = verified.get(udf);
    if (known == null) {
      known = verifier.device(device);
      verified.put(udf, known);
    }
    return known;
  }

  @Override
  public int size() {
    return signed.size();
  }

  @Override
  public Set<Udf> keySet() {
    return Collections.unmodifiableSet(signed.keySet());
  }

  @Override
  public Set<Entry<Udf, DeviceProfile>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<Udf, DeviceProfile>> iterator() {
        Iterator<Udf> identifiers = signed.keySet().iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return identifiers.hasNext();
          }

          @Override
          public Entry<Udf, DeviceProfile> next() {
            Udf next = identifiers.next();
            return Map.entry(next, Objects.requireNonNull(get(next)));
          }
        };
      }

      @Override
      public int size() {
        return signed.size();
      }
    };
  }
}
