package dev.meshsim.docs;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.protocol.Extension;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Writes the list of additions to the drafts, {@code docs/extensions.md}. */
final class ExtensionReference {

  private ExtensionReference() {}

  static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Additions to the drafts

            This page is generated from the enum `Extension`; do not edit it. To write it anew, run
            `mvn -pl scenarios -am test -Dtest=ExtensionReferenceTest -Dmeshsim.write=true
            -Dsurefire.failIfNoSpecifiedTests=false`.

            It lists every member, header member, status, media type and record of the protocol and
            the portal log that no draft and no schema of the Mathematical Mesh has. No addition
            changes a member that the schema has. In signed objects additions are in the protected
            header; in the dialect `portal-2017` objects stay as the reference implementation wrote
            them, and additions are in the request envelope, in Hello and in the portal's own log.

            A portal's Hello lists those in use that a peer sees (`Extensions`), as `kind:name` or
            `member:Object.Name`. A portal of the dialect `portal-2017` does so if the request has
            `"Extensions": true`.

            """);
    for (Extension.Kind kind : Extension.Kind.values()) {
      page.append("## ").append(title(kind)).append("\n\n");
      page.append("| Name | Place | Purpose | A peer that does not know it | Dialects |\n");
      page.append("|---|---|---|---|---|\n");
      Arrays.stream(Extension.values())
          .filter(extension -> extension.kind() == kind)
          .sorted(Comparator.comparing(Extension::place))
          .forEach(extension -> row(page, extension));
      page.append('\n');
    }
    return page.toString().stripTrailing() + "\n";
  }

  private static String title(Extension.Kind kind) {
    return switch (kind) {
      case HEADER -> "Protected header members";
      case MEDIA_TYPE -> "Media types";
      case MEMBER -> "Members";
      case RECORD -> "Records and tags";
      case STATUS -> "Statuses";
      case VALUE -> "Values";
    };
  }

  private static void row(StringBuilder page, Extension extension) {
    String names =
        extension.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    boolean object = extension.kind() == Extension.Kind.MEMBER;
    String place = object ? "`" + extension.place() + "`" : extension.place();
    String dialects =
        extension.dialects().size() == Dialect.values().length
            ? "both"
            : extension.dialects().stream()
                .map(dialect -> "`" + dialect.label() + "`")
                .collect(Collectors.joining(", "));
    page.append("| ").append(names).append(" | ").append(place);
    page.append(" | ").append(extension.purpose()).append(" | ").append(extension.unknowing());
    page.append(" | ").append(dialects).append(" |\n");
  }
}
