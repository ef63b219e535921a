package dev.meshsim.store.h2.file;

/** The durability settings of H2. Only the first is used; tests show that they catch the others. */
public enum H2Settings {
  /** No delayed writes; each group of commits is forced to the disk. */
  SYNCED(";WRITE_DELAY=0", true),
  /** Each commit is written, but not forced: it may stay in the operating system's cache. */
  WRITTEN(";WRITE_DELAY=0", false),
  /** The default of H2: writes twice a second. */
  DELAYED("", false);

  private final String url;
  private final boolean forced;

  H2Settings(String url, boolean forced) {
    this.url = url;
    this.forced = forced;
  }

  /** The settings as part of an address. */
  public String url() {
    return url;
  }

  /** True if each group of commits is forced to the disk. */
  public boolean forced() {
    return forced;
  }
}
