package dev.meshsim.share;

import dev.meshsim.error.MeshException;

/** A secret could not be split or recovered. No message holds a share or a part of one. */
public abstract class ShareException extends MeshException {

  private static final long serialVersionUID = 1L;

  ShareException(String code, String problem, String hint) {
    super(code, problem, hint);
  }
}
