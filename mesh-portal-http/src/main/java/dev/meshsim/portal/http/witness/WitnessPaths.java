package dev.meshsim.portal.http.witness;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths and media types of the protocol of witnesses, below a prefix. */
final class WitnessPaths {

  /** The path that checkpoints are posted to. */
  static final String ADD = "/add-checkpoint";

  /** The media type of a size. */
  static final String SIZE_TYPE = "text/x.tlog.size";

  private static final String CHECKPOINT = "/checkpoint";
  private static final Pattern LATEST = Pattern.compile("/([0-9a-f]{64})" + CHECKPOINT);

  private WitnessPaths() {}

  /** The path of the last cosigned checkpoint of a log. */
  static String latest(String originHash) {
    return "/" + originHash + CHECKPOINT;
  }

  /** The origin hash in a path of {@link #latest}; empty for another path. */
  static Optional<String> originHash(String path) {
    Matcher form = LATEST.matcher(path);
    return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
  }
}
