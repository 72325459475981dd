package parley.app.server.json;

import java.io.DataInput;
import java.io.InputStream;
import java.io.Reader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** Makes parsers that look at every name. */
final class StrictJsonFactory extends JsonFactory {
  private static final long serialVersionUID = 1L;

  StrictJsonFactory(JsonFactoryBuilder builder) {
    super(builder);
  }

  @Override
  public JsonFactory copy() {
    return new StrictJsonFactory(rebuild());
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext read, IOContext io, InputStream in) {
    return new NameChecker(super._createParser(read, io, in));
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext read, IOContext io, Reader in) {
    return new NameChecker(super._createParser(read, io, in));
  }

  @Override
  protected JsonParser _createParser(
      ObjectReadContext read,
      IOContext io,
      char[] data,
      int offset,
      int length,
      boolean recyclable) {
    return new NameChecker(super._createParser(read, io, data, offset, length, recyclable));
  }

  @Override
  protected JsonParser _createParser(
      ObjectReadContext read, IOContext io, byte[] data, int offset, int length) {
    return new NameChecker(super._createParser(read, io, data, offset, length));
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext read, IOContext io, DataInput in) {
    return new NameChecker(super._createParser(read, io, in));
  }
}
