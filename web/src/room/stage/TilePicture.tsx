import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { Picture } from "../../rtc/people";

/** Shows a moving picture; while `still`, its last frame stays even when the connection behind it is gone. */
export function TilePicture({
  picture,
  still,
  videoRef,
}: {
  picture: Picture | null;
  still: boolean;
  videoRef: RefObject<HTMLVideoElement | null>;
}) {
  useEffect(() => {
    const video = videoRef.current;
    if (!video || !picture) return;
    picture.attach(video);
    return () => void picture.detach(video);
  }, [picture, videoRef]);
  return (
    <>
      <video ref={videoRef} aria-hidden autoPlay playsInline muted disablePictureInPicture tabIndex={-1} />
      {still && <LastFrame videoRef={videoRef} />}
    </>
  );
}

function LastFrame({ videoRef }: { videoRef: RefObject<HTMLVideoElement | null> }) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const video = videoRef.current;
    const canvas = canvasRef.current;
    if (!video?.videoWidth || !canvas) return;
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d")?.drawImage(video, 0, 0);
  }, [videoRef]);
  return <canvas ref={canvasRef} aria-hidden width={1} height={1} />;
}
