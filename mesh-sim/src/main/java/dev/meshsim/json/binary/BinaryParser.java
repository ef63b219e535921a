package dev.meshsim.json.binary;

import dev.meshsim.error.Quote;
import dev.meshsim.json.EncodedJson;
import dev.meshsim.json.JsonException.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.DupDetector;
import tools.jackson.core.util.SimpleStreamReadContext;

/**
 * A parser of JSON-B and JSON-C, with JSON's own tokens where the grammar has them (jsonbcd-16
 * section 3): a comma follows a value in text if another comes, and no value in binary. After an
 * object or array it may be left out, since the reference implementation does so.
 */
final class BinaryParser extends ScalarParser {

  /** The part that came last in the present object or array. */
  private enum Last {
    NOTHING,
    BINARY,
    TEXT,
    NESTED
  }

  private final OctetReader in;
  private final @Nullable CodeTable codes;
  private SimpleStreamReadContext context =
      SimpleStreamReadContext.createRootContext(DupDetector.rootDetector((JsonParser) this));
  private Last last = Last.NOTHING;
  private int tokenAt;

  private BinaryParser(
      OctetReader in, ScalarReader scalars, boolean coded, StreamReadConstraints limits) {
    super(scalars, limits);
    this.in = in;
    this.codes = coded ? new CodeTable(in, scalars) : null;
  }

  /**
   * Makes a parser.
   *
   * @param octets not copied
   * @param coded true for JSON-C
   */
  static BinaryParser of(byte[] octets, boolean coded, StreamReadConstraints limits) {
    OctetReader in = new OctetReader(octets);
    return new BinaryParser(in, new ScalarReader(in), coded, limits);
  }

  @Override
  public @Nullable JsonToken nextToken() {
    in.skipSpace();
    tokenAt = in.at();
    if (_currToken == JsonToken.PROPERTY_NAME) {
      return value();
    }
    if (context.inRoot()) {
      return root();
    }
    boolean another = separator();
    int octet = in.peek();
    if (octet == ']' || octet == '}') {
      return end(octet, another);
    }
    return context.inObject() ? name(octet) : value();
  }

  private @Nullable JsonToken root() {
    if (last == Last.NOTHING) {
      return in.atEnd() ? _updateTokenToNull() : value();
    }
    if (!in.atEnd()) {
      throw fault(Code.MALFORMED, "octets follow the value");
    }
    return _updateTokenToNull();
  }

  /** Reads the comma between two parts; true if there is one. */
  private boolean separator() {
    if (in.peek() == ',') {
      if (last == Last.NOTHING || last == Last.BINARY) {
        throw fault(Code.MALFORMED, "a comma follows a value in text only");
      }
      in.take();
      in.skipSpace();
      tokenAt = in.at();
      return true;
    }
    if (last == Last.TEXT && in.peek() != ']' && in.peek() != '}') {
      throw in.atEnd()
          ? fault(Code.MALFORMED, "the octets end before their value does")
          : fault(Code.MALFORMED, "a comma is expected after a value in text");
    }
    return false;
  }

  private JsonToken end(int octet, boolean afterComma) {
    if (afterComma) {
      throw fault(Code.MALFORMED, "a comma is followed by another member or element");
    }
    if ((octet == '}') != context.inObject()) {
      throw fault(Code.MALFORMED, "a closing bracket does not fit the opening one");
    }
    in.take();
    context = context.clearAndGetParent();
    last = Last.NESTED;
    return _updateToken(octet == '}' ? JsonToken.END_OBJECT : JsonToken.END_ARRAY);
  }

  private JsonToken name(int octet) {
    String name;
    if (octet >= Tags.STRING && octet < Tags.STRING_CHUNK) {
      name = binaryName(octet);
    } else if (octet >= Tags.STRING_CHUNK && octet < Tags.DATA) {
      name = scalars().string(in.take(), tokenAt);
    } else if (codes != null && Tags.isCode(octet)) {
      if (codes.use() != JsonToken.VALUE_STRING) {
        throw fault(Code.BAD_CODE, "a code that names a member stands for a string");
      }
      name = scalar().text();
    } else if (octet == '"') {
      scalars().text();
      name = scalar().text();
      in.skipSpace();
      if (in.take() != ':') {
        throw fault(Code.MALFORMED, "a colon is expected after a name in text");
      }
    } else if (octet < 0) {
      throw fault(Code.MALFORMED, "the octets end before their value does");
    } else {
      throw fault(Code.UNKNOWN_TAG, Tags.describe(octet) + " begins no name of a member");
    }
    streamReadConstraints().validateNameLength(name.length());
    try {
      context.setCurrentName(name);
    } catch (StreamReadException e) {
      throw fault(Code.DUPLICATE_MEMBER, "the member " + Quote.brief(name) + " occurs twice");
    }
    return _updateToken(JsonToken.PROPERTY_NAME);
  }

  private String binaryName(int tag) {
    in.take();
    int length = in.length(Tags.width(tag));
    String known = NameCache.of(in.octets(), in.at(), in.at() + length);
    if (known.isEmpty()) {
      return in.text(length);
    }
    in.moveTo(in.at() + length);
    return known;
  }

  private JsonToken value() {
    int octet = in.peek();
    if (codes != null && Tags.isDefinition(octet)) {
      octet = define(codes);
    }
    if (octet == '{' || octet == '[') {
      in.take();
      last = Last.NOTHING;
      context =
          octet == '{'
              ? context.createChildObjectContext(-1, -1)
              : context.createChildArrayContext(-1, -1);
      streamReadConstraints().validateNestingDepth(context.getNestingDepth());
      return _updateToken(octet == '{' ? JsonToken.START_OBJECT : JsonToken.START_ARRAY);
    }
    boolean text = ScalarReader.isText(octet);
    JsonToken token;
    if (text) {
      token = scalars().text();
    } else if (codes != null && Tags.isCode(octet)) {
      token = codes.use();
    } else {
      token = scalars().read();
    }
    last = text ? Last.TEXT : Last.BINARY;
    return _updateToken(token);
  }

  /** Reads the definitions before an object or an array, and returns its first octet. */
  private int define(CodeTable table) {
    while (Tags.isDefinition(in.peek())) {
      table.define();
      in.skipSpace();
    }
    tokenAt = in.at();
    int octet = in.peek();
    if (octet != '{' && octet != '[') {
      throw fault(Code.MALFORMED, "definitions come before an object or an array only");
    }
    return octet;
  }

  private StreamReadException fault(Code code, String what) {
    return EncodedJson.fault(code, what, tokenAt);
  }

  @Override
  public @Nullable String currentName() {
    boolean begins = _currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY;
    TokenStreamContext parent = begins ? context.getParent() : null;
    return parent == null ? context.currentName() : parent.currentName();
  }

  @Override
  public TokenStreamContext streamReadContext() {
    return context;
  }

  @Override
  public TokenStreamLocation currentTokenLocation() {
    return EncodedJson.at(tokenAt);
  }

  @Override
  public TokenStreamLocation currentLocation() {
    return EncodedJson.at(in.at());
  }

  @Override
  public @Nullable Object currentValue() {
    return context.currentValue();
  }

  @Override
  public void assignCurrentValue(@Nullable Object value) {
    context.assignCurrentValue(value);
  }
}
