package dev.meshsim.store.h2.database;

/** How durable H2 is told to be. Only the first is used; the others show what a test catches. */
public enum H2Settings {
  /** Nothing is written behind a caller's back, and each group of commits is forced. */
  SYNCED(";WRITE_DELAY=0", true),
  /** Each commit is written, and the operating system keeps it until it likes. */
  WRITTEN(";WRITE_DELAY=0", false),
  /** What H2 does by itself: it writes twice a second. */
  DELAYED("", false);

  private final String url;
  private final boolean forced;

  H2Settings(String url, boolean forced) {
    this.url = url;
    this.forced = forced;
  }

  String url() {
    return url;
  }

  boolean forced() {
    return forced;
  }
}
