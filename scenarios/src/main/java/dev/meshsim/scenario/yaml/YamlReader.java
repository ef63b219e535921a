package dev.meshsim.scenario.yaml;

import dev.meshsim.error.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one YAML document as text with places; see the package description. */
public final class YamlReader {

  /** The largest scenario file, in octets. */
  public static final int FILE_OCTETS = 1 << 20;

  private static final int DEPTH = 16;

  private static final Set<ScalarStyle> QUOTED =
      Set.of(ScalarStyle.SINGLE_QUOTED, ScalarStyle.DOUBLE_QUOTED);

  private final String file;
  private final ParserImpl events;
  private final ByteOrderMarks marks;
  private final List<Problem> problems;
  private Optional<Mark> reached = Optional.empty();

  private YamlReader(String file, ParserImpl events, ByteOrderMarks marks, List<Problem> problems) {
    this.file = file;
    this.events = events;
    this.marks = marks;
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
    ByteOrderMarks marks = new ByteOrderMarks(file, text);
    ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
    YamlReader reader = new YamlReader(file, events, marks, problems);
    try {
      YamlNode root = reader.document();
      marks.refuse(text.length());
      return root;
    } catch (RuntimeException e) {
      // A mark before the place of the failure is its probable cause.
      marks.refuse(failedAt(e).or(() -> reader.reached).map(Mark::getIndex).orElse(0));
      throw new ParserErrors(file, text).of(e, ParserErrors.placeOf(file, reader.reached));
    }
  }

  private static Optional<Mark> failedAt(RuntimeException e) {
    if (e instanceof MarkedYamlEngineException marked) {
      // A quoted text without an end fails at the end of the file, but is wrong from its start.
      boolean quoted = String.valueOf(marked.getContext()).contains("quoted");
      return quoted ? marked.getContextMark() : marked.getProblemMark();
    }
    return Optional.empty();
  }

  /** The failure for a file of {@code octets} octets, for callers that know the size beforehand. */
  public static YamlException tooLarge(String file, long octets) {
    return new YamlException(
        new Place(file, 1, 1),
        YamlException.Code.TOO_LARGE,
        "the file has " + octets + " octets or more; a scenario has at most " + FILE_OCTETS,
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
    reached = event.getEndMark();
    Place place = ParserErrors.placeOf(file, event.getStartMark());
    if (event.getEventId() == Event.ID.Alias) {
      throw refused(event, "an alias (*)", "write the value out");
    }
    refuseProperties((NodeEvent) event);
    if (event instanceof ScalarEvent scalar) {
      if (QUOTED.contains(scalar.getScalarStyle())) {
        marks.allow(scalar.getStartMark(), scalar.getEndMark());
      }
      requireCharacters(place, scalar.getValue());
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

  /** Refuses half of a surrogate pair, which only an escape can write and no file can hold. */
  private static void requireCharacters(Place place, String text) {
    text.codePoints()
        .filter(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c))
        .findFirst()
        .ifPresent(
            c -> {
              throw new YamlException(
                  place,
                  YamlException.Code.SYNTAX,
                  String.format(Locale.ROOT, "the escape \\u%04X is half of a character", c),
                  "write the character itself, or all eight digits after \\U");
            });
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
                "the key \"" + name.shown() + "\" occurs twice, first at line " + first.line(),
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
      throw refused(
          event, "an anchor (&" + Quote.brief(anchor.get().getValue()) + ")", "write values out");
    }
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent collection
                ? collection.getTag()
                : Optional.empty();
    if (tag.isPresent()) {
      throw refused(
          event,
          "a tag (" + Quote.brief(tag.get()) + ")",
          "leave it out: the schema knows each type");
    }
  }

  private YamlException refused(Event event, String what, String hint) {
    return new YamlException(
        ParserErrors.placeOf(file, event.getStartMark()),
        YamlException.Code.NOT_PLAIN_YAML,
        "a scenario does not use " + what,
        hint);
  }
}
