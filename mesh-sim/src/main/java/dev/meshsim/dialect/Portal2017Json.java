package dev.meshsim.dialect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonLayout;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.TolerantJson;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The JSON of the {@code portal-2017} dialect. Written: the reference implementation's layout, but
 * with clean base64url. Read: everything the reference wrote from 2016 on, with raw line feeds in
 * strings, base64 of either alphabet with or without padding, and unknown members, which are
 * ignored.
 */
final class Portal2017Json implements ObjectJson {

  @Override
  public Bytes write(String tag, Object value) {
    JsonNode tree = MeshJson.toTree(Map.of(tag, value));
    return Bytes.utf8(JsonLayout.of(ToReference.shape(tree)));
  }

  @Override
  public <T> T read(Bytes text, Class<T> base) {
    return read(text, base, MeshJson.tagsOf(base));
  }

  @Override
  public <T> T read(Bytes text, Class<T> base, Map<String, Class<?>> tags) {
    return MeshJson.fromTaggedTree(readTree(text), base, tags);
  }

  @Override
  public Bytes fromTree(JsonNode tree) {
    return Bytes.utf8(JsonLayout.of(tree));
  }

  @Override
  public JsonNode readTree(Bytes text) {
    return FromReference.shape(TolerantJson.read(text));
  }
}
