import { useParams } from "react-router";

/** The page of one meeting. */
export default function RoomPage() {
  const { code } = useParams();
  return <main>{code}</main>;
}
