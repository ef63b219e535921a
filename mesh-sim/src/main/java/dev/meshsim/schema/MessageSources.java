package dev.meshsim.schema;

import dev.meshsim.log.DataItem;
import dev.meshsim.log.IndexTerm;
import dev.meshsim.portal.service.PortalEntry;
import dev.meshsim.protocol.ErrorResponse;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.KeyValue;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.SearchConstraints;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.Version;
import dev.meshsim.schema.SectionRow.Part;
import dev.meshsim.schema.form.ObjectForms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of sources: the portal's log, and the messages. */
final class MessageSources {

  private static final String NONE = "";
  private static final String PORTAL_ENTRY = "PortalEntry";

  /** The base of all requests. */
  static final String REQUEST = "MeshRequest";

  /** The base of all responses, which is also a response of its own. */
  static final String RESPONSE = MessageCodec.ERROR_TAG;

  private MessageSources() {}

  static Part log() {
    return new Part(
        "dev.meshsim.log",
        "Log",
        "Log",
        List.of(
            SectionRow.of(
                1,
                "Log Records",
                Row.named("Header", ObjectForms.LogHeader.class, NONE),
                Row.of(DataItem.class, NONE),
                Row.of(IndexTerm.class, NONE))));
  }

  static Part portal() {
    return new Part(
        "dev.meshsim.portal",
        "Portal",
        "Portal",
        List.of(
            SectionRow.of(
                1,
                "Mesh Portal Objects",
                Row.interfaceOf(
                    PORTAL_ENTRY, PortalEntry.class, PortalEntry.ApplicationOwner.class, NONE),
                Row.of(PortalEntry.Account.class, PORTAL_ENTRY),
                Row.of(PortalEntry.ConnectionsPending.class, PORTAL_ENTRY),
                Row.of(PortalEntry.StartEnvelope.class, NONE),
                Row.of(PortalEntry.Answered.class, PORTAL_ENTRY),
                Row.of(PortalEntry.Answer.class, NONE),
                Row.of(PortalEntry.ApplicationOwner.class, PORTAL_ENTRY),
                Row.of(PortalEntry.EscrowOwner.class, PORTAL_ENTRY))));
  }

  static Part protocol() {
    List<SectionRow> sections = new ArrayList<>();
    sections.add(new SectionRow(1, "Mesh Portal Service", "", Optional.empty(), true, List.of()));
    sections.add(
        SectionRow.of(
            2,
            "Request Messages",
            Row.interfaceOf(REQUEST, MeshRequest.class, HelloRequest.class, NONE).asMessage()));
    sections.add(
        SectionRow.of(
            2, "Response Messages", Row.named(RESPONSE, ErrorResponse.class, NONE).asMessage()));
    sections.add(
        SectionRow.of(
            2,
            "Common Structures",
            Row.of(Version.class, NONE),
            Row.of(Version.Encoding.class, NONE),
            Row.of(KeyValue.class, NONE),
            Row.of(SearchConstraints.class, NONE)));
    Arrays.stream(Transaction.values()).map(MessageSources::section).forEach(sections::add);
    return new Part("dev.meshsim.protocol", "MeshProtocol", "Mesh", sections);
  }

  private static SectionRow section(Transaction transaction) {
    return new SectionRow(
        2,
        "Transaction: " + transaction.wireName(),
        "",
        Optional.of(transaction),
        false,
        List.of(
            Row.message(transaction.requestClass(), REQUEST),
            Row.message(transaction.responseClass(), RESPONSE)));
  }

  /** The label of a transaction's group, as the reference has it. */
  static String group(Transaction transaction) {
    return switch (transaction) {
      case HELLO, VALIDATE_ACCOUNT, CREATE_ACCOUNT, DELETE_ACCOUNT -> "Admin";
      case GET, PUBLISH, STATUS, TRANSFER -> "Mesh";
      case CONNECT_START, CONNECT_STATUS, CONNECT_PENDING, CONNECT_COMPLETE -> "Portal";
    };
  }
}
