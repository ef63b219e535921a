package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads messages and versions, each once: what was read lately is kept. Signatures are not
 * verified.
 */
public final class Facts {

  private static final int MESSAGES = 16;
  private static final int VERSIONS = 4096;

  private final Map<Octets, Message> messages = new Latest<>(MESSAGES);
  private final Map<Bytes, Optional<ProfileFacts>> profiles = new Latest<>(VERSIONS);
  private final Map<Bytes, DeviceFacts> devices = new Latest<>(4 * VERSIONS);
  private final Map<Bytes, MasterProfile> masters = new Latest<>(VERSIONS);

  private record Octets(Bytes request, Bytes response) {}

  /** The message of an exchange. */
  public Message message(Dialect dialect, Bytes request, Bytes response) {
    return messages.computeIfAbsent(
        new Octets(request, response), octets -> Message.read(dialect, request, response));
  }

  /** A version of a personal profile; empty if its payload is not one. */
  public Optional<ProfileFacts> profile(SignedPersonalProfile signed) {
    Bytes digest = Sha256.of(signed.signedData().payload());
    return profiles.computeIfAbsent(digest, key -> read(signed, digest));
  }

  private Optional<ProfileFacts> read(SignedPersonalProfile signed, Bytes digest) {
    try {
      PersonalProfile profile = payload(signed, PersonalProfile.class);
      Map<Udf, DeviceFacts> listed = new LinkedHashMap<>();
      profile.devices().forEach(device -> listed.put(device.identifier(), device(device)));
      return Optional.of(
          new ProfileFacts(
              profile.identifier(),
              digest,
              profile.updated(),
              signed(profile.signedMasterProfile()),
              masters.computeIfAbsent(
                  profile.signedMasterProfile().signedData().payload(),
                  key -> payload(profile.signedMasterProfile(), MasterProfile.class)),
              listed,
              profile.applications()));
    } catch (MeshException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A device.
   *
   * @throws MeshException if the payload is not a device profile
   */
  public DeviceFacts device(SignedDeviceProfile signed) {
    return devices.computeIfAbsent(
        signed.signedData().payload(),
        payload -> DeviceFacts.of(payload(signed, DeviceProfile.class), Sha256.of(payload)));
  }

  /** The {@link Sha256} of a signed object: the header of its first signature, and its payload. */
  public static Bytes signed(SignedEntry signed) {
    String input =
        signed.signedData().signatures().get(0).protectedHeader().base64Url()
            + '.'
            + signed.signedData().payload().base64Url();
    return Sha256.of(Bytes.utf8(input));
  }

  private static <T> T payload(SignedEntry signed, Class<T> type) {
    return Dialect.of(signed.identifier()).json().read(signed.signedData().payload(), type);
  }

  private static final class Latest<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int limit;

    Latest(int limit) {
      super(16, 0.75f, true);
      this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > limit;
    }
  }
}
