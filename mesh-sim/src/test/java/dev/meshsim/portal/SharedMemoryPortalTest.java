package dev.meshsim.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordPage;
import dev.meshsim.log.WorkCount;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.store.Finding;
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
  private final class Shared implements PortalStore {

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
    public RecordPage scan(LogName log, PageRequest range) {
      return data.scan(log, range);
    }

    @Override
    public Optional<Instant> lastWrite() {
      return data.lastWrite();
    }

    @Override
    public List<Finding> check() {
      return data.check();
    }

    @Override
    public WorkCount counts() {
      return data.counts();
    }

    @Override
    public void close() {
      // The other process goes on.
    }
  }

  /** A transaction that can claim. */
  private final class Claiming implements PortalStore.Transaction {

    private final PortalStore.Transaction tx;
    private final Map<String, Instant> claims = new HashMap<>();

    Claiming(PortalStore.Transaction tx) {
      this.tx = tx;
    }

    @Override
    public Optional<DataItem> latest(LogName log, String primaryKey) {
      return tx.latest(log, primaryKey);
    }

    @Override
    public RecordPage versions(LogName log, String primaryKey, PageRequest range) {
      return tx.versions(log, primaryKey, range);
    }

    @Override
    public RecordPage find(LogName log, IndexTerm term, PageRequest range) {
      return tx.find(log, term, range);
    }

    @Override
    public void put(Change change) {
      tx.put(change);
    }

    @Override
    public boolean claim(String name, Instant time, Instant forgotten) {
      claimed.values().removeIf(each -> each.isBefore(forgotten));
      claims.put(name, time);
      return !claimed.containsKey(name);
    }
  }
}
