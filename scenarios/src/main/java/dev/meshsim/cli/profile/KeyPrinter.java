package dev.meshsim.cli.profile;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.PrivateKeySet;
import dev.meshsim.udf.Udf;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Prints the keys of an escrow entry, and their private parts only if asked to. */
final class KeyPrinter {

  private final PrintStream out;
  private final Dialect dialect;
  private final boolean secrets;

  KeyPrinter(PrintStream out, Dialect dialect, boolean secrets) {
    this.out = out;
    this.dialect = dialect;
    this.secrets = secrets;
  }

  void print(Udf identifier, PrivateKeySet keys, OutputFormat format) {
    if (format == OutputFormat.text) {
      text(keys);
    } else if (secrets) {
      try (SecretBytes set = keys.toJson()) {
        print(set);
      }
    } else {
      out.println(MeshJson.write(json(identifier, keys)).utf8());
    }
  }

  private void text(PrivateKeySet keys) {
    int width = keys.items().stream().mapToInt(item -> item.role().length()).max().orElse(1);
    for (PrivateKeySet.Item item : keys.items()) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %s  %s",
              item.role(),
              item.udf(),
              item.key().spec().label()));
      if (secrets) {
        try (SecretBytes jwk = item.key().toJson(item.udf().text())) {
          print(jwk);
        }
      }
    }
    if (keys.items().isEmpty()) {
      out.println("no keys");
    }
  }

  private ObjectNode json(Udf identifier, PrivateKeySet keys) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("identifier", identifier.text()).put("dialect", dialect.label());
    ArrayNode list = result.putArray("keys");
    for (PrivateKeySet.Item item : keys.items()) {
      ObjectNode key = list.addObject();
      key.put("role", item.role()).put("udf", item.udf().text());
      key.put("kind", item.key().spec().label());
      key.set("publicKey", item.key().publicJwk().toJson(item.udf().text()));
    }
    return result;
  }

  private void print(SecretBytes line) {
    byte[] octets = line.expose();
    out.write(octets, 0, octets.length);
    out.println();
    Arrays.fill(octets, (byte) 0);
  }
}
