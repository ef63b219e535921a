package dev.meshsim.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checked values of a step's keys. Immutable. */
public final class StepValues {

  private final Map<String, Object> byKey;

  StepValues(Map<String, Object> byKey) {
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

  /** The quorum of a required key. */
  public Quorum quorum(String key) {
    return required(key, Quorum.class);
  }

  /** The shares of a required key. */
  public List<ShareRef> shares(String key) {
    return required(key, List.class).stream().map(ShareRef.class::cast).toList();
  }

  private <T> T required(String key, Class<T> type) {
    Object value = byKey.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the step has no key " + key);
    }
    return type.cast(value);
  }
}
