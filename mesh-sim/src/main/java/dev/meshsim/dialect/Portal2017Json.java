package dev.meshsim.dialect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonLayout;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.TolerantJson;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The {@code portal-2017} dialect's JSON: in the reference implementation's layout when written,
 * but with clean base64url; read with raw line feeds in strings, base64 of any alphabet and
 * padding, and members that nobody knows, as the reference wrote them from 2016 on.
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
  public JsonNode readTree(Bytes text) {
    return FromReference.shape(TolerantJson.read(text));
  }
}
