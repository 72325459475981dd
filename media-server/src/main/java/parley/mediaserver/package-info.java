/**
 * The door of the media server: LiveKit's signal protocol ({@code /rtc/v1}) over the sfu. A caller
 * with a WebSocket server hands upgrade requests to {@link parley.mediaserver.MediaServer#admit}
 * and frames to the {@link parley.mediaserver.SignalSession} it gets; commands go in through {@link
 * parley.mediaserver.MediaServer}, facts come out through {@link
 * parley.mediaserver.MediaServerListener}. Nothing outside this package is for callers.
 */
@NullMarked
package parley.mediaserver;

import org.jspecify.annotations.NullMarked;
