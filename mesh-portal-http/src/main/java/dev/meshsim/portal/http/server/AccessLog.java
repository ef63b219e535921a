package dev.meshsim.portal.http.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The access log: a line of JSON for each request. It names no account and has nothing of a body,
 * so that it holds no secret and no person's name; the client's address is in it.
 */
final class AccessLog {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Consumer<String> lines;

  /**
   * A log.
   *
   * @param lines receives each line, without its end
   */
  AccessLog(Consumer<String> lines) {
    this.lines = lines;
  }

  void add(Served served) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", served.time().toString());
    line.put("address", served.address());
    line.put("protocol", served.protocol());
    line.put("http", served.http());
    line.put("transaction", served.transaction());
    if (served.status() != 0) {
      line.put("status", served.status());
    }
    line.put("in", served.in());
    line.put("out", served.out());
    line.put("micros", served.took().toNanos() / 1000);
    lines.accept(MAPPER.writeValueAsString(line));
  }
}
