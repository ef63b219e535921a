package dev.meshsim.vectors.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.binary.BinaryJson;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.log.DataItem;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Transaction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the tests of messages and of the lines of a log. */
final class MessageChecks {

  private MessageChecks() {}

  static Outcome message(VectorObject group, VectorObject test) {
    Dialect dialect = group.dialect();
    Bytes message = Bytes.utf8(test.text("message"));
    if (!test.has("responseTo")) {
      String found = Transaction.of(MessageCodec.readRequest(dialect, message)).wireName();
      return Outcome.same(
          !test.has("transaction") || found.equals(test.text("transaction")), "transaction");
    }
    String name = test.text("responseTo");
    Transaction transaction =
        Arrays.stream(Transaction.values())
            .filter(known -> known.wireName().equals(name))
            .findFirst()
            .orElseThrow(
                () -> VectorException.shape(test.place(), "its responseTo is no transaction"));
    MeshResponse response = MessageCodec.readResponse(dialect, message, transaction);
    return Outcome.same(
        !test.has("status") || response.status() == test.number("status"), "status");
  }

  static Outcome encoding(VectorObject group, VectorObject test) {
    Encoding encoding = Encoding.named(test.text("encoding"));
    Bytes octets = Bytes.hex(test.text("octets"));
    Bytes json = BinaryJson.toJson(encoding, octets);
    if (test.has("json") && !json.utf8().equals(test.text("json"))) {
      return Outcome.same(false, "json");
    }
    boolean written = test.texts("flags").contains("Written");
    return Outcome.same(!written || BinaryJson.fromJson(encoding, json).equals(octets), "octets");
  }

  static Outcome jlog(VectorObject group, VectorObject test) {
    DataItem item = MeshJson.readTagged(Bytes.utf8(test.text("line")), DataItem.class);
    if (differs(test, "transaction", item.transactionId())) {
      return Outcome.same(false, "transaction");
    } else if (differs(test, "primaryKey", item.primaryKey())) {
      return Outcome.same(false, "primaryKey");
    } else if (differs(test, "prior", item.priorTransactionId())) {
      return Outcome.same(false, "prior");
    } else if (differs(test, "action", item.action().name().toLowerCase(Locale.ROOT))) {
      return Outcome.same(false, "action");
    } else if (differs(test, "added", item.added().toString())) {
      return Outcome.same(false, "added");
    }
    Bytes text = item.text();
    return Outcome.same(!differs(test, "text", text == null ? null : text.utf8()), "text");
  }

  /** True unless the member is there with that value, or neither is there. */
  private static boolean differs(VectorObject test, String member, @Nullable String found) {
    return !Objects.equals(test.has(member) ? test.text(member) : null, found);
  }
}
