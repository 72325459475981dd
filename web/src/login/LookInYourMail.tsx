import { useSendsMail } from "../api/queries";
import { EntryFrame, TextLink } from "./EntryFrame";

/** After something that a mailed link finishes. */
export function LookInYourMail({ email, children }: { email?: string; children?: React.ReactNode }) {
  const sendsMail = useSendsMail();
  const address = email ?? "your address";
  return (
    <EntryFrame
      other={<TextLink to="/login">Log in</TextLink>}
      title={sendsMail ? "Look in your mail" : "Ask for your link"}
      lead={
        children ??
        (sendsMail
          ? `Your account is made. Open the link that was sent to ${address}; then you can log in.`
          : `Your account is made. This server sends no mail: ask whoever runs it for the link that confirms ${address}; then you can log in.`)
      }
      felt={
        <>
          One click,
          <br />
          and the seat has your name.
        </>
      }
    >
      {sendsMail && (
        <p className="mt-6 text-small text-ink-2">
          Nothing there after a minute? Look among unwanted mail, and whether the address is right.
        </p>
      )}
    </EntryFrame>
  );
}
