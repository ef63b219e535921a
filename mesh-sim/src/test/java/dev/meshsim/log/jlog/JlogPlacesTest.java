package dev.meshsim.log.jlog;

import dev.meshsim.log.PortalStorePlaces;
import dev.meshsim.testing.Once;
import java.util.List;

@Once
class JlogPlacesTest extends PortalStorePlaces {

  @Override
  protected String store() {
    return "jlog";
  }

  @Override
  protected List<String> data() {
    return List.of("mesh.jlog", "portal.jlog");
  }

  @Override
  protected String claim() {
    return "mesh.jlog.lock";
  }
}
