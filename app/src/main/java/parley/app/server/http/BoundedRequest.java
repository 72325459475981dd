package parley.app.server.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request whose body is read through a {@link BoundedBody}, by whoever reads it. */
final class BoundedRequest extends HttpServletRequestWrapper {
  private final long longest;
  private final Duration patience;
  private @Nullable ServletInputStream body;
  private @Nullable BufferedReader reader;

  BoundedRequest(HttpServletRequest request, long longest, Duration patience) {
    super(request);
    this.longest = longest;
    this.patience = patience;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new BoundedBody(super.getInputStream(), longest, patience, System::nanoTime);
    }
    return body;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    if (reader == null) {
      reader = new BufferedReader(new InputStreamReader(getInputStream(), charset()));
    }
    return reader;
  }

  private Charset charset() throws IOException {
    String name = getCharacterEncoding();
    try {
      return name == null ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw (IOException) new java.io.UnsupportedEncodingException(name).initCause(unknown);
    }
  }
}
