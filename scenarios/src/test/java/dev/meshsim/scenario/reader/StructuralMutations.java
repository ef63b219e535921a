package dev.meshsim.scenario.reader;

import dev.meshsim.json.MeshJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A scenario with one small mistake in its structure, at every place of it. */
final class StructuralMutations {

  private static final String SAMPLE =
      """
      purpose: For a test.
      machines: [desktop, phone]
      portal: [one.example, two.example]
      dialect: mesh
      suite: Ed25519
      tags: [slow]
      steps:
        - createDevice: desktop
          id: Alice
        - {createAccount: alice@one.example, on: desktop, label: first}
        - {escrow: 2 of 3, on: desktop, show: true, because: it is needed}
        - {refresh: desktop, expect: [1 devices, device desktop, no device phone]}
        - {validate: bob@one.example, on: phone, expect: valid}
        - {recover: alice@one.example, on: phone, shares: [desktop 1, desktop 2], also: [a@two.example]}
        - {wait: 8 days}
        - {away: one.example}
        - {exchange: '{}', on: phone, portal: two.example, expect: status 400}
      """;

  private static final String ROWS =
      """
      purpose: For a test.
      machines: [desktop]
      portal: one.example
      rows:
        - {name: first, user: alice}
        - {name: second, user: bob}
      steps:
        - {validate: '{user}+{run}@one.example', expect: valid}
      """;

  /** Only the reader knows which variables the steps use. */
  private static final Pattern READER_ONLY =
      Pattern.compile("/rows is missing|/rows/[0-9]+ has surprise|/rows/[0-9]+/user is missing");

  private StructuralMutations() {}

  static List<String> samples() {
    return List.of(SAMPLE, ROWS);
  }

  /** The mutated files by a description. */
  static Map<String, String> ofTheSamples() {
    Map<String, String> found = new LinkedHashMap<>();
    for (String sample : samples()) {
      Object root = new Load(LoadSettings.builder().build()).loadFromString(sample);
      String which = sample.equals(ROWS) ? "rows: " : "";
      walk(root, "", (path, text) -> put(found, which, path, text), x -> x);
    }
    return found;
  }

  private static void put(Map<String, String> found, String which, String path, String text) {
    if (!READER_ONLY.matcher(path).matches()) {
      found.put(which + path, text);
    }
  }

  /** Puts a changed value in the place of the one at hand, and returns the whole. */
  private interface Rest {
    Object around(Object changed);
  }

  private static void walk(Object value, String path, BiConsumer<String, String> found, Rest rest) {
    List<Object> others = new ArrayList<>(List.of(Map.of("surprise", "x"), List.of(List.of("x"))));
    others.add(value instanceof String ? "" : "x y");
    for (Object other : others) {
      if (!other.equals("") && !other.equals(value)) {
        found.accept(path + " is " + other, text(rest.around(other)));
      }
    }
    // A list in flow style has no place for nothing.
    if (!path.matches(".*/[0-9]+")) {
      found.accept(path + " is nothing", text(rest.around(null)));
    }
    if (value instanceof Map<?, ?> map) {
      found.accept(path + " has surprise", text(rest.around(with(map, "surprise", "x"))));
      for (Object key : map.keySet()) {
        String below = path + "/" + key;
        found.accept(below + " is missing", text(rest.around(without(map, key))));
        found.accept(
            below + " is doubled",
            text(rest.around(with(map, "@" + key, "x"))).replace("\"@", "\""));
        walk(map.get(key), below, found, changed -> rest.around(with(map, key, changed)));
      }
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        int index = i;
        walk(
            list.get(i),
            path + "/" + i,
            found,
            changed -> {
              List<Object> copy = new ArrayList<>(list);
              copy.set(index, changed);
              return rest.around(copy);
            });
      }
    }
  }

  private static Map<Object, Object> with(Map<?, ?> map, Object key, Object value) {
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return copy;
  }

  private static Map<Object, Object> without(Map<?, ?> map, Object key) {
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    copy.remove(key);
    return copy;
  }

  /** Flow style YAML in the order of the keys; nothing is written as nothing. */
  private static String text(Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      map.forEach((key, each) -> entries.add(quoted(key) + ": " + text(each)));
      return "{" + String.join(", ", entries) + "}";
    } else if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(StructuralMutations::text).toList()) + "]";
    }
    return value instanceof String ? quoted(value) : value.toString();
  }

  private static String quoted(Object text) {
    return MeshJson.toTree(text.toString()).toString();
  }
}
