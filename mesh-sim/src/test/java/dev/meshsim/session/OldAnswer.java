package dev.meshsim.session;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.Entry;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Transaction;
import java.util.List;

/** The answers of a portal that was restored from an older copy of its store. */
final class OldAnswer {

  private OldAnswer() {}

  /** The response to a Get with another profile in it: a person's or an application's. */
  static Bytes withProfile(Bytes response, Entry old) {
    GetResponse read =
        (GetResponse) MessageCodec.readResponse(Dialect.MESH, response, Transaction.GET);
    return MessageCodec.write(
        Dialect.MESH,
        new GetResponse(read.status(), read.statusDescription(), List.of(old), null, null));
  }
}
