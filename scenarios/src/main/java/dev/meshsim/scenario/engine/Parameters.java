package dev.meshsim.scenario.engine;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import dev.meshsim.jose.Suite;
import dev.meshsim.scenario.run.Choice;
import dev.meshsim.scenario.run.RunOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The configuration parameters of the engine. JUnit takes them from the request, from {@code
 * junit-platform.properties} and from system properties.
 *
 * @param options the options of the run
 * @param choice the cases to run, by name
 * @param out the results directory; empty to keep none
 */
record Parameters(RunOptions options, Choice choice, Optional<Path> out) {

  /** A pattern for the names of cases. */
  static final String NAME = "mesh-scenario.name";

  /** The seed of the run. */
  static final String SEED = "mesh-scenario.seed";

  /** The store of the machines. */
  static final String STORE = "mesh-scenario.store";

  /** The dialect of all scenarios. */
  static final String DIALECT = "mesh-scenario.dialect";

  /** The algorithms of all scenarios. */
  static final String SUITE = "mesh-scenario.suite";

  /** The results directory. */
  static final String OUT = "mesh-scenario.out";

  /**
   * Reads and checks all parameters.
   *
   * @throws EngineException {@code engine.bad-parameter} if a value is not accepted
   */
  static Parameters of(ConfigurationParameters given) {
    RunOptions options =
        new RunOptions(
            value(given, SEED, "a whole number", Long::parseLong).orElse(RunOptions.DEFAULT_SEED),
            value(given, DIALECT, "the name of a dialect", Dialect::named),
            value(given, SUITE, "the name of a suite", Suite::named),
            value(given, STORE, "the name of a store", Parameters::store)
                .orElse(RunOptions.DEFAULT_STORE));
    List<String> names = value(given, NAME, "a pattern", name -> name).stream().toList();
    return new Parameters(
        options, new Choice(List.of(), names), value(given, OUT, "a directory", Path::of));
  }

  private static String store(String name) {
    RunOptions options =
        new RunOptions(RunOptions.DEFAULT_SEED, Optional.empty(), Optional.empty(), name);
    options.stores();
    return name;
  }

  private static <T> Optional<T> value(
      ConfigurationParameters given, String name, String kind, Function<String, T> parse) {
    Optional<String> text = given.get(name).map(String::strip).filter(value -> !value.isEmpty());
    try {
      return text.map(parse);
    } catch (MeshException e) {
      throw EngineException.badParameter(name, e.problem(), e.hint());
    } catch (IllegalArgumentException e) {
      throw EngineException.badParameter(
          name,
          "the value is " + kind + ", not " + Quote.text(text.orElse("")),
          EngineException.Code.BAD_PARAMETER.hint());
    }
  }
}
