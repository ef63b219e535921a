package dev.meshsim.session.application;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.application.DevicePart;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the devices of an application have for themselves in it. A device changes only its own parts
 * and carries over those of the others; those of a device that can no longer read the application
 * are left out.
 *
 * @param machine the machine with this device's keys, present and former
 * @param profile the profile with the devices
 * @param self this device
 * @param readers the devices that can read the application
 */
public record DeviceParts(
    MeshMachine machine, VerifiedPersonalProfile profile, Udf self, Set<Udf> readers) {

  /**
   * The parts of the devices that an entry lists.
   *
   * @param removed a device that counts as not listed
   */
  public static DeviceParts of(
      MeshMachine machine,
      VerifiedPersonalProfile profile,
      Udf self,
      ApplicationProfileEntry entry,
      Optional<Udf> removed) {
    Set<Udf> readers = new LinkedHashSet<>(entry.decryptDevices());
    readers.retainAll(profile.devices().keySet());
    removed.ifPresent(readers::remove);
    return new DeviceParts(machine, profile, self, readers);
  }

  /** The published part of this device. */
  Optional<DevicePart> ownPublic(KnownApplicationProfile application) {
    return application.devices().stream().filter(part -> isOf(part, self)).findFirst();
  }

  private static boolean isOf(DevicePart part, Udf device) {
    return part.device().filter(device.text()::equals).isPresent();
  }

  /** The published parts of the other devices. */
  List<DevicePart> otherPublic(KnownApplicationProfile application) {
    return application.devices().stream()
        .filter(part -> !isOf(part, self) && readers.stream().anyMatch(r -> isOf(part, r)))
        .toList();
  }

  /**
   * The private part of this device: the one that is encrypted to a key of it on this machine,
   * present or former.
   *
   * @throws ApplicationException {@code session.foreign-part} if there are several
   */
  Optional<EncryptedPart> ownPrivate(KnownApplicationProfile application) {
    List<EncryptedPart> own =
        application.devicePrivate().stream().filter(part -> heldKey(part).isPresent()).toList();
    if (own.size() > 1) {
      throw ApplicationException.foreignPart(
          application.identifier(), "has " + own.size() + " private parts for this device");
    }
    return own.stream().findFirst();
  }

  /** The key of this device that opens a part. */
  private Optional<Udf> heldKey(EncryptedPart part) {
    Set<Udf> others = new HashSet<>();
    profile.devices().forEach((udf, device) -> others.add(keyOf(device)));
    profile.master().masterEscrowKeys().stream().map(PublicKey::udf).forEach(others::add);
    others.remove(ownKey());
    return RecipientKeys.of(part.joseWebEncryption()).stream()
        .filter(key -> !others.contains(key) && machine.findPrivateKey(key).isPresent())
        .findFirst();
  }

  /**
   * The private parts of the other devices, as they are. A part that is encrypted to a key of no
   * present device may be of a device that has changed its keys: it is kept as long as a device has
   * published a part and has no private one.
   */
  List<EncryptedPart> otherPrivate(KnownApplicationProfile application) {
    Set<Udf> present = new HashSet<>();
    profile.devices().values().forEach(device -> present.add(keyOf(device)));
    Set<Udf> missing = new HashSet<>();
    for (Udf reader : readers) {
      if (!reader.equals(self) && application.devices().stream().anyMatch(p -> isOf(p, reader))) {
        missing.add(keyOf(Objects.requireNonNull(profile.devices().get(reader))));
      }
    }
    Set<Udf> listed = new HashSet<>();
    readers.forEach(r -> listed.add(keyOf(Objects.requireNonNull(profile.devices().get(r)))));
    for (EncryptedPart part : application.devicePrivate()) {
      missing.removeAll(RecipientKeys.of(part.joseWebEncryption()));
    }
    List<EncryptedPart> kept = new ArrayList<>();
    int unknown = missing.size();
    for (EncryptedPart part : application.devicePrivate()) {
      Set<Udf> keys = RecipientKeys.of(part.joseWebEncryption());
      if (heldKey(part).isPresent()) {
        continue;
      }
      if (keys.stream().anyMatch(listed::contains)) {
        kept.add(part);
      } else if (keys.stream().noneMatch(present::contains) && unknown > 0) {
        unknown--;
        kept.add(part);
      }
    }
    return kept;
  }

  /** Decrypts this device's private part; the caller closes the text. */
  SecretBytes open(EncryptedPart own) {
    Udf key = heldKey(own).orElseThrow();
    return dialect().encryption().decrypt(own.joseWebEncryption(), key, machine.privateKey(key));
  }

  /** Encrypts a private part to this device alone. */
  EncryptedPart seal(SecretBytes text, String type) {
    PublicKey key = Objects.requireNonNull(profile.devices().get(self)).deviceEncryptionKey();
    JsonWebEncryption sealed =
        dialect()
            .encryption()
            .encrypt(
                text,
                List.of(new Jwe.Recipient(key.udf().text(), key.jwk())),
                machine.stream("encrypt:" + type));
    return new EncryptedPart(sealed);
  }

  /** True if this device's private part is encrypted to its present key. */
  boolean isCurrent(EncryptedPart own) {
    return RecipientKeys.of(own.joseWebEncryption()).equals(Set.of(ownKey()));
  }

  /**
   * An application without the parts of devices that do not read it, and with this device's private
   * part encrypted to its present key. No content is read.
   */
  public KnownApplicationProfile renewed(KnownApplicationProfile application) {
    List<DevicePart> published =
        Stream.concat(otherPublic(application).stream(), ownPublic(application).stream()).toList();
    List<EncryptedPart> kept = new ArrayList<>(otherPrivate(application));
    ownPrivate(application).ifPresent(own -> kept.add(current(application, own)));
    return application.withDevices(
        inOrder(application.devices(), published), inOrder(application.devicePrivate(), kept));
  }

  /** True if {@link #renewed} would change nothing. */
  public boolean isRenewed(KnownApplicationProfile application) {
    List<EncryptedPart> kept = new ArrayList<>(otherPrivate(application));
    Optional<EncryptedPart> own = ownPrivate(application);
    own.ifPresent(kept::add);
    return own.filter(part -> !isCurrent(part)).isEmpty()
        && kept.size() == application.devicePrivate().size()
        && otherPublic(application).size() + ownPublic(application).stream().count()
            == application.devices().size();
  }

  private EncryptedPart current(KnownApplicationProfile application, EncryptedPart own) {
    if (isCurrent(own)) {
      return own;
    }
    try (SecretBytes text = open(own)) {
      return seal(text, application.type());
    }
  }

  /** The elements in the order of a list that had most of them; new ones are at the end. */
  static <E> List<E> inOrder(List<E> before, List<E> elements) {
    List<E> ordered = new ArrayList<>(before);
    ordered.retainAll(elements);
    elements.stream().filter(element -> !ordered.contains(element)).forEach(ordered::add);
    return ordered;
  }

  private Udf ownKey() {
    return keyOf(Objects.requireNonNull(profile.devices().get(self)));
  }

  private static Udf keyOf(DeviceProfile device) {
    return device.deviceEncryptionKey().udf();
  }

  private Dialect dialect() {
    return Dialect.of(profile.identifier());
  }
}
