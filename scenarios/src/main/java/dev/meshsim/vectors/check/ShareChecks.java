package dev.meshsim.vectors.check;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.PrivateKeySet;
import dev.meshsim.profile.trust.EscrowSeal;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.share.ShareFormat;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Runs the tests of secrets: splitting, recovering, and what a secret opens. */
final class ShareChecks {

  private static final String SECRET = "secret";

  private ShareChecks() {}

  static Outcome split(VectorObject group, VectorObject test) {
    ShareFormat format = format(group);
    int quorum = test.number("quorum");
    int count = test.number("count");
    try (Secret secret = secret(test)) {
      secret.split(format, quorum, count, World.seeded(1).stream("vectors", "split"));
      Udf identifier = Udf.parse(test.text("identifier"));
      List<KeyShare> shares = test.shares();
      boolean same = shares.size() == count;
      for (int from = 0; same && from + quorum <= count; from++) {
        same = secret.equals(Secret.recover(shares.subList(from, from + quorum), identifier));
      }
      same &= quorum == count || secret.equals(new Secret(shares));
      same &= shares.stream().map(KeyShare::text).toList().equals(test.texts("shares"));
      return Outcome.same(same, "secret from some of the shares");
    }
  }

  private static ShareFormat format(VectorObject group) {
    String name = group.text("format");
    return Arrays.stream(ShareFormat.values())
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(() -> VectorException.shape(group.place(), "its format is not known"));
  }

  static Outcome combine(VectorObject group, VectorObject test) {
    format(group);
    try (Secret found =
            test.has("identifier")
                ? Secret.recover(test.shares(), Udf.parse(test.text("identifier")))
                : new Secret(test.shares());
        Secret expected = test.has(SECRET) ? secret(test) : found) {
      return Outcome.same(found.equals(expected), SECRET);
    }
  }

  static Outcome escrow(VectorObject group, VectorObject test) {
    OfflineEscrowEntry entry =
        group.dialect().json().read(Bytes.utf8(test.text("entry")), OfflineEscrowEntry.class);
    EscrowSeal.requireKey(entry);
    List<String> found = new ArrayList<>();
    try (Secret secret = Secret.recover(group.shares(), entry.identifier());
        Secret expected = secret(group);
        SecretBytes octets = secret.bytes();
        PrivateKeySet keys = EscrowSeal.openKeys(entry, octets)) {
      if (!secret.equals(expected)) {
        return Outcome.same(false, SECRET);
      }
      keys.items().forEach(item -> found.add(item.role() + " " + item.udf()));
    }
    if (!test.has("keys")) {
      return Outcome.valid();
    }
    List<String> expected = new ArrayList<>();
    for (JsonNode key : test.list("keys")) {
      VectorObject listed = new VectorObject(test.place(), key);
      expected.add(listed.text("role") + " " + listed.text("udf"));
    }
    return Outcome.same(found.equals(expected), "list of keys");
  }

  private static Secret secret(VectorObject object) {
    return Secret.of(SecretBytes.moveFrom(Bytes.hex(object.text(SECRET)).toArray()));
  }
}
