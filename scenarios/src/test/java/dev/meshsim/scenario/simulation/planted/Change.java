package dev.meshsim.scenario.simulation.planted;

/** A change of one method. */
sealed interface Change {

  /** A value that is put in the place of a result. */
  enum Value {
    /** Zero, false or null. */
    NOTHING("nothing"),
    TRUE("true"),
    FALSE("false"),
    EMPTY("an empty Optional"),
    EMPTY_LIST("an empty list"),
    FIRST_ARGUMENT("its first argument");

    private final String words;

    Value(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A method returns a value at once.
   *
   * @param value what it returns; {@link Value#NOTHING} for a method without a result
   */
  record Returns(Value value) implements Change {
    @Override
    public String toString() {
      return "returns " + value + " at once";
    }
  }

  /** Calls that a method makes, by the name of the called method. */
  record Call(String callee, int number) {
    @Override
    public String toString() {
      return callee + (number == 0 ? "" : " (" + number + ")");
    }
  }

  /** A call is not made; its result is a value. */
  record Gives(Call call, Value value) implements Change {
    @Override
    public String toString() {
      return value == Value.NOTHING
          ? "leaves out " + call
          : "takes the result of " + call + " for " + value;
    }
  }

  /** A call is not made; its result is the object that it would be made on. */
  record Skips(Call call) implements Change {
    @Override
    public String toString() {
      return "leaves out " + call;
    }
  }

  /** The result of a call is negated. */
  record Negates(Call call) implements Change {
    @Override
    public String toString() {
      return "negates " + call;
    }
  }

  /** A call is replaced by a static method of {@link Instead}, with the object and arguments. */
  record Replaces(Call call, String instead, String words) implements Change {
    @Override
    public String toString() {
      return words;
    }
  }

  /** A constant is another. */
  record Constant(Object from, Object to) implements Change {
    @Override
    public String toString() {
      return "has " + to + " for " + from;
    }
  }

  /** The n-th conditional jump of a method, counted from 1, is taken when it was not. */
  record Jump(int number, int of, String words) implements Change {
    @Override
    public String toString() {
      return words;
    }
  }

  /** A class is made in place of another, of which it is a subclass. */
  record Makes(String type, Class<?> instead, String words) implements Change {
    @Override
    public String toString() {
      return words;
    }
  }

  /** The method does nothing. */
  static Change empty() {
    return new Returns(Value.NOTHING);
  }

  /** The method returns a value. */
  static Change returns(Value value) {
    return new Returns(value);
  }

  /** The only call of this method is left out. */
  static Change without(String callee) {
    return new Gives(new Call(callee, 0), Value.NOTHING);
  }

  /** The n-th call of this method is left out, counted from 1. */
  static Change without(String callee, int number) {
    return new Gives(new Call(callee, number), Value.NOTHING);
  }

  /** The only call of this method, which gives a changed copy, is left out. */
  static Change skip(String callee) {
    return new Skips(new Call(callee, 0));
  }

  /** As {@link #skip(String)}, for the n-th call. */
  static Change skip(String callee, int number) {
    return new Skips(new Call(callee, number));
  }

  /** The only call of this method has this result. */
  static Change gives(String callee, Value value) {
    return new Gives(new Call(callee, 0), value);
  }

  /** The n-th call of this method has this result. */
  static Change gives(String callee, int number, Value value) {
    return new Gives(new Call(callee, number), value);
  }

  /** The result of the only call of this method is negated. */
  static Change not(String callee) {
    return new Negates(new Call(callee, 0));
  }

  /** Another method is called. */
  static Change instead(String callee, int number, String other, String words) {
    return new Replaces(new Call(callee, number), other, words);
  }
}
