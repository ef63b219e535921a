package dev.meshsim.audit.record;

/** The forms of signed objects, by the year in which the reference implementation wrote them. */
public enum Generation {
  /**
   * The form of 2016 with other names: personal profiles are {@code PersonalCurrentProfile}, {@code
   * Current-} before the identifier, {@code PersonalCurrentProfile=} before that in a record's key;
   * an account has a {@code Name} instead of an {@code AccountID}. In its oldest state, of August
   * 2015, the header's members are in an object {@code Header}, and a personal profile has no
   * master profile: a device in it signed it.
   */
  Y2015("2015"),
  /**
   * Members {@code header}, {@code payload} and {@code signature}; the signature is over the
   * payload.
   */
  Y2016("2016"),
  /** The protected header has the payload's digest; the signature is over that header. */
  Y2017("2017"),
  /** The form of RFC 7515, which this project's {@code mesh} dialect writes. */
  MESH("mesh"),
  /** Another form, or not yet known. */
  UNKNOWN("unknown");

  private final String label;

  Generation(String label) {
    this.label = label;
  }

  /**
   * The name in reports: {@code 2015}, {@code 2016}, {@code 2017}, {@code mesh} or {@code unknown}.
   */
  public String label() {
    return label;
  }

  /**
   * True until 2016, when devices of a profile administered it: in 2015 those that its
   * administration profile lists, in 2016 all.
   */
  public boolean devicesAdminister() {
    return this == Y2015 || this == Y2016;
  }
}
