package dev.meshsim.scenario.simulation.planted;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a defect was found.
 *
 * @param oracle the oracle that spoke
 * @param seed the first seed that shows it; all before were run and did not
 * @param steps the number of steps of that seed's plan
 * @param shrunk the number after shrinking; empty if it was not shrunk, or the plan shows it only
 *     while it is drawn
 * @param what the oracle said
 * @param file the text of the scenario file that repeats it; empty if it was not shrunk
 */
record Caught(
    String oracle, int seed, int steps, Optional<Integer> shrunk, String what, String file) {

  /**
   * Runs the seeds of a defect until one is found. A seed whose run has a finding without the
   * defect too does not count.
   *
   * @param shrink true to make the plan smaller
   * @param directory for stores that keep files
   */
  static Optional<Caught> hunt(Defect defect, boolean shrink, Path directory) {
    Setting setting = defect.setting();
    String commit = FindingPages.commit() + " with the planted defect \"" + defect.name() + "\"";
    boolean twice = defect.oracle().equals(Defect.TWICE);
    ClassLoader loader = new PlantedLoader(defect);
    ClassLoader plain = Caught.class.getClassLoader();
    for (int from = 1; from <= setting.budget(); from++) {
      Optional<Caught> found =
          caught(
              run(
                  loader,
                  arguments(
                      setting,
                      from,
                      setting.budget(),
                      twice,
                      false,
                      directory.resolve("planted-" + from),
                      commit)));
      if (found.isEmpty()) {
        return found;
      }
      int seed = found.get().seed();
      Path other = directory.resolve("plain-" + seed);
      if (run(plain, arguments(setting, seed, seed, twice, false, other, commit)).isEmpty()) {
        return shrink && !found.get().oracle().equals(Defect.TWICE)
            ? caught(
                run(
                    loader,
                    arguments(
                        setting, seed, seed, twice, true, directory.resolve("smaller"), commit)))
            : found;
      }
      from = seed;
    }
    return Optional.empty();
  }

  private static List<String> arguments(
      Setting setting,
      int from,
      int to,
      boolean twice,
      boolean shrink,
      Path directory,
      String commit) {
    return List.of(
        from + "",
        to + "",
        setting.dialect(),
        setting.store(),
        setting.faults(),
        twice + "",
        shrink + "",
        directory.toString(),
        commit,
        setting.lies(),
        setting.logs().name(),
        setting.people() + "");
  }

  private static Optional<Caught> caught(List<String> found) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int shrunk = Integer.parseInt(found.get(3));
    return Optional.of(
        new Caught(
            found.get(0),
            Integer.parseInt(found.get(1)),
            Integer.parseInt(found.get(2)),
            shrunk == 0 ? Optional.empty() : Optional.of(shrunk),
            found.get(4),
            found.get(5)));
  }

  private static List<String> run(ClassLoader loader, List<String> arguments) {
    return run(loader, Hunt.class, arguments);
  }

  /** Calls a function of the Java runtime's types that is made in a loader. */
  @SuppressWarnings("unchecked")
  static List<String> run(ClassLoader loader, Class<?> function, List<String> arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Function<List<String>, List<String>> hunt =
          (Function<List<String>, List<String>>)
              loader.loadClass(function.getName()).getConstructor().newInstance();
      return hunt.apply(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
