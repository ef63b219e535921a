package dev.meshsim.scenario.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one YAML document as text with places; see the package description. */
public final class YamlReader {

  /** The largest scenario file, in octets. */
  public static final int FILE_OCTETS = 1 << 20;

  private static final int DEPTH = 16;

  private final String file;
  private final ParserImpl events;
  private final List<Problem> problems;

  private YamlReader(String file, ParserImpl events, List<Problem> problems) {
    this.file = file;
    this.events = events;
    this.problems = problems;
  }

  /**
   * Reads {@code octets}.
   *
   * @param file the file's name, for the places
   * @param problems receives problems that do not stop the reader: duplicate keys
   * @throws YamlException with the place, if the text is too large, not UTF-8, empty, not YAML, or
   *     uses an alias, an anchor, a tag or a second document
   */
  public static YamlNode read(String file, byte[] octets, List<Problem> problems) {
    if (octets.length > FILE_OCTETS) {
      throw tooLarge(file, octets.length);
    }
    String text = Utf8Text.decode(file, octets);
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
      return new YamlReader(file, events, problems).document();
    } catch (MarkedYamlEngineException e) {
      throw new YamlException(
          placeOf(file, e.getProblemMark().or(e::getContextMark)),
          YamlException.Code.SYNTAX,
          "not YAML: " + oneLine(e.getProblem()),
          "check the indentation, the colons and the quotes here and on the line above");
    } catch (ReaderException e) {
      int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.length()));
      throw new YamlException(
          Utf8Text.endOf(file, text.substring(0, end)),
          YamlException.Code.SYNTAX,
          "a character that YAML does not allow: U+%04X".formatted(e.getCodePoint()),
          "remove it, or write it as an escape in double quotes");
    } catch (YamlEngineException e) {
      throw new YamlException(
          new Place(file, 1, 1),
          YamlException.Code.SYNTAX,
          "not YAML: " + oneLine(String.valueOf(e.getMessage())),
          "compare the file with docs/scenarios.md");
    }
  }

  /** The failure for a file of {@code octets} octets, for callers that know the size beforehand. */
  public static YamlException tooLarge(String file, long octets) {
    return new YamlException(
        new Place(file, 1, 1),
        YamlException.Code.TOO_LARGE,
        "the file has " + octets + " octets; a scenario has at most " + FILE_OCTETS,
        "split it into several scenarios");
  }

  private YamlNode document() {
    events.next();
    if (events.checkEvent(Event.ID.StreamEnd)) {
      throw new YamlException(
          new Place(file, 1, 1),
          YamlException.Code.SYNTAX,
          "the file is empty; a scenario begins with its purpose",
          "write purpose:, machines:, portal: and steps:, as docs/scenarios.md shows");
    }
    events.next();
    YamlNode root = node(1);
    events.next();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      throw refused(events.peekEvent(), "a second document", "one file holds one scenario");
    }
    return root;
  }

  private YamlNode node(int depth) {
    Event event = events.next();
    Place place = placeOf(file, event.getStartMark());
    if (event.getEventId() == Event.ID.Alias) {
      throw refused(event, "an alias (*)", "write the value out");
    }
    refuseProperties((NodeEvent) event);
    if (event instanceof ScalarEvent scalar) {
      return new YamlNode.Scalar(place, scalar.getValue(), scalar.isPlain());
    }
    if (depth > DEPTH) {
      throw new YamlException(
          place,
          YamlException.Code.TOO_LARGE,
          "nested more than " + DEPTH + " deep; a scenario is 4 deep",
          "remove some brackets or indentation");
    }
    return event.getEventId() == Event.ID.SequenceStart
        ? sequence(place, depth)
        : mapping(place, depth);
  }

  private YamlNode sequence(Place place, int depth) {
    List<YamlNode> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    events.next();
    return new YamlNode.Sequence(place, items);
  }

  private YamlNode mapping(Place place, int depth) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      YamlNode key = node(depth + 1);
      YamlNode value = node(depth + 1);
      if (!(key instanceof YamlNode.Scalar name)) {
        throw new YamlException(
            key.place(),
            YamlException.Code.SYNTAX,
            "a key is a word, not " + key.kind(),
            "write key: value");
      }
      Place first = seen.putIfAbsent(name.text(), name.place());
      if (first != null) {
        problems.add(
            new Problem(
                name.place(),
                YamlException.Code.DUPLICATE_KEY,
                "the key \"" + name.text() + "\" occurs twice, first at line " + first.line(),
                "keep one of them"));
      } else {
        entries.add(new YamlNode.Entry(name, value));
      }
    }
    events.next();
    return new YamlNode.Mapping(place, entries);
  }

  private void refuseProperties(NodeEvent event) {
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isPresent()) {
      throw refused(event, "an anchor (&" + anchor.get().getValue() + ")", "write values out");
    }
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent collection
                ? collection.getTag()
                : Optional.empty();
    if (tag.isPresent()) {
      throw refused(event, "a tag (" + tag.get() + ")", "leave it out: the schema knows each type");
    }
  }

  private YamlException refused(Event event, String what, String hint) {
    return new YamlException(
        placeOf(file, event.getStartMark()),
        YamlException.Code.NOT_PLAIN_YAML,
        "a scenario does not use " + what,
        hint);
  }

  private static Place placeOf(String file, Optional<Mark> mark) {
    return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Place(file, 1, 1));
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s+", " ");
  }
}
