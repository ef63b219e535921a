package dev.meshsim.dialect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
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
  public Bytes write(Encoding encoding, String tag, Object value) {
    return BinaryJson.writeTagged(encoding, tag, value);
  }

  @Override
  public <T> T read(Encoding encoding, Bytes octets, Class<T> base, Map<String, Class<?>> tags) {
    return BinaryJson.readTagged(encoding, octets, base, tags);
  }

  @Override
  public Bytes toJson(Encoding encoding, Bytes octets) {
    return BinaryJson.toJson(encoding, octets);
  }

  @Override
  public Bytes fromTree(JsonNode tree) {
    return MeshJson.write(tree);
  }

  @Override
  public JsonNode readTree(Bytes text) {
    return MeshJson.readTree(text);
  }
}
