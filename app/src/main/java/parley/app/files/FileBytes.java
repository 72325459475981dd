package parley.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.springframework.core.io.AbstractResource;

/** The bytes of a stored file; any part is read without what stands before it. */
final class FileBytes extends AbstractResource {
  private final StoredFile file;
  private final Opener opener;

  FileBytes(StoredFile file, Opener opener) {
    this.file = file;
    this.opener = opener;
  }

  /** Opens them anew at each call. */
  interface Opener {
    SeekableByteChannel open(StoredFile file) throws IOException;
  }

  /** Skipping moves on without reading. */
  @Override
  public InputStream getInputStream() throws IOException {
    return Channels.newInputStream(opener.open(file));
  }

  @Override
  public long contentLength() {
    return file.sizeBytes();
  }

  @Override
  public String getDescription() {
    return "file " + file.id();
  }
}
