package dev.meshsim.scenario.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;

/**
 * A selector in the engine's terms.
 *
 * @param origin a file or directory that exists
 * @param line of a case in the file; if empty, all cases
 * @param label the name of a test; if empty, all
 */
record Selected(Origin origin, OptionalInt line, Optional<String> label) {

  private static final String CLASSPATH = "classpath";

  /** True if the engine answers this kind of selector; all others find nothing. */
  static boolean isFor(DiscoverySelector selector, UniqueId engine) {
    if (selector instanceof UniqueIdSelector id) {
      return id.getUniqueId().hasPrefix(engine);
    }
    if (selector instanceof UriSelector uri) {
      return List.of(Origin.FILE, CLASSPATH).contains(String.valueOf(uri.getUri().getScheme()));
    }
    return selector instanceof FileSelector
        || selector instanceof DirectorySelector
        || selector instanceof ClasspathResourceSelector;
  }

  /**
   * The files and directories of a selector; more than one if directories of the class path share a
   * name. None for the id of another kind of test.
   *
   * @throws EngineException {@code engine.not-there} if there is none
   */
  static List<Selected> of(DiscoverySelector selector, UniqueId engine) {
    if (selector instanceof FileSelector file) {
      return of(existing(file.getPath()), line(file.getPosition()));
    } else if (selector instanceof DirectorySelector directory) {
      return of(existing(directory.getPath()), OptionalInt.empty());
    } else if (selector instanceof ClasspathResourceSelector resource) {
      OptionalInt line = line(resource.getPosition());
      return resources(resource.getClasspathResourceName()).stream()
          .flatMap(origin -> of(origin, line).stream())
          .toList();
    } else if (selector instanceof UriSelector uri) {
      return of(selector(uri.getUri()), engine);
    } else if (selector instanceof UniqueIdSelector id) {
      return of(id.getUniqueId(), engine);
    }
    return List.of();
  }

  private static List<Selected> of(Origin origin, OptionalInt line) {
    return List.of(new Selected(origin, line, Optional.empty()));
  }

  private static OptionalInt line(Optional<FilePosition> position) {
    return position.stream().mapToInt(FilePosition::getLine).findFirst();
  }

  private static DiscoverySelector selector(URI uri) {
    if (CLASSPATH.equals(uri.getScheme())) {
      String name = uri.getPath() == null ? uri.getSchemeSpecificPart() : uri.getPath();
      int query = name.indexOf('?');
      String plain = query < 0 ? name : name.substring(0, query);
      String position = query < 0 ? uri.getQuery() : name.substring(query + 1);
      return DiscoverySelectors.selectClasspathResource(
          plain, FilePosition.fromQuery(position).orElse(null));
    }
    Path path = Path.of(URI.create("file://" + uri.getRawPath()));
    return Files.isDirectory(path)
        ? DiscoverySelectors.selectDirectory(path.toFile())
        : DiscoverySelectors.selectFile(
            path.toFile(), FilePosition.fromQuery(uri.getQuery()).orElse(null));
  }

  private static List<Selected> of(UniqueId id, UniqueId engine) {
    List<UniqueId.Segment> own =
        id.getSegments().subList(engine.getSegments().size(), id.getSegments().size());
    if (own.isEmpty()
        || own.size() > 2
        || (own.size() == 2 && !own.get(1).getType().equals(CaseDescriptor.SEGMENT))) {
      return List.of();
    }
    Optional<String> label = own.stream().skip(1).map(UniqueId.Segment::getValue).findFirst();
    String name = own.get(0).getValue();
    List<Origin> origins =
        switch (own.get(0).getType()) {
          case Origin.FILE -> List.of(existing(Path.of(name)));
          case Origin.RESOURCE -> resources(name);
          default -> List.of();
        };
    return origins.stream()
        .map(origin -> new Selected(origin, OptionalInt.empty(), label))
        .toList();
  }

  private static Origin existing(Path path) {
    if (!Files.exists(path)) {
      throw EngineException.noFile(path);
    }
    return Origin.file(path);
  }

  /** A directory in each root of the class path that has it, or the first file of that name. */
  private static List<Origin> resources(String given) {
    String name = given.replaceAll("^/+|/+$", "");
    List<Origin> found = new ArrayList<>();
    for (URL url : urls(name)) {
      if (!url.getProtocol().equals(Origin.FILE)) {
        throw EngineException.inArchive(name, url.toString());
      }
      found.add(Origin.resource(name, uri(url)));
    }
    if (found.isEmpty()) {
      throw EngineException.noResource(name);
    }
    return Files.isDirectory(found.get(0).path()) ? found : found.subList(0, 1);
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class loader gave a URL that is no URI", e);
    }
  }

  private static List<URL> urls(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
    try {
      return Collections.list(loader.getResources(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
