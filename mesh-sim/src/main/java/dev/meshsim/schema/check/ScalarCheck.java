package dev.meshsim.schema.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.DidYouMean;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.Rfc3339;
import dev.meshsim.json.TolerantBase64;
import dev.meshsim.schema.MemberType.Scalar;
import dev.meshsim.schema.SchemaMember;
import dev.meshsim.schema.check.JsonValue.Kind;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;

/** Compares texts, numbers and truth values with the schema. */
final class ScalarCheck {

  private final boolean tolerant;
  private final Findings findings;

  ScalarCheck(boolean tolerant, Findings findings) {
    this.tolerant = tolerant;
    this.findings = findings;
  }

  /** Checks a value; returns its text, that of the octets for a Binary. */
  Optional<String> check(String place, SchemaMember member, JsonValue value) {
    Scalar scalar = member.type().scalar();
    Kind expected =
        switch (scalar) {
          case BOOLEAN -> Kind.BOOLEAN;
          case INTEGER -> Kind.INTEGER;
          case BINARY, STRING, DATE_TIME -> Kind.STRING;
        };
    if (value.kind() != expected) {
      findings.add(
          value.at(),
          place + " is " + expected.words() + ", and here it is " + value.kind().words(),
          "");
      return Optional.empty();
    }
    if (!member.values().isEmpty() && !member.values().contains(value.text())) {
      findings.add(
          value.at(),
          place + " is one of " + String.join(", ", member.values()),
          DidYouMean.hint(value.text(), member.values(), ""));
    }
    return switch (scalar) {
      case DATE_TIME -> {
        time(place, value);
        yield Optional.empty();
      }
      case BINARY -> octets(place, value);
      default -> Optional.of(value.text());
    };
  }

  private void time(String place, JsonValue value) {
    try {
      Rfc3339.parse(value.text());
    } catch (DateTimeException e) {
      findings.add(
          value.at(), place + " is a time such as 2019-04-04T00:00:00Z (RFC 3339 in UTC)", "");
    }
  }

  private Optional<String> octets(String place, JsonValue value) {
    try {
      Bytes octets = tolerant ? TolerantBase64.decode(value.text()) : Bytes.base64Url(value.text());
      return Optional.of(new String(octets.toArray(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | JsonException e) {
      findings.add(
          value.at(),
          place + " is base64url without padding (RFC 4648 section 5)",
          "encode the octets again");
      return Optional.empty();
    }
  }
}
