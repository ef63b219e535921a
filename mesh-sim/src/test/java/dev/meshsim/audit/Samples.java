package dev.meshsim.audit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Samples written by the reference implementation, if the conformance data are installed. */
final class Samples {

  static final List<String> ALL =
      List.of(
          "reference-2016-03/mesh.jlog",
          "reference-2016-03/portal.jlog",
          "reference-2017-06/Tmesh.jlog",
          "reference-2017-06/Tportal.jlog",
          "reference-2017-06/escrow.json",
          "reference-2017-06/myprofile.json");

  private Samples() {}

  /** Reads a sample, or skips the test if it is not installed. */
  static Path path(String name) {
    String root = System.getenv("MESH_SIM_DATA");
    assumeTrue(root != null, "skipped: MESH_SIM_DATA does not name the folder of shared test data");
    return Path.of(root).resolve(name);
  }

  static Bytes octets(String name) {
    try {
      return Bytes.of(Files.readAllBytes(path(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
