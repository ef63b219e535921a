package dev.meshsim.json.binary;

import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.Version;
import tools.jackson.core.base.GeneratorBase;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JacksonFeatureSet;

/** A generator of octets that are not text: it writes no raw text, and keeps no buffer to flush. */
abstract class WriteOnlyGenerator extends GeneratorBase {

  WriteOnlyGenerator() {
    super(
        ObjectWriteContext.empty(),
        new IOContext(
            StreamReadConstraints.defaults(),
            StreamWriteConstraints.defaults(),
            ErrorReportConfiguration.defaults(),
            new BufferRecycler(),
            ContentReference.unknown(),
            false,
            JsonEncoding.UTF8),
        0);
  }

  @Override
  public JacksonFeatureSet<StreamWriteCapability> streamWriteCapabilities() {
    return DEFAULT_BINARY_WRITE_CAPABILITIES;
  }

  @Override
  public boolean has(StreamWriteCapability capability) {
    return capability == StreamWriteCapability.CAN_WRITE_BINARY_NATIVELY;
  }

  @Override
  public JsonGenerator writeNumber(short number) {
    return writeNumber((long) number);
  }

  @Override
  public JsonGenerator writeNumber(int number) {
    return writeNumber((long) number);
  }

  @Override
  public JsonGenerator writeNumber(float number) {
    return writeNumber((double) number);
  }

  @Override
  public JsonGenerator writePropertyId(long id) {
    return writeName(Long.toString(id));
  }

  @Override
  public JsonGenerator writeString(char[] text, int from, int count) {
    return writeString(new String(text, from, count));
  }

  @Override
  public JsonGenerator writeRawUTF8String(byte[] text, int from, int count) {
    throw noText();
  }

  @Override
  public JsonGenerator writeUTF8String(byte[] text, int from, int count) {
    throw noText();
  }

  @Override
  public JsonGenerator writeRaw(String text) {
    throw noText();
  }

  @Override
  public JsonGenerator writeRaw(String text, int from, int count) {
    throw noText();
  }

  @Override
  public JsonGenerator writeRaw(char[] text, int from, int count) {
    throw noText();
  }

  @Override
  public JsonGenerator writeRaw(char text) {
    throw noText();
  }

  private StreamWriteException noText() {
    return new StreamWriteException(this, "a binary encoding has no raw text");
  }

  @Override
  public Object streamWriteOutputTarget() {
    return this;
  }

  @Override
  public int streamWriteOutputBuffered() {
    return 0;
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void flush() {}

  @Override
  protected void _closeInput() {}

  @Override
  protected void _releaseBuffers() {}
}
