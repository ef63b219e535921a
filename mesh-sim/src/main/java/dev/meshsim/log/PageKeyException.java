package dev.meshsim.log;

import dev.meshsim.error.MeshException;

/** A page key that no page of this store gave. */
public final class PageKeyException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** Makes the refusal of {@code pageKey}. */
  public PageKeyException(String pageKey) {
    super(
        "log.page-key",
        "'" + pageKey + "' is not a page key of this request",
        "send the key of the page before, unchanged, or none to begin again");
  }
}
