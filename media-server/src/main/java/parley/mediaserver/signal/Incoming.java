package parley.mediaserver.signal;

import livekit.LivekitRtc.SignalRequest;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.negotiate.Offer;

/**
 * A parsed message from a client.
 *
 * @param request the message; one of a kind we do not know has none of its cases set
 * @param offer its session description when it is an offer that can be answered
 */
public record Incoming(SignalRequest request, @Nullable Offer offer) {

  static Incoming of(SignalRequest request) {
    Offer offer =
        request.hasOffer()
            ? Offer.parse(request.getOffer().getSdp(), request.getOffer().getId())
            : null;
    return new Incoming(request, offer);
  }
}
