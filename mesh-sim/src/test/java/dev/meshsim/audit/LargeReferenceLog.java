package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.array;

import dev.meshsim.audit.record.Generation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** A writer of large logs in the form of 2017 in which no signed object occurs twice. */
public final class LargeReferenceLog {

  /** The number of signatures in each record: of the device, master and personal profile. */
  public static final int SIGNATURES = 3;

  private LargeReferenceLog() {}

  /**
   * Writes a log to a new file.
   *
   * @param octets the least size of the file
   * @return the number of signatures in it
   */
  public static int write(Path file, long octets) throws IOException {
    int signatures = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (long written = 0; written < octets; signatures += SIGNATURES) {
        byte[] record = record(signatures).octets().toArray();
        out.write(record);
        written += record.length;
      }
    }
    return signatures;
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
