package dev.meshsim.vectors.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.Admission;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protect.ProtectedDoor;
import dev.meshsim.protect.Protection;
import dev.meshsim.protect.ReplayMemory;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The checks of protected messages. */
final class ProtectedChecks {

  private static final Duration SKEW = Duration.ofMinutes(5);

  private ProtectedChecks() {}

  static Outcome request(VectorObject group, VectorObject test) {
    String portal = group.text("portal");
    SeededWorld world = World.seeded(0);
    Duration later = Duration.between(world.now(), time(group));
    if (!later.isNegative()) {
      world.advance(later);
    }
    MemoryPortalStore store = new MemoryPortalStore();
    try (SecretBytes keys =
        SecretBytes.moveFrom(group.text("keys").getBytes(StandardCharsets.UTF_8))) {
      store.putKeys(Optional.empty(), keys);
    }
    String challenge = group.text("challenge");
    Admission admission = Admission.of(challenge::equals, new ReplayMemory(world::now, SKEW, 1));
    ProtectedDoor door =
        new ProtectedDoor(world, portal, new PortalKeyring(world, portal, store), SKEW, admission);
    ProtectedDoor.Crossing crossing =
        door.answer(octets(test), Protection.SIGN, request -> Bytes.utf8("{}"));
    return Outcome.same(
        !test.has("request") || crossing.request().utf8().equals(test.text("request")), "request");
  }

  private static Instant time(VectorObject group) {
    try {
      return Instant.parse(group.text("time"));
    } catch (DateTimeParseException e) {
      throw VectorException.shape(group.place(), "its time is none");
    }
  }

  private static Bytes octets(VectorObject test) {
    try {
      return Bytes.hex(test.text("envelope"));
    } catch (IllegalArgumentException e) {
      throw VectorException.shape(test.place(), "its envelope is not hexadecimal");
    }
  }
}
