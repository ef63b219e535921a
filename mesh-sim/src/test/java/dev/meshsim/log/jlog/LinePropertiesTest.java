package dev.meshsim.log.jlog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.log.LogName;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class LinePropertiesTest {

  @Property(tries = 500)
  void bothReadersGetBackWhatWasWritten(
      @ForAll("texts") String key,
      @ForAll("texts") String text,
      @ForAll("texts") String term,
      @ForAll @LongRange(min = 1, max = 999_999_999_999L) long number,
      @ForAll @LongRange(min = -62_167_219_200_000L, max = 253_402_300_799_999L) long added,
      @ForAll boolean pending,
      @ForAll boolean commit) {
    Change change =
        Change.update(
            LogName.MESH,
            "k" + key,
            List.of(new IndexTerm("t", term)),
            Bytes.utf8(text),
            Instant.ofEpochMilli(added));
    DataItem item = DataItem.of(number, "TID:7", change).marked(pending, commit);
    Bytes line = LineLaws.line(change, number, 7, pending, commit);
    assertTrue(LineLaws.bothReadersAgreeWith(item, line), line.utf8());
  }

  @Property(tries = 5000)
  void theFastReaderIsAsStrictAsTheOther(
      @ForAll @IntRange(min = 0, max = 10_000) int where, @ForAll byte octet) {
    Change change =
        Change.create(
            LogName.PORTAL,
            "Account$a",
            List.of(new IndexTerm("UDF", "MAAA")),
            Bytes.utf8(
                "{\"a\":\"\u20AC \uD83D\uDE00 \u00E9\\n\n\u0001\",\"b\":\"0123456789abcdef\"}"),
            Instant.parse("2019-12-31T23:59:59.999Z"));
    byte[] octets = LineLaws.line(change, 12, 3, true, true).toArray();
    octets[where % octets.length] = octet;
    assertTrue(LineLaws.fastIsAsStrict(Bytes.of(octets)), Bytes.of(octets).utf8());
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.strings().ofMaxLength(60).filter(s -> Bytes.utf8(s).utf8().equals(s));
    return Arbitraries.oneOf(
        any, Arbitraries.strings().ascii().ofMaxLength(60), Arbitraries.of("\"\\\b\f\n\r\t\u001F"));
  }
}
