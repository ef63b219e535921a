package dev.meshsim.cli;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.Quote;
import dev.meshsim.log.PortalStoreProvider;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineStoreProvider;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.report.Report;
import dev.meshsim.store.StoreProvider;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Jars with stores, reports or application types of a user's own. While they are open, this thread
 * and those that it starts find what their {@code META-INF/services} name, beside what is built in.
 */
final class Plugins implements AutoCloseable {

  /** The variable of the environment with further jars, as in a class path. */
  static final String VARIABLE = "MESH_SIM_PLUGINS";

  private static final List<Class<?>> SERVICES =
      List.of(
          MachineStoreProvider.class,
          PortalStoreProvider.class,
          Report.class,
          ApplicationType.class);

  private static final String REBUILD =
      "build it anew with this version of mesh-sim, " + VersionLines.release();

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final URLClassLoader loader;

  private Plugins(List<Path> jars) {
    this.loader = new URLClassLoader(jars.stream().map(Plugins::url).toArray(URL[]::new), before);
  }

  /**
   * Opens jars.
   *
   * @param jars those of the command line, which come first
   * @param variable those of {@link #VARIABLE}; may be empty
   * @throws InputException if one is no jar, has nothing for mesh-sim, or cannot be used
   */
  static Plugins open(List<Path> jars, String variable) {
    List<Path> all = new ArrayList<>(jars);
    for (String name : variable.split(Pattern.quote(File.pathSeparator))) {
      if (!name.isEmpty()) {
        all.add(path(name));
      }
    }
    all.forEach(Plugins::requirePlugin);
    List<String> machines = MachineStores.names();
    List<String> portals = PortalStores.names();
    Plugins plugins = new Plugins(all);
    boolean opened = false;
    try {
      if (!all.isEmpty()) {
        plugins.requireUsable(MachineStoreProvider.class, machines);
        plugins.requireUsable(PortalStoreProvider.class, portals);
        plugins.requireUsable(Report.class, List.of());
        plugins.requireUsable(ApplicationType.class, List.of());
        Thread.currentThread().setContextClassLoader(plugins.loader);
      }
      opened = true;
      return plugins;
    } finally {
      if (!opened) {
        plugins.close();
      }
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InputException(
          VARIABLE + ": " + Quote.text(name) + " is no path",
          "write jars with a colon between them");
    }
  }

  private static void requirePlugin(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new InputException(
          "there is no plugin " + Quote.of(jar), "give the path of a jar: --plugin JAR");
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      if (SERVICES.stream().noneMatch(type -> file.getEntry(service(type)) != null)) {
        throw new InputException(
            Quote.of(jar) + " is a jar, but no plugin: it has none of the files of services",
            "name its classes in " + service(SERVICES.get(0)) + "; see docs/own-store.md");
      }
    } catch (IOException e) {
      throw new InputException(
          Quote.of(jar) + " is no jar, or not a whole one", "build or copy it again");
    }
  }

  private static String service(Class<?> type) {
    return "META-INF/services/" + type.getName();
  }

  /** Makes each object once, so that a jar of another version fails here and with its name. */
  private void requireUsable(Class<?> type, List<String> names) {
    try {
      for (Object found : ServiceLoader.load(type, loader)) {
        boolean own = loader.equals(found.getClass().getClassLoader());
        if (own && found instanceof StoreProvider store && names.contains(store.name())) {
          throw new InputException(
              place(found) + " has a store " + Quote.text(store.name()) + ", as mesh-sim has",
              "give it another name");
        }
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new InputException(
          "a plugin cannot be used: " + Quote.line(String.valueOf(cause.getMessage())), REBUILD);
    }
  }

  private static String place(Object found) {
    return Quote.of(
        Path.of(found.getClass().getProtectionDomain().getCodeSource().getLocation().getPath())
            .getFileName());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(before);
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
