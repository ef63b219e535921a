package dev.meshsim.scenario.reader;

import dev.meshsim.scenario.yaml.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a scenario: the values of its variables for one case.
 *
 * @param name the row's name; empty for the only case of a scenario without rows
 * @param place where the row begins
 * @param values the value of each variable
 */
record Row(Optional<String> name, Place place, Map<String, String> values) {

  /** Copies the values. */
  Row {
    values = Map.copyOf(values);
  }

  /** The variables of the case, with those that every case has. */
  Variables with(String run) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(Variables.RUN, run);
    name.ifPresent(row -> all.put(Variables.NAME, row));
    return new Variables(all);
  }
}
