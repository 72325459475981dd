package parley.app.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import parley.app.server.startup.StartRefused;
import parley.app.shared.ClientAddress;
import parley.app.shared.OwnOrigin;
import parley.app.shared.ParleySettings;

/**
 * What is known about the proxy people come through: which ones are trusted, whether there should
 * be one, and where the settings and the requests do not fit together. Each such doubt is logged
 * once, and told by health as long as the process runs.
 */
@Component
public class ReverseProxy {
  private static final Logger LOG = LoggerFactory.getLogger(ReverseProxy.class);

  private static final int HTTP = 80;

  private enum Doubt {
    NONE_TRUSTED,
    UNTRUSTED,
    SILENT
  }

  private final List<Network> trusted;
  private final OwnOrigin own;
  private final boolean expected;
  private final Map<Doubt, String> doubts = new ConcurrentHashMap<>();

  ReverseProxy(ParleySettings settings, ListenAddress listen, OwnOrigin own) {
    this.trusted = settings.trustedProxies().stream().map(ReverseProxy::network).toList();
    this.own = own;
    this.expected = isExpected(settings, listen);
  }

  /**
   * Whether people come through a proxy, as the settings have it: the public address is one that
   * this process does not serve itself. Then what comes from this machine may come from anybody.
   */
  public boolean isExpected() {
    return expected;
  }

  /**
   * Whether a program on this machine asks: nobody handed it on, and it was sent to an address that
   * can be no other machine. A proxy here that writes no header looks the same.
   */
  public boolean isFromThisMachine(HttpServletRequest request) {
    return !Forwarding.isHandedOn(request)
        && ClientAddress.of(request).address().isLoopbackAddress()
        && HostNames.isLoopback(request.getServerName());
  }

  boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  /** What does not fit together, one sentence each. */
  List<String> doubts() {
    return new ArrayList<>(doubts.values());
  }

  @EventListener(ApplicationReadyEvent.class)
  void compareSettings() {
    if (expected && trusted.isEmpty()) {
      doubt(
          Doubt.NONE_TRUSTED,
          "parley.public-url is an address that Parley does not serve itself, and"
              + " parley.trusted-proxies is empty: everybody who comes through the proxy shares its"
              + " address and its limits. Set it to the address of the proxy.");
    }
  }

  /** Looks whether the headers of a request fit the settings; {@code peer} is who connected. */
  void look(InetAddress peer, HttpServletRequest request) {
    boolean handedOn = Forwarding.isHandedOn(request);
    if (handedOn && !isTrusted(peer)) {
      doubt(
          Doubt.UNTRUSTED,
          "Requests from "
              + shown(peer)
              + " carry forwarding headers (X-Forwarded-For and the like), which are not"
              + " believed. If it is your proxy, add its address to parley.trusted-proxies.");
    } else if (!handedOn && expected && isNear(peer) && own.isForPublic(request)) {
      doubt(
          Doubt.SILENT,
          "The proxy at "
              + shown(peer)
              + " does not say for whom it asks: everybody shares its address and its"
              + " limits. Let it send X-Forwarded-For, -Proto and -Host.");
    }
  }

  private void doubt(Doubt doubt, String sentence) {
    if (doubts.putIfAbsent(doubt, sentence) == null) {
      LOG.warn(sentence);
    }
  }

  private static boolean isExpected(ParleySettings settings, ListenAddress listen) {
    String given = settings.publicUrl();
    boolean ownTls = settings.lan() || settings.tls().cert() != null;
    if (given == null || given.isBlank() || ownTls) {
      return false;
    }
    URI address = PublicAddress.parsed(given);
    boolean elsewhere = !HostNames.isLoopback(address.getHost());
    boolean https = address.getScheme().equals("https");
    int port = address.getPort() < 0 ? HTTP : address.getPort();
    return elsewhere && (https || listen.isLoopback() || port != listen.port());
  }

  // Whoever comes from the internet is not written down in full.
  private static String shown(InetAddress peer) {
    return isNear(peer) ? peer.getHostAddress() : new ClientAddress(peer).network();
  }

  private static boolean isNear(InetAddress peer) {
    byte[] bytes = peer.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc; // RFC 4193
    return peer.isLoopbackAddress()
        || peer.isSiteLocalAddress()
        || peer.isLinkLocalAddress()
        || uniqueLocal;
  }

  private static Network network(String text) {
    try {
      return Network.of(text.strip());
    } catch (IllegalArgumentException e) {
      throw new StartRefused(
          "parley.trusted-proxies: \""
              + text
              + "\" is no address and no network such as 10.0.0.0/8.",
          e);
    }
  }
}
