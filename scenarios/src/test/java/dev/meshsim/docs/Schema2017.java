package dev.meshsim.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The schema of December 2017: its objects with their members, and its statuses. */
final class Schema2017 {

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Set<String> statuses = new HashSet<>();
  private final Set<String> transactions = new HashSet<>();

  private Schema2017() {}

  /** Reads the table in the folder of shared test data; skips the test without it. */
  static Schema2017 read() throws IOException {
    String folder = System.getenv("MESH_SIM_DATA");
    assumeTrue(folder != null, "MESH_SIM_DATA is not set: the schema is not compared");
    Schema2017 schema = new Schema2017();
    Path table = Path.of(String.valueOf(folder), "schema-2017-12.tsv");
    for (String line : Files.readAllLines(table).subList(1, 434)) {
      schema.add(line.split("\t", -1));
    }
    return schema;
  }

  private void add(String[] cells) {
    String object = cells[4];
    switch (cells[3]) {
      case "structure", "message" ->
          parents.put(object, cells[6].substring(cells[6].lastIndexOf('.') + 1));
      case "member" -> members.computeIfAbsent(object, key -> new HashSet<>()).add(cells[8]);
      case "status" -> statuses.add(cells[9]);
      case "transaction" -> transactions.add(object);
      default -> {}
    }
  }

  boolean hasObject(String name) {
    return parents.containsKey(name);
  }

  /** The members of an object with those that it inherits. */
  Set<String> members(String object) {
    Set<String> all = new HashSet<>();
    for (String at = object; at != null && !at.isEmpty(); at = parents.get(at)) {
      all.addAll(members.getOrDefault(at, Set.of()));
    }
    return all;
  }

  Set<String> statuses() {
    return statuses;
  }

  /** Every name of a member, an object or a transaction. */
  Set<String> names() {
    Set<String> all = new HashSet<>(parents.keySet());
    members.values().forEach(all::addAll);
    all.addAll(transactions);
    return all;
  }
}
