package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import java.util.List;

/** There is no portal store of that name. */
public final class UnknownPortalStoreException extends MeshException {

  private static final long serialVersionUID = 1L;

  UnknownPortalStoreException(String name, List<String> known) {
    super(
        "log.unknown-store",
        "there is no portal store named " + name + "; there are: " + String.join(", ", known),
        "choose one of them");
  }
}
