package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.world.ShiftedWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A client and the door of a portal in one seeded world, and the requests that got through. */
final class Both {

  static final String DOMAIN = "example.com";
  static final Bytes REQUEST = Bytes.utf8("{\"Get\":{\"Account\":\"alice@example.com\"}}");
  static final Bytes RESPONSE = Bytes.utf8("{\"GetResponse\":{\"Status\":201}}");
  static final int REMEMBERED = 8;
  static final String CHALLENGE = "a-challenge-of-Hello";

  final ShiftedWorld world = new ShiftedWorld(World.seeded(1));
  final MemoryPortalStore store = new MemoryPortalStore();
  final PortalKeyring keyring = new PortalKeyring(world, DOMAIN, store);
  final ProtectedDoor door = door(keyring);
  final ProtectedClient client;
  String current = CHALLENGE;
  final List<Bytes> acted = new ArrayList<>();
  private Duration shift = Duration.ZERO;

  Both(Protection level) {
    client = new ProtectedClient(world, "alice-desktop", level);
  }

  /** Sets the clock of both forward or back. */
  void later(Duration by) {
    shift = shift.plus(by);
    world.shift(shift);
  }

  ProtectedDoor door(PortalKeyring keys) {
    Duration width = Duration.ofMinutes(5);
    ReplayMemory memory = new ReplayMemory(world::now, width, REMEMBERED);
    Admission admission = Admission.of(challenge -> challenge.equals(current), memory);
    return new ProtectedDoor(world, DOMAIN, keys, width, admission);
  }

  /** A request that was sealed for the portal's present keys. */
  ProtectedClient.Sent sealed() {
    return client.seal(REQUEST, keyring.current().newest(), CHALLENGE);
  }

  /** The door's answer to an envelope. */
  Bytes answer(Bytes envelope) {
    return answer(envelope, door);
  }

  Bytes answer(Bytes envelope, ProtectedDoor at) {
    return at.answer(
            envelope,
            Protection.SIGN,
            request -> {
              acted.add(request);
              return RESPONSE;
            })
        .sealed();
  }
}
