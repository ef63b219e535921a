package dev.meshsim.schema.export;

import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaSection;
import dev.meshsim.schema.SchemaService;
import dev.meshsim.schema.SchemaStatus;
import dev.meshsim.schema.SchemaTransaction;
import java.util.List;

/** Writes parts of the reference section in the format of a document. */
interface SectionWriter {

  /** A section with all that is in it. */
  String section(SchemaSection section, int level);

  /** A service. */
  String service(SchemaService service);

  /** A table of statuses. */
  String statuses(List<SchemaStatus> statuses);

  /** The text of a transaction, without a heading. */
  String transaction(SchemaTransaction transaction);

  /** An object with its heading. */
  String object(SchemaObject object, int level);
}
