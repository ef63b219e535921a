package dev.meshsim.json;

import dev.meshsim.bytes.Bytes;
import tools.jackson.databind.JsonNode;

/** Placeholder until the tolerant reader lands. */
public final class TolerantJson {

  private static final tools.jackson.databind.json.JsonMapper MAPPER =
      tools.jackson.databind.json.JsonMapper.builder(
              tools.jackson.core.json.JsonFactory.builder()
                  .streamReadConstraints(JsonLimits.constraints())
                  .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(tools.jackson.core.json.JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .build();

  private TolerantJson() {}

  /** Reads. */
  public static JsonNode read(Bytes text) {
    try {
      return MAPPER.readTree(text.toArray());
    } catch (tools.jackson.core.JacksonException e) {
      throw JsonErrors.of(e);
    }
  }
}
