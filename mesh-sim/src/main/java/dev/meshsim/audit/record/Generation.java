package dev.meshsim.audit.record;

/** The forms of signed objects that exist, by the year the reference implementation wrote them. */
public enum Generation {
  /**
   * As of 2016, but personal profiles are called current: {@code PersonalCurrentProfile}, {@code
   * Current-} before the identifier, {@code PersonalCurrentProfile=} before that in a record's key;
   * an account has a {@code Name} instead of an {@code AccountID}.
   */
  Y2015("2015"),
  /** {@code header}, {@code payload}, {@code signature}; signed is the payload. */
  Y2016("2016"),
  /** The protected header holds the payload's digest, and is what is signed. */
  Y2017("2017"),
  /** RFC 7515: what this project's {@code mesh} dialect writes. */
  MESH("mesh"),
  /** None of these. */
  UNKNOWN("unknown");

  private final String label;

  Generation(String label) {
    this.label = label;
  }

  /** The name that reports use. */
  public String label() {
    return label;
  }

  /**
   * True of the first two, in which devices of a profile administered it: those that its
   * administration profile listed, or all.
   */
  public boolean devicesAdminister() {
    return this == Y2015 || this == Y2016;
  }
}
