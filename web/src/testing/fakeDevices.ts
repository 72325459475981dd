/** One device that can be plugged in and pulled out. */
interface FakeDevice {
  kind: MediaDeviceKind;
  deviceId: string;
  label: string;
}

/** A track of a fake device, with what LiveKit asks of one. */
class FakeTrack extends EventTarget {
  readonly id = crypto.randomUUID();
  readonly kind: string;
  readonly label: string;
  readyState = "live";
  enabled = true;
  muted = false;
  private readonly deviceId: string;

  constructor({ kind, label, deviceId }: FakeDevice) {
    super();
    this.kind = kind === "audioinput" ? "audio" : "video";
    this.label = label;
    this.deviceId = deviceId;
  }

  readonly getSettings = () => ({ deviceId: this.deviceId, width: 1280, height: 720 });
  readonly getConstraints = () => ({ deviceId: this.deviceId });
  readonly applyConstraints = async () => undefined;
  readonly clone = () => this;

  stop() {
    this.readyState = "ended";
  }

  pulledOut() {
    if (this.readyState === "ended") return;
    this.readyState = "ended";
    this.dispatchEvent(new Event("ended"));
  }
}

class FakeStream {
  private readonly tracks: FakeTrack[];

  constructor(tracks: FakeTrack[] = []) {
    this.tracks = tracks;
  }

  readonly getTracks = () => this.tracks;
  readonly getAudioTracks = () => this.tracks.filter((track) => track.kind === "audio");
  readonly getVideoTracks = () => this.tracks.filter((track) => track.kind === "video");
}

/** What `navigator.mediaDevices` is to the page: devices come and go as the test says. */
export class FakeDevices extends EventTarget {
  static readonly Stream = FakeStream;
  private plugged: FakeDevice[];
  private readonly given: FakeTrack[] = [];

  constructor(...plugged: FakeDevice[]) {
    super();
    this.plugged = plugged;
  }

  readonly enumerateDevices = async () => this.plugged;

  readonly getUserMedia = async (wanted: MediaStreamConstraints) => {
    const tracks = [
      ...(wanted.audio ? [this.give("audioinput", wanted.audio)] : []),
      ...(wanted.video ? [this.give("videoinput", wanted.video)] : []),
    ];
    return new FakeStream(tracks);
  };

  pullOut(deviceId: string) {
    this.plugged = this.plugged.filter((device) => device.deviceId !== deviceId);
    for (const track of this.given) if (track.getSettings().deviceId === deviceId) track.pulledOut();
    this.dispatchEvent(new Event("devicechange"));
  }

  plugIn(device: FakeDevice) {
    this.plugged = [...this.plugged, device];
    this.dispatchEvent(new Event("devicechange"));
  }

  private give(kind: MediaDeviceKind, wanted: boolean | MediaTrackConstraints): FakeTrack {
    const there = this.plugged.filter((device) => device.kind === kind);
    const asked = (typeof wanted === "object" ? wanted.deviceId : undefined) as
      string | ConstrainDOMStringParameters | undefined;
    const exact = typeof asked === "object" ? asked.exact : undefined;
    const ideal = typeof asked === "object" ? asked.ideal : asked;
    const device =
      there.find(({ deviceId }) => deviceId === (exact ?? ideal)) ?? (exact ? undefined : there[0]);
    if (!device) {
      const name = there.length > 0 ? "OverconstrainedError" : "NotFoundError";
      throw Object.assign(new Error("none"), { name });
    }
    const track = new FakeTrack(device);
    this.given.push(track);
    return track;
  }
}
