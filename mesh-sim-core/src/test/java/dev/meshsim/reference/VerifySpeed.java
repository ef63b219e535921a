package dev.meshsim.reference;

import static dev.meshsim.reference.SyntheticLog.array;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a log of the form of 2017 in which no signed object occurs twice, to be verified by {@code
 * mesh-sim log verify} against a clock. Run with the file to write and its size in megabytes.
 */
final class VerifySpeed {

  private VerifySpeed() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    long octets = Long.parseLong(arguments[1]) * 1_000_000;
    Files.deleteIfExists(file);
    for (long written = 0, n = 0; written < octets; n++) {
      byte[] record = record(n).octets().toArray();
      Files.write(
          file,
          record,
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
      written += record.length;
    }
  }

  private static SyntheticLog record(long n) {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode device =
        log.signed(
            log.udf("desktop"),
            "DeviceProfile",
            log.deviceProfile("desktop", "the " + n + "th"),
            "desktop");
    ObjectNode masterProfile = log.masterProfile("master", "online");
    masterProfile.put("Unused", n);
    ObjectNode master = log.signed(log.udf("master"), "MasterProfile", masterProfile, "master");
    return log.add(
        log.personalTag(),
        log.personal(log.personalProfile(master, array(device), array()), "online"));
  }
}
