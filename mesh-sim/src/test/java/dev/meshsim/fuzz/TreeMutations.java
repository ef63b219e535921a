package dev.meshsim.fuzz;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.TolerantBase64;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mutation fuzzing of JSON messages: members removed, null, of a wrong kind, repeated, exchanged or
 * huge, also in the JSON inside their base64 and their texts. Seed and duration as {@link
 * Mutations} has them.
 */
public final class TreeMutations {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper WRITER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final long seed;
  private final String purpose;
  private final RandomStream stream;
  private final List<JsonNode> samples = new ArrayList<>();

  private TreeMutations(long seed, String purpose, List<byte[]> samples) {
    this.seed = seed;
    this.purpose = purpose;
    this.stream = World.seeded(seed).stream("fuzz", purpose);
    samples.forEach(sample -> this.samples.add(TolerantJson.read(Bytes.of(sample))));
  }

  /** Makes mutations with the seed of the property {@code meshsim.fuzz.seed}, or a new seed. */
  public static TreeMutations of(String purpose, List<byte[]> samples) {
    Long given = Long.getLong("meshsim.fuzz.seed");
    long drawn = ByteBuffer.wrap(World.system().stream("fuzz", purpose).bytes(8)).getLong() >>> 16;
    return new TreeMutations(given == null ? drawn : given, purpose, samples);
  }

  /** Checks mutated messages, at least one, as {@link Mutations#run} does. */
  public void run(Duration usual, Mutations.Check check) {
    Long seconds = Long.getLong("meshsim.fuzz");
    World clock = World.system();
    Instant end = clock.now().plus(seconds == null ? usual : Duration.ofSeconds(seconds));
    long number = 0;
    do {
      number++;
      byte[] input = next(below(samples.size()));
      try {
        check.of(input);
      } catch (Throwable e) {
        String shown = Bytes.of(input).utf8();
        throw new AssertionError(
            "fuzz "
                + purpose
                + ": mutation "
                + number
                + " fails with "
                + e
                + "\nrepeat with -Dmeshsim.fuzz.seed="
                + seed
                + "\n"
                + shown.substring(0, Math.min(shown.length(), 6000)),
            e);
      }
    } while (clock.now().isBefore(end));
    System.out.println("fuzz " + purpose + ": " + number + " mutations, seed " + seed);
  }

  /** A mutation of the sample at {@code index}. */
  public byte[] next(int index) {
    ArrayNode root = NODES.arrayNode().add(samples.get(index).deepCopy());
    for (int changes = 1 + below(2); changes > 0; changes--) {
      change(root);
    }
    JsonNode changed = root.isEmpty() ? NODES.objectNode() : root.get(0);
    return WRITER.writeValueAsBytes(changed);
  }

  /** A member or an element, by its parent. */
  private record Place(JsonNode parent, Object key) {

    JsonNode value() {
      return key instanceof String name ? parent.get(name) : parent.get((Integer) key);
    }

    void set(JsonNode value) {
      if (key instanceof String name) {
        ((ObjectNode) parent).set(name, value);
      } else {
        ((ArrayNode) parent).set((Integer) key, value);
      }
    }

    void remove() {
      if (key instanceof String name) {
        ((ObjectNode) parent).remove(name);
      } else {
        ((ArrayNode) parent).remove((Integer) key);
      }
    }
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        places.add(new Place(object, member.getKey()));
        collect(member.getValue(), places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Place(array, i));
        collect(array.get(i), places);
      }
    }
  }

  private void change(JsonNode root) {
    List<Place> places = new ArrayList<>();
    collect(root, places);
    if (places.isEmpty()) {
      return;
    }
    Place place = places.get(below(places.size()));
    if (!place.value().isString() || below(4) == 0 || !changeInside(place)) {
      replace(place, places);
    }
  }

  /** Changes the JSON that a string holds, in base64 or as it is; false if it holds none. */
  private boolean changeInside(Place place) {
    String text = place.value().stringValue();
    boolean plain = text.startsWith("{");
    try {
      Bytes octets = plain ? Bytes.utf8(text) : TolerantBase64.decode(text);
      ArrayNode inside = NODES.arrayNode().add(TolerantJson.read(octets));
      if (!inside.get(0).isContainer()) {
        return false;
      }
      change(inside);
      Bytes changed = Bytes.of(WRITER.writeValueAsBytes(inside.path(0)));
      place.set(NODES.stringNode(plain ? changed.utf8() : changed.base64Url()));
      return true;
    } catch (MeshException e) {
      return false;
    }
  }

  private void replace(Place place, List<Place> places) {
    switch (below(14)) {
      case 0, 1 -> place.remove();
      case 2, 3 -> place.set(NODES.nullNode());
      case 4 -> place.set(NODES.arrayNode().add(NODES.nullNode()));
      case 5 -> place.set(NODES.objectNode());
      case 6 -> place.set(number());
      case 7 -> place.set(text(place.value()));
      case 8 -> place.set(NODES.arrayNode().add(place.value()));
      case 9 -> place.set(nested());
      case 10 -> place.set(repeated(place.value()));
      case 11 -> place.set(NODES.booleanNode(below(2) == 0));
      case 12 -> place.set(places.get(below(places.size())).value().deepCopy());
      default -> place.set(member(place.value()));
    }
  }

  private JsonNode number() {
    return switch (below(5)) {
      case 0 -> NODES.numberNode(0);
      case 1 -> NODES.numberNode(-1);
      case 2 -> NODES.numberNode(Long.MAX_VALUE);
      case 3 -> NODES.numberNode(BigInteger.TEN.pow(35));
      default -> NODES.numberNode(new BigDecimal("1E+400"));
    };
  }

  private JsonNode text(JsonNode before) {
    return NODES.stringNode(
        switch (below(7)) {
          case 0 -> "";
          case 1 -> "\ud800";
          case 2 -> "\u0000\u001b[2J";
          case 3 -> "x".repeat(100_000);
          case 4 -> before.asString("") + "x";
          case 5 -> "+999999999-12-31T23:59:59Z";
          default -> "MAAA-BBBB";
        });
  }

  private static JsonNode nested() {
    JsonNode node = NODES.arrayNode();
    for (int i = 0; i < 80; i++) {
      node = NODES.arrayNode().add(node);
    }
    return node;
  }

  private JsonNode repeated(JsonNode value) {
    ArrayNode array = NODES.arrayNode();
    JsonNode element = value.isArray() && !value.isEmpty() ? value.get(0) : value;
    int times = below(4) == 0 ? 300 : 2;
    for (int i = 0; i < times; i++) {
      array.add(element.deepCopy());
    }
    return array;
  }

  private JsonNode member(JsonNode value) {
    return value instanceof ObjectNode object
        ? object.deepCopy().set("Extra\u202e", NODES.nullNode())
        : NODES.objectNode().set("x", value);
  }

  private int below(int bound) {
    return Integer.remainderUnsigned(ByteBuffer.wrap(stream.bytes(4)).getInt(), bound);
  }
}
