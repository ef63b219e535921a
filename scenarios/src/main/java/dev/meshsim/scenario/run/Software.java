package dev.meshsim.scenario.run;

import dev.meshsim.report.RunIdentity;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.Provider;
import java.security.Security;
import java.util.Map;
import java.util.TreeMap;

/** The software that a run uses: versions for the run's identity, and the command's name. */
public final class Software {

  /** The system property that the launcher sets to the commit of the sources. */
  static final String COMMIT_PROPERTY = "meshsim.commit";

  /** The system property that the launcher sets to the name it was called by. */
  static final String LAUNCHER_PROPERTY = "meshsim.launcher";

  private Software() {}

  /** The command that starts this program, as the user typed it. */
  static String launcher() {
    return System.getProperty(LAUNCHER_PROPERTY, "bin/mesh-sim");
  }

  /** The commit of the sources, or {@code unknown}. */
  public static String commit() {
    return System.getProperty(COMMIT_PROPERTY, "unknown");
  }

  static RunIdentity identity(RunOptions options, Map<String, String> digests) {
    return new RunIdentity(
        options.seed(),
        commit(),
        digests,
        options.stated(),
        options.leftOut(),
        System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"),
        providers());
  }

  private static Map<String, String> providers() {
    Map<String, String> versions = new TreeMap<>();
    for (String name : new String[] {"SUN", "SunJCE", "SunEC", "SunRsaSign"}) {
      Provider provider = Security.getProvider(name);
      if (provider != null) {
        versions.put(name, provider.getVersionStr());
      }
    }
    versions.put("Bouncy Castle", jar(org.bouncycastle.crypto.engines.AESEngine.class));
    versions.put("Jackson", jar(tools.jackson.databind.ObjectMapper.class));
    return versions;
  }

  /** The name of a class's jar file, which ends in the library's version. */
  private static String jar(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null
        ? "unknown"
        : Path.of(source.getLocation().getPath()).getFileName().toString();
  }
}
