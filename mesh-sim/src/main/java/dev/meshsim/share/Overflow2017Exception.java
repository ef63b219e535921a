package dev.meshsim.share;

/**
 * The reference implementation may have spoiled a share by 32-bit overflow; code {@code
 * share.overflow-2017}.
 */
public final class Overflow2017Exception extends ShareException {

  private static final long serialVersionUID = 1L;

  Overflow2017Exception(String problem, String hint) {
    super("share.overflow-2017", problem, hint);
  }
}
