package dev.meshsim.session.application;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.EncryptedPart;
import dev.meshsim.profile.application.ApplicationDevicePrivate;
import dev.meshsim.profile.application.ApplicationDevicePublic;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.DevicePart;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the parts of an application into the records of its type, and writes them. */
final class ApplicationContent {

  private final Dialect dialect;
  private final ApplicationType<?> type;
  private final Udf application;

  ApplicationContent(Udf application, ApplicationType<?> type) {
    this.dialect = Dialect.of(application);
    this.type = type;
    this.application = application;
  }

  /**
   * Reads decrypted octets, which are cleared.
   *
   * @throws ApplicationException {@code session.bad-content} if they are not of this class
   */
  <T> T read(SecretBytes text, Class<T> part) {
    byte[] octets = text.expose();
    try {
      return dialect.json().read(Bytes.of(octets), part);
    } catch (JsonException e) {
      throw ApplicationException.badContent(application, part, e);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  /** The octets of a part with its tag. */
  SecretBytes write(Object part) {
    return SecretBytes.moveFrom(dialect.json().write(part).toArray());
  }

  /** What this device publishes about itself. */
  Optional<Record> ownPublic(KnownApplicationProfile read, DeviceParts parts) {
    return type.devicePublic()
        .flatMap(part -> parts.ownPublic(read).map(own -> (Record) read(own, part)));
  }

  /**
   * What this device keeps for itself.
   *
   * @throws ApplicationException {@code session.foreign-part} if it is another device's
   */
  Optional<Record> ownPrivate(KnownApplicationProfile read, DeviceParts parts) {
    if (type.devicePrivate().isEmpty()) {
      return Optional.empty();
    }
    Optional<EncryptedPart> own = parts.ownPrivate(read);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    try (SecretBytes text = parts.open(own.get())) {
      ApplicationDevicePrivate found = read(text, type.devicePrivate().get());
      if (found.identifier() != null && !found.identifier().equals(parts.self().text())) {
        throw ApplicationException.foreignPart(
            application, "has another device's private part for this device");
      }
      return Optional.of((Record) found);
    }
  }

  /**
   * What a device publishes about itself.
   *
   * @throws ApplicationException {@code session.bad-content} if it is not of this class
   */
  <Q> Q read(DevicePart part, Class<Q> wanted) {
    ObjectNode tagged = JsonNodeFactory.instance.objectNode();
    tagged.set(part.tag(), part.members());
    try {
      return MeshJson.fromTaggedTree(tagged, wanted, Map.of(wanted.getSimpleName(), wanted));
    } catch (JsonException e) {
      throw ApplicationException.badContent(application, wanted, e);
    }
  }

  /** The published parts of the next version: this device's, and the others' carried over. */
  List<DevicePart> publicParts(
      Optional<KnownApplicationProfile> before, DeviceParts parts, Parts mine) {
    List<DevicePart> all = new ArrayList<>();
    before.ifPresent(read -> all.addAll(parts.otherPublic(read)));
    mine.devicePublic().ifPresent(own -> all.add(written((ApplicationDevicePublic) own)));
    return all;
  }

  private static DevicePart written(ApplicationDevicePublic own) {
    return new DevicePart(own.getClass().getSimpleName(), (ObjectNode) MeshJson.toTree(own));
  }

  /**
   * The private parts of the next version: this device's, encrypted anew unless it is unchanged and
   * for its present key, and the others' carried over.
   */
  List<EncryptedPart> privateParts(
      Optional<KnownApplicationProfile> before, DeviceParts parts, Parts mine, Parts base) {
    List<EncryptedPart> all = new ArrayList<>();
    before.ifPresent(read -> all.addAll(parts.otherPrivate(read)));
    if (type.devicePrivate().isEmpty()) {
      before.flatMap(parts::ownPrivate).ifPresent(all::add);
    } else if (mine.devicePrivate().isPresent()) {
      Optional<EncryptedPart> same =
          before
              .flatMap(parts::ownPrivate)
              .filter(
                  own -> parts.isCurrent(own) && mine.devicePrivate().equals(base.devicePrivate()));
      all.add(same.orElseGet(() -> sealed(parts, mine.devicePrivate().get())));
    }
    return before.map(read -> DeviceParts.inOrder(read.devicePrivate(), all)).orElse(all);
  }

  private EncryptedPart sealed(DeviceParts parts, Record own) {
    try (SecretBytes text = write(own)) {
      return parts.seal(text, type.tag());
    }
  }
}
