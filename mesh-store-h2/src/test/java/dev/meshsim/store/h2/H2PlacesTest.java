package dev.meshsim.store.h2;

import dev.meshsim.log.PortalStorePlaces;
import dev.meshsim.testing.Once;
import dev.meshsim.testing.Sampled;
import java.util.List;

@Once
@Sampled(2)
class H2PlacesTest extends PortalStorePlaces {

  @Override
  protected String store() {
    return "h2";
  }

  @Override
  protected List<String> data() {
    return List.of("portal.mv.db");
  }

  @Override
  protected String claim() {
    return "portal.lock";
  }
}
