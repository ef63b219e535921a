package dev.meshsim.store.registry.hive;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key of the registry: values and further keys by name. Names are compared as {@link NameOrder}
 * says and keep the spelling under which they were first set. Not thread-safe.
 */
public final class RegistryKey {

  private final String name;
  private final FileLine place;
  private final NavigableMap<String, RegistryValue> values = new TreeMap<>(NameOrder.ORDER);
  private final NavigableMap<String, RegistryKey> keys = new TreeMap<>(NameOrder.ORDER);

  /**
   * An empty key.
   *
   * @param place where it was first named; {@link FileLine#NONE} if it was not read
   */
  public RegistryKey(String name, FileLine place) {
    this.name = name;
    this.place = place;
  }

  public String name() {
    return name;
  }

  public FileLine place() {
    return place;
  }

  /** The values in the order of their names, the default value first. */
  public Collection<RegistryValue> values() {
    return values.values();
  }

  /** The keys in this one, in the order of their names. */
  public Collection<RegistryKey> keys() {
    return keys.values();
  }

  /** The value of that name, {@code ""} for the default value. */
  public @Nullable RegistryValue value(String valueName) {
    return values.get(valueName);
  }

  /** Sets a value; one that is there keeps the spelling of its name. */
  public void set(RegistryValue value) {
    RegistryValue old = values.get(value.name());
    String spelling = old == null ? value.name() : old.name();
    values.put(spelling, new RegistryValue(spelling, value.type(), value.data(), value.place()));
  }

  /** Removes a value, if it is there. */
  public void unset(String valueName) {
    values.remove(valueName);
  }

  /** The key of that name, if it is there. */
  public @Nullable RegistryKey key(String keyName) {
    return keys.get(keyName);
  }

  /** The key of that name, made if it is not there. */
  public RegistryKey make(String keyName, FileLine where) {
    return keys.computeIfAbsent(keyName, wanted -> new RegistryKey(wanted, where));
  }

  /** Removes a key with all that is in it, if it is there. */
  public void delete(String keyName) {
    keys.remove(keyName);
  }

  /** Removes everything in this key. */
  public void clear() {
    values.clear();
    keys.clear();
  }

  /** A copy that changes on its own. */
  public RegistryKey copy() {
    RegistryKey copy = new RegistryKey(name, place);
    copy.values.putAll(values);
    keys.forEach((keyName, key) -> copy.keys.put(keyName, key.copy()));
    return copy;
  }
}
