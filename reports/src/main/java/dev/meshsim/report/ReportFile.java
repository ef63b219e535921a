package dev.meshsim.report;

import java.util.regex.Pattern;

/**
 * A file of a run's results, or a set of files in one directory.
 *
 * @param scope the directory that the rest is relative to
 * @param directory the name of the directory that holds the files; empty if they are in the scope's
 *     own directory
 * @param name matches the file's whole name
 * @param label the name of the file, or of the directory and a slash
 * @param content the content in a few words, for the help; empty for files that users need not know
 */
public record ReportFile(
    Scope scope, String directory, Pattern name, String label, String content) {

  private static final Pattern PLAIN = Pattern.compile("[a-z0-9][A-Za-z0-9._-]*");

  /** The directory that a file belongs to. */
  public enum Scope {
    /** The results directory, once in a run. */
    RUN,
    /** The directory of each scenario, below the results directory. */
    SCENARIO
  }

  /** Checks that the label is a plain name, so that no file is outside its directory. */
  public ReportFile {
    String plain = directory.isEmpty() ? label : directory;
    if (!PLAIN.matcher(plain).matches()) {
      throw new IllegalArgumentException("not a plain file name: " + plain);
    }
  }

  /** A file in the directory of the scope. */
  public static ReportFile of(Scope scope, String name, String content) {
    return new ReportFile(scope, "", Pattern.compile(Pattern.quote(name)), name, content);
  }

  /** All files in a subdirectory whose names match. */
  public static ReportFile in(Scope scope, String directory, Pattern names, String content) {
    return new ReportFile(scope, directory, names, directory + "/", content);
  }

  /** True if this is the file's path below the directory of the scope, {@code messages/1.json}. */
  public boolean matches(String path) {
    String prefix = directory.isEmpty() ? "" : directory + "/";
    return path.startsWith(prefix) && name.matcher(path.substring(prefix.length())).matches();
  }
}
