package dev.meshsim.scenario.simulation.planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A class loader that loads the product and its tests, or a part of them, anew, with some methods
 * changed. Everything else comes from its parent.
 */
final class PlantedLoader extends ClassLoader {

  private static final String OWN = "dev.meshsim.";
  private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

  private final Predicate<String> anew;
  private final Map<String, byte[]> planted = new HashMap<>();

  /**
   * A loader of the classes that the loader of this one finds.
   *
   * @throws IllegalStateException if the defect does not apply
   */
  PlantedLoader(Defect defect) {
    this(List.of(defect), name -> name.startsWith(OWN));
  }

  /**
   * A loader that plants several defects.
   *
   * @param anew the names of classes to load anew: those changed, all that name one of them, and
   *     all of their packages
   * @throws IllegalStateException if a defect does not apply
   */
  PlantedLoader(List<Defect> defects, Predicate<String> anew) {
    super("planted", PlantedLoader.class.getClassLoader());
    this.anew = anew;
    for (Defect defect : defects) {
      String changed = defect.className();
      byte[] before =
          Optional.ofNullable(planted.get(changed))
              .or(() -> octets(changed))
              .orElseThrow(() -> new IllegalStateException("there is no class " + changed));
      planted.put(changed, Planter.plant(defect, before));
    }
  }

  static {
    registerAsParallelCapable();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!anew.test(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] octets = planted.get(name);
      if (octets == null) {
        octets = octets(name).orElseThrow(() -> new ClassNotFoundException(name));
      }
      return defineClass(name, octets, 0, octets.length);
    }
  }

  /** The class file of this name, if there is one. */
  static Optional<byte[]> octets(String name) {
    byte[] known = READ.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = PlantedLoader.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] octets = in.readAllBytes();
      READ.put(name, octets);
      return Optional.of(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
