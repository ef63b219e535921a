package dev.meshsim.scenario;

import dev.meshsim.sim.schedule.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The checked values of a step's keys. Immutable. */
public final class StepValues {

  private final Map<String, Object> byKey;

  /** Takes values whose types are those of the table; {@code byKey} is copied. */
  public StepValues(Map<String, Object> byKey) {
    this.byKey = Map.copyOf(byKey);
  }

  /** True if the step has the key. */
  public boolean has(String key) {
    return byKey.containsKey(key);
  }

  /** The text of a key that the step's kind requires. */
  public String text(String key) {
    return required(key, String.class);
  }

  /** The value of a key that the step's kind requires, as a text. */
  public String shown(String key) {
    return required(key, Object.class).toString();
  }

  /** All values, as texts. */
  public Map<String, String> shown() {
    Map<String, String> all = new TreeMap<>();
    byKey.forEach((key, value) -> all.put(key, value.toString()));
    return all;
  }

  /** The values by their keys. */
  public Map<String, Object> byKey() {
    return byKey;
  }

  /** The text of an optional key. */
  public Optional<String> optionalText(String key) {
    return Optional.ofNullable((String) byKey.get(key));
  }

  /** The flag's value; false if it is absent. */
  public boolean flag(String key) {
    return has(key) && required(key, Boolean.class);
  }

  /** The texts of a key that may be left out; then there are none. */
  public List<String> optionalTexts(String key) {
    return byKey.containsKey(key) ? texts(key) : List.of();
  }

  /** The texts of a required key. */
  public List<String> texts(String key) {
    return required(key, List.class).stream().map(String.class::cast).toList();
  }

  /** The number of an optional key. */
  public Optional<Integer> number(String key) {
    return Optional.ofNullable((Integer) byKey.get(key));
  }

  /** The number of a required key. */
  public int count(String key) {
    return required(key, Integer.class);
  }

  /** The turns of a key that may be left out; then there are none. */
  public List<Turn> turns(String key) {
    return byKey.containsKey(key)
        ? required(key, List.class).stream().map(Turn.class::cast).toList()
        : List.of();
  }

  /** The quorum of a required key. */
  public Quorum quorum(String key) {
    return required(key, Quorum.class);
  }

  /** The shares of a required key. */
  public List<ShareRef> shares(String key) {
    return required(key, List.class).stream().map(ShareRef.class::cast).toList();
  }

  /** The values with another value of {@code {run}} in all texts. */
  StepValues with(RunText old, RunText next) {
    Map<String, Object> changed = new HashMap<>();
    byKey.forEach((key, value) -> changed.put(key, changed(value, old, next)));
    return new StepValues(changed);
  }

  private static Object changed(Object value, RunText old, RunText next) {
    if (value instanceof String text) {
      return next.instead(old, text);
    }
    return value instanceof List<?> list
        ? list.stream().map(item -> changed(item, old, next)).toList()
        : value;
  }

  private <T> T required(String key, Class<T> type) {
    Object value = byKey.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the step has no key " + key);
    }
    return type.cast(value);
  }
}
