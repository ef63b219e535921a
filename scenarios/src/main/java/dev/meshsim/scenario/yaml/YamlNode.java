package dev.meshsim.scenario.yaml;

import dev.meshsim.error.Quote;
import java.util.List;
import java.util.Optional;

/** A value in a scenario file, with its place. Immutable. */
public sealed interface YamlNode {

  /** Where the value begins. */
  Place place();

  /** The kind of value, in words for a message: {@code a list}, for example. */
  String kind();

  /**
   * One value, as text.
   *
   * @param text the characters after YAML's quoting and folding
   * @param plain true if it was written without quotes
   */
  record Scalar(Place place, String text, boolean plain) implements YamlNode {

    /** True for a key with nothing after its colon. */
    public boolean absent() {
      return plain && text.isEmpty();
    }

    @Override
    public String kind() {
      return absent() ? "nothing" : "the text \"" + shown() + "\"";
    }

    /** The text for a message: on one line and not too long. */
    public String shown() {
      return Quote.brief(text);
    }
  }

  /** A list. */
  record Sequence(Place place, List<YamlNode> items) implements YamlNode {

    /** Copies {@code items}. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys and values, in the file's order; each key occurs once. */
  record Mapping(Place place, List<Entry> entries) implements YamlNode {

    /** Copies {@code entries}. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The value of {@code key}, if it is there. */
    public Optional<YamlNode> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().text().equals(key))
          .map(Entry::value)
          .findFirst();
    }

    @Override
    public String kind() {
      return "keys and values";
    }
  }

  /** One key and its value. */
  record Entry(Scalar key, YamlNode value) {}
}
