package parley.app.notifications.push;

import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;

/** Takes what a browser gave and keeps it as a device, if it can be one. */
@Component
class PushSubscriptions {
  private static final int AUTH_BYTES = 16;

  private final PushDevices devices;
  private final PushGateway gateway;
  private final Ids ids;

  PushSubscriptions(PushDevices devices, PushGateway gateway, Ids ids) {
    this.devices = devices;
    this.gateway = gateway;
    this.ids = ids;
  }

  /** Returns the id of the device; refuses with 400 {@code invalid_request} what is not sound. */
  UUID keep(SignedInUser user, DeviceController.Subscription given, String name) {
    DeviceController.Subscription.@Nullable Keys keys = given.keys();
    byte[] publicKey = DeviceController.bytes(keys == null ? null : keys.p256dh(), "keys.p256dh");
    byte[] auth = DeviceController.bytes(keys == null ? null : keys.auth(), "keys.auth");
    requirePoint(publicKey);
    if (auth.length != AUTH_BYTES) {
      throw Refusal.invalid("keys.auth", "This secret is not 16 bytes long.");
    }
    var endpoint = gateway.endpoint(given.endpoint() == null ? "" : given.endpoint());
    UUID id = ids.next();
    devices.keep(
        user.userId(), new PushDevice(id, user.sessionId(), endpoint, publicKey, auth), name);
    return id;
  }

  private static void requirePoint(byte[] publicKey) {
    try {
      P256.read(publicKey);
    } catch (GeneralSecurityException notAPoint) {
      throw Refusal.invalid("keys.p256dh", "This is not a key of P-256.");
    }
  }
}
