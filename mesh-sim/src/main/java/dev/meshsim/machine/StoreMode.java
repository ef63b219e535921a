package dev.meshsim.machine;

/** Whether a store holds test data or a person's own (developer-08 section 6.3); never both. */
public enum StoreMode {
  /** Test data, in a place marked as such; it may be erased. */
  TEST,
  /** A person's own data; {@link MachineStore#eraseTest()} never touches it. */
  PRODUCTION
}
