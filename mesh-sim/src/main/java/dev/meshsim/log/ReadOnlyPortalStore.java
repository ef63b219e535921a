package dev.meshsim.log;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A view of a portal's store that refuses every change; closing it closes the store. */
public final class ReadOnlyPortalStore extends ForwardingPortalStore {

  private final String place;

  /**
   * Wraps a store.
   *
   * @param place its name in the refusal of a change
   */
  public ReadOnlyPortalStore(PortalStore store, String place) {
    super(store);
    this.place = Objects.requireNonNull(place);
  }

  @Override
  public <T> T transact(Work<T> work) {
    return store().transact(tx -> work.run(new ReadOnlyTransaction(tx, place)));
  }

  @Override
  public void load(List<List<Change>> transactions) {
    throw StoreException.readOnly(place);
  }

  /** Drawing a secret would change the store, so nothing is shared. */
  @Override
  public Optional<Bytes> shared(Supplier<Bytes> drawn) {
    return Optional.empty();
  }

  @Override
  public boolean putKeys(Optional<SecretBytes> expected, SecretBytes next) {
    throw StoreException.readOnly(place);
  }

  private static final class ReadOnlyTransaction extends Forwarding {

    private final String place;

    private ReadOnlyTransaction(Transaction reads, String place) {
      super(reads);
      this.place = place;
    }

    @Override
    public void put(Change change) {
      throw StoreException.readOnly(place);
    }

    @Override
    public boolean claim(String name, Instant time, Instant forgotten) {
      throw StoreException.readOnly(place);
    }
  }
}
