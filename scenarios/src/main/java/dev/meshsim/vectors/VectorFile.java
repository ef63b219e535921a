package dev.meshsim.vectors;

import dev.meshsim.dialect.Dialect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A file of vectors: groups of tests, numbered through the file, and a note for each flag. */
final class VectorFile {

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private final String name;
  private final String kind;
  private final List<String> header;
  private final List<ObjectNode> groups = new ArrayList<>();
  private final Set<Flag> used = EnumSet.noneOf(Flag.class);
  private int tests;

  /**
   * An empty file.
   *
   * @param name without {@code _test.json}
   * @param kind the type of its groups
   * @param header the explanation of the tests, line by line
   */
  VectorFile(String name, String kind, String... header) {
    this.name = name;
    this.kind = kind;
    this.header = List.of(header);
  }

  /** The name of the file. */
  String fileName() {
    return name + "_test.json";
  }

  /** The number of tests. */
  int size() {
    return tests;
  }

  /** Adds a group; its members come before its tests. */
  ObjectNode group(Dialect dialect) {
    ObjectNode group = JsonNodeFactory.instance.objectNode();
    group.put("type", kind).put("dialect", dialect.label());
    groups.add(group);
    return group;
  }

  /** Adds a test to a group; the caller adds its members, the result last. */
  VectorTest test(ObjectNode group, String comment, Flag... flags) {
    ObjectNode test = group.withArray("tests").addObject();
    test.put("tcId", ++tests).put("comment", comment);
    ArrayNode labels = test.putArray("flags");
    for (Flag flag : flags) {
      used.add(flag);
      labels.add(flag.label());
    }
    return new VectorTest(test);
  }

  /** The whole file: JSON, UTF-8, two spaces a level, line feeds, one at the end. */
  String text() {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("kind", kind).put("schema", "schemas/" + name + "_schema.json");
    file.put("numberOfTests", tests);
    ArrayNode lines = file.putArray("header");
    header.forEach(lines::add);
    ObjectNode notes = file.putObject("notes");
    for (Flag flag : used) {
      notes
          .putObject(flag.label())
          .put("bugType", flag.bugType())
          .put("description", flag.description());
    }
    file.putArray("testGroups").addAll(groups);
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(LINES)
            .withArrayIndenter(LINES)
            .withSeparators(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER));
    return JsonMapper.shared().writer().with(printer).writeValueAsString(file) + "\n";
  }
}
