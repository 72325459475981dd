package parley.app.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;

/**
 * Where bytes are kept, each object under an id made here: nothing that comes from outside becomes
 * part of an address. An object never changes once it is there.
 */
interface ObjectStore {
  /**
   * Keeps what is written; when this returns it survives a power cut. When writing fails, nothing
   * is kept.
   */
  void put(UUID id, Content content) throws IOException;

  /**
   * The bytes from any position on, with their size.
   *
   * @throws java.nio.file.NoSuchFileException if there are none
   */
  SeekableByteChannel open(UUID id) throws IOException;

  /** Nothing happens if there are none. */
  void delete(UUID id) throws IOException;

  /** What stands in {@code files.storage_url}. */
  String url(UUID id);

  /** What becomes an object. It neither flushes nor closes what it writes to. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
