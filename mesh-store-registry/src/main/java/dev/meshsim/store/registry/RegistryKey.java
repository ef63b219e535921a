package dev.meshsim.store.registry;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key of the registry: values and further keys by name. Names are compared as {@link Upcase} says
 * and keep the spelling under which they were first set. Not thread-safe.
 */
final class RegistryKey {

  private final String name;
  private final Place place;
  private final NavigableMap<String, RegistryValue> values = new TreeMap<>(Upcase.ORDER);
  private final NavigableMap<String, RegistryKey> keys = new TreeMap<>(Upcase.ORDER);

  /**
   * An empty key.
   *
   * @param place where it was first named; {@link Place#NONE} if it was not read
   */
  RegistryKey(String name, Place place) {
    this.name = name;
    this.place = place;
  }

  String name() {
    return name;
  }

  Place place() {
    return place;
  }

  /** The values in the order of their names, the default value first. */
  Collection<RegistryValue> values() {
    return values.values();
  }

  /** The keys in this one, in the order of their names. */
  Collection<RegistryKey> keys() {
    return keys.values();
  }

  /** The value of that name, {@code ""} for the default value. */
  @Nullable RegistryValue value(String valueName) {
    return values.get(valueName);
  }

  /** Sets a value; one that is there keeps the spelling of its name. */
  void set(RegistryValue value) {
    RegistryValue old = values.get(value.name());
    String spelling = old == null ? value.name() : old.name();
    values.put(spelling, new RegistryValue(spelling, value.type(), value.data(), value.place()));
  }

  /** Removes a value, if it is there. */
  void unset(String valueName) {
    values.remove(valueName);
  }

  /** The key of that name, if it is there. */
  @Nullable RegistryKey key(String keyName) {
    return keys.get(keyName);
  }

  /** The key of that name, made if it is not there. */
  RegistryKey make(String keyName, Place where) {
    return keys.computeIfAbsent(keyName, wanted -> new RegistryKey(wanted, where));
  }

  /** Removes a key with all that is in it, if it is there. */
  void delete(String keyName) {
    keys.remove(keyName);
  }

  /** Removes everything in this key. */
  void clear() {
    values.clear();
    keys.clear();
  }

  /** A copy that changes on its own. */
  RegistryKey copy() {
    RegistryKey copy = new RegistryKey(name, place);
    copy.values.putAll(values);
    keys.forEach((keyName, key) -> copy.keys.put(keyName, key.copy()));
    return copy;
  }
}
