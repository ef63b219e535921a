package dev.meshsim.scenario.simulation.planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A class loader that loads the product and its tests anew, with one class changed. Everything else
 * comes from its parent.
 */
final class PlantedLoader extends ClassLoader {

  private static final String OWN = "dev.meshsim.";
  private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

  private final String changed;
  private final byte[] planted;

  /**
   * A loader of the classes that the loader of this one finds.
   *
   * @throws IllegalStateException if the defect does not apply
   */
  PlantedLoader(Defect defect) {
    super("planted", PlantedLoader.class.getClassLoader());
    this.changed = defect.className();
    this.planted =
        Planter.plant(
            defect,
            octets(changed)
                .orElseThrow(() -> new IllegalStateException("there is no class " + changed)));
  }

  static {
    registerAsParallelCapable();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OWN)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] octets =
          name.equals(changed)
              ? planted
              : octets(name).orElseThrow(() -> new ClassNotFoundException(name));
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
