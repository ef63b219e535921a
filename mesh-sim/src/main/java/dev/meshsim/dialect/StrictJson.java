package dev.meshsim.dialect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The JSON of the {@code mesh} dialect: no white space when written, strict when read. */
final class StrictJson implements ObjectJson {

  @Override
  public Bytes write(String tag, Object value) {
    return MeshJson.writeTagged(tag, value);
  }

  @Override
  public <T> T read(Bytes text, Class<T> base) {
    return MeshJson.readTagged(text, base);
  }

  @Override
  public <T> T read(Bytes text, Class<T> base, Map<String, Class<?>> tags) {
    return MeshJson.readTagged(text, base, tags);
  }

  @Override
  public JsonNode readTree(Bytes text) {
    return MeshJson.readTree(text);
  }
}
