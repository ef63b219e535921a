package dev.meshsim.report;

import dev.meshsim.bytes.Bytes;
import java.io.PrintStream;

/**
 * Prints a report on the terminal.
 *
 * @param out receives lines and the content of files
 * @param errors receives lines about files that are no scenarios
 */
record ShownTarget(PrintStream out, PrintStream errors) implements ReportTarget {

  @Override
  public void writeRunFile(String file, Bytes content) {
    byte[] octets = content.toArray();
    out.write(octets, 0, octets.length);
    out.flush();
  }

  @Override
  public void appendRunFile(String file, Bytes content) {
    writeRunFile(file, content);
  }

  @Override
  public void writeScenarioFile(String scenario, String file, Bytes content) {
    writeRunFile(file, content);
  }
}
