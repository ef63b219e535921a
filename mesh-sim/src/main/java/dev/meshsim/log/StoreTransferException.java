package dev.meshsim.log;

import dev.meshsim.error.MeshException;

/** Records of one portal store that cannot become those of another. */
public final class StoreTransferException extends MeshException {

  private static final long serialVersionUID = 1L;

  private StoreTransferException(String code, String problem, String hint) {
    super(code, problem, hint);
  }

  static StoreTransferException notEmpty() {
    return new StoreTransferException(
        "log.transfer-not-empty",
        "the store to copy to has records already; an empty one is expected",
        "name a new place for the copy");
  }

  static StoreTransferException gap(long expected, long found) {
    return new StoreTransferException(
        "log.transfer-gap",
        "the store to copy from has no record TID:" + expected + "; the next is TID:" + found,
        "run check on the store; the copy holds what came before and is not complete");
  }
}
