package dev.meshsim.scenario.run;

import dev.meshsim.report.RunIdentity;
import java.security.Provider;
import java.security.Security;
import java.util.Map;
import java.util.TreeMap;

/** The software that a run uses, as its identity states it. */
final class Software {

  /** The launcher gives the source's commit under this name. */
  static final String COMMIT_PROPERTY = "meshsim.commit";

  private Software() {}

  static RunIdentity identity(RunOptions options, Map<String, String> digests) {
    return new RunIdentity(
        options.seed(),
        System.getProperty(COMMIT_PROPERTY, "unknown"),
        digests,
        options.stated(),
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
    versions.put("Bouncy Castle", version(org.bouncycastle.crypto.engines.AESEngine.class));
    versions.put("Jackson", version(tools.jackson.databind.ObjectMapper.class));
    return versions;
  }

  private static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
