package parley.app.notifications.push;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;

/**
 * Hands pushes to push services (RFC 8030 §5). Their addresses come from browsers, that is from
 * anybody: HTTPS only, hosts in the Internet only, no redirects, and nothing of the answer is read
 * but its status.
 */
@Component
class PushGateway implements DisposableBean {
  private static final Timeout CONNECT = Timeout.of(5, TimeUnit.SECONDS);
  private static final Timeout ANSWER = Timeout.of(10, TimeUnit.SECONDS);
  static final int LONGEST_ENDPOINT = 2000;

  private final PushSignature signature;
  private final boolean local;
  private final SystemDefaultDnsResolver addresses;
  private final CloseableHttpClient http;

  PushGateway(PushSignature signature, PushSettings settings) {
    this.signature = signature;
    this.local = settings.localServices();
    this.addresses = local ? SystemDefaultDnsResolver.INSTANCE : new OutsideAddresses();
    this.http = client(addresses);
  }

  /**
   * What a service answered.
   *
   * @param retryAfter how long it asks to be left alone, zero if it does not
   */
  record Answer(int status, Duration retryAfter) {}

  /**
   * Refuses with 400 what cannot be the address of a push service. Not for use inside a
   * transaction: the name is looked up.
   */
  URI endpoint(String text) {
    try {
      URI endpoint = URI.create(text);
      boolean https = "https".equals(endpoint.getScheme());
      boolean allowed = https || local && "http".equals(endpoint.getScheme());
      if (allowed
          && endpoint.getHost() != null
          && endpoint.getUserInfo() == null
          && text.length() <= LONGEST_ENDPOINT
          && !isInside(endpoint.getHost())) {
        return endpoint;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Refused like the others.
    }
    throw Refusal.invalid("endpoint", "This is not the address of a push service.");
  }

  // A name that nobody knows just now may be known later, and is looked at again at every push.
  private boolean isInside(String host) {
    try {
      addresses.resolve(host);
      return false;
    } catch (OutsideAddresses.Refused inside) {
      return true;
    } catch (UnknownHostException notNow) {
      return false;
    }
  }

  /**
   * @param body sealed for the device
   * @param ttl how long the service keeps it for a device that is not there
   */
  Answer send(URI endpoint, byte[] body, PushNote note, Duration ttl)
      throws IOException, GeneralSecurityException {
    HttpPost push = new HttpPost(endpoint);
    push.setHeader("TTL", Long.toString(Math.max(0, ttl.toSeconds())));
    push.setHeader("Urgency", note.urgent() ? "high" : "normal");
    note.topic().ifPresent(topic -> push.setHeader("Topic", topic));
    push.setHeader("Content-Encoding", "aes128gcm");
    push.setHeader("Authorization", signature.header(endpoint));
    push.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
    // Closed unread: a body without an end would otherwise be waited for.
    try (ClassicHttpResponse response = http.executeOpen(null, push, null)) {
      return new Answer(response.getCode(), retryAfter(response));
    }
  }

  private static Duration retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    String value = header == null ? "" : header.getValue();
    return value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
  }

  private static CloseableHttpClient client(SystemDefaultDnsResolver addresses) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(addresses)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT)
                    .setSocketTimeout(ANSWER)
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(ANSWER).build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .setUserAgent("Parley")
        .build();
  }

  @Override
  public void destroy() throws IOException {
    http.close();
  }
}
