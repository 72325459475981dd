package parley.app.media;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out why media ports could not be opened. */
final class MediaPorts {
  private MediaPorts() {}

  /** What to tell the operator. */
  static MediaPortTaken taken(MediaSettings settings, Exception failure) {
    List<String> advice = new ArrayList<>();
    if (!udpIsFree(settings.udpPort())) {
      advice.add(
          String.format(
              Locale.ROOT,
              "UDP port %d is in use. Stop what uses it, or set parley.media.udp-port (PARLEY_MEDIA_UDP_PORT) to a free one.",
              settings.udpPort()));
    }
    if (settings.tcpPort() >= 0 && !tcpIsFree(settings.tcpPort())) {
      advice.add(
          String.format(
              Locale.ROOT,
              "TCP port %d is in use. Stop what uses it, or set parley.media.tcp-port (PARLEY_MEDIA_TCP_PORT) to a free one.",
              settings.tcpPort()));
    }
    if (advice.isEmpty()) {
      advice.add(
          String.format(
              Locale.ROOT,
              "The media ports (UDP %d, TCP %d) cannot be opened: %s",
              settings.udpPort(),
              settings.tcpPort(),
              failure.getMessage()));
    }
    return new MediaPortTaken(String.join("\n", advice), failure);
  }

  private static boolean udpIsFree(int port) {
    try (DatagramSocket socket = new DatagramSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static boolean tcpIsFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
