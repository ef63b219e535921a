package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * The digest of the program: of the jar files or class files of the modules that make documents.
 */
final class ProgramDigest {

  private ProgramDigest() {}

  /** The digest, which changes with every change of the program. */
  static String compute() {
    StringBuilder all = new StringBuilder(System.getProperty("java.vm.version", ""));
    for (Class<?> type : List.of(MeshException.class, Report.class, ProgramDigest.class)) {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source == null) {
        throw new IllegalStateException("the classes of " + type + " have no place");
      }
      try {
        add(all, Path.of(source.getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Sha256.of(Bytes.utf8(all.toString())).hex();
  }

  private static void add(StringBuilder all, Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(place.relativize(file))
            .append(' ')
            .append(Sha256.of(Bytes.of(Files.readAllBytes(file))).hex())
            .append('\n');
      }
    }
  }
}
