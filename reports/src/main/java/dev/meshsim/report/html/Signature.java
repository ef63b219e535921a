package dev.meshsim.report.html;

/**
 * A signature of a message, as far as the messages of its case tell.
 *
 * @param signer the key that the header names: its name in the scenario and its fingerprint
 * @param check the outcome of its verification
 */
record Signature(String signer, Check check) {

  /** The outcome of a verification. */
  enum Check {
    /** The key that the header names made it. */
    VERIFIED("verified", "good"),
    /** The key that the header names did not make it, or the header is refused. */
    WRONG("NOT verified", "bad"),
    /** No message of the case shows the key. */
    KEY_UNKNOWN("not checked: its key is not in the messages of this case", "open"),
    /** The object or its header cannot be read. */
    UNREADABLE("not checked: it cannot be read", "open");

    private final String text;
    private final String style;

    Check(String text, String style) {
      this.text = text;
      this.style = style;
    }

    /** The outcome in words. */
    String text() {
      return text;
    }

    /** The name of its style. */
    String style() {
      return style;
    }
  }
}
