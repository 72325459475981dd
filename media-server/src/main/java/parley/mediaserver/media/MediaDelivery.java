package parley.mediaserver.media;

import parley.sfu.packet.Layer;

/** A published track on its way to one receiver. Room thread. */
public interface MediaDelivery {
  /** The highest layer to send. */
  void targetLayer(Layer max);

  void pause();

  void resume();

  void unsubscribe();
}
