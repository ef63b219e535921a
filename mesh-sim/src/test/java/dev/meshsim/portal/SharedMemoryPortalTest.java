package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.ForwardingPortalStore;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Two services on one store in memory, as two processes have one in a database. */
class SharedMemoryPortalTest extends SharedPortalContract {

  private final MemoryPortalStore data = new MemoryPortalStore();
  private final Map<String, Instant> claimed = new HashMap<>();
  private Optional<Bytes> secret = Optional.empty();

  @Override
  protected PortalStore open() {
    return new Shared();
  }

  /** The common store, one transaction after another, with claims. */
  private final class Shared extends ForwardingPortalStore {

    Shared() {
      super(data);
    }

    @Override
    public <T> T transact(Work<T> work) {
      synchronized (data) {
        List<Claiming> last = new ArrayList<>();
        T result =
            data.transact(
                tx -> {
                  last.add(new Claiming(tx));
                  return work.run(last.get(last.size() - 1));
                });
        claimed.putAll(last.get(last.size() - 1).claims);
        return result;
      }
    }

    @Override
    public Optional<Bytes> shared(Supplier<Bytes> drawn) {
      synchronized (data) {
        secret = secret.or(() -> Optional.of(drawn.get()));
        return secret;
      }
    }

    @Override
    public void close() {
      // The other process goes on.
    }
  }

  /** A transaction that can claim. */
  private final class Claiming extends ForwardingPortalStore.Forwarding {

    private final Map<String, Instant> claims = new HashMap<>();

    Claiming(PortalStore.Transaction tx) {
      super(tx);
    }

    @Override
    public boolean claim(String name, Instant time, Instant forgotten) {
      claimed.values().removeIf(each -> each.isBefore(forgotten));
      claims.put(name, time);
      return !claimed.containsKey(name);
    }
  }
}
