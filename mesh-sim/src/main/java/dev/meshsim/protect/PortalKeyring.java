package dev.meshsim.protect;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.PortalStore;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one portal, kept in its store, so that all processes on the store have the same. They
 * are made when they are first asked for. Thread-safe.
 */
public final class PortalKeyring {

  private final World world;
  private final String domain;
  private final PortalStore store;
  private volatile @Nullable PortalKeys held;
  private volatile @Nullable Signing signing;
  private @Nullable SecretBytes heldJson;

  /**
   * The keys in a store.
   *
   * @param domain the domain of the portal
   */
  public PortalKeyring(World world, String domain, PortalStore store) {
    this.world = world;
    this.domain = domain;
    this.store = store;
  }

  /** The domain of the portal. */
  public String domain() {
    return domain;
  }

  /**
   * The signer of the checkpoints of the portal's log. A portal that has no key for them gets one,
   * with a statement that its present keys sign.
   */
  public NoteSigner logSigner() {
    Signing known = signing;
    PortalKeys present = held;
    if (known != null && known.keys() == present) {
      return known.signer();
    }
    // Signatures of Ed25519 draw nothing.
    RandomStream random = world.stream("portal " + domain, "checkpoints");
    PortalKeys keys = present != null && present.newest().log().isPresent() ? present : withLog();
    NoteSigner signer = keys.logSigner(random).orElseThrow();
    signing = new Signing(keys, signer);
    return signer;
  }

  /** The signer of checkpoints that some keys have. */
  private record Signing(PortalKeys keys, NoteSigner signer) {}

  private synchronized PortalKeys withLog() {
    while (true) {
      Optional<SecretBytes> stored = store.keys();
      if (stored.isEmpty()) {
        PortalKeys made = PortalKeys.makeWithLog(world, domain, Suite.ED25519);
        if (put(Optional.empty(), made)) {
          return made;
        }
        continue;
      }
      try (SecretBytes before = stored.get()) {
        PortalKeys now = PortalKeys.read(domain, before);
        if (now.newest().log().isPresent()) {
          return hold(now, before);
        }
        PortalKeys next = now.withLog(world);
        if (put(Optional.of(before), next)) {
          return next;
        }
      }
    }
  }

  /** The keys as this process knows them. */
  public PortalKeys current() {
    PortalKeys known = held;
    return known == null ? reload() : known;
  }

  /**
   * The keys that the store has now; another process may have changed them.
   *
   * @throws ProtectException {@code protect.bad-keys} if they cannot be used
   * @throws dev.meshsim.log.PortalStoreException {@code log.no-keys} if the store keeps none
   */
  public synchronized PortalKeys reload() {
    Optional<SecretBytes> stored = store.keys();
    if (stored.isEmpty()) {
      PortalKeys made = PortalKeys.make(world, domain, Suite.ED25519);
      if (put(Optional.empty(), made)) {
        return made;
      }
      stored = store.keys();
    }
    try (SecretBytes json =
        stored.orElseThrow(() -> ProtectException.badKeys(domain, "they were removed"))) {
      PortalKeys known = held;
      SecretBytes knownJson = heldJson;
      if (known != null && knownJson != null && json.equals(knownJson)) {
        return known;
      }
      return hold(PortalKeys.read(domain, json), json);
    }
  }

  /**
   * Makes new keys, signed by the present ones, and puts them in their place.
   *
   * @return the new keys
   */
  public synchronized PortalKeys change(Suite suite) {
    reload();
    while (true) {
      try (SecretBytes before =
          store.keys().orElseThrow(() -> ProtectException.badKeys(domain, "they were removed"))) {
        PortalKeys next = PortalKeys.read(domain, before).change(world, suite);
        if (put(Optional.of(before), next)) {
          return next;
        }
      }
    }
  }

  /**
   * Puts keys that a person gives into the store.
   *
   * @throws ProtectException {@code protect.bad-keys} if the store has others
   */
  public synchronized void give(PortalKeys given) {
    if (!put(Optional.empty(), given) && !reload().newest().equals(given.newest())) {
      throw ProtectException.badKeys(domain, "the store has other keys than those given");
    }
  }

  private boolean put(Optional<SecretBytes> expected, PortalKeys next) {
    try (SecretBytes json = next.toJson()) {
      boolean done = store.putKeys(expected, json);
      if (done) {
        hold(next, json);
      }
      return done;
    }
  }

  private PortalKeys hold(PortalKeys keys, SecretBytes json) {
    SecretBytes before = heldJson;
    heldJson = json.copy();
    if (before != null) {
      before.close();
    }
    held = keys;
    return keys;
  }
}
