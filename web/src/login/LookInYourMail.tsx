import { EntryFrame, TextLink } from "./EntryFrame";

/** After something that a mailed link finishes. */
export function LookInYourMail({ email, children }: { email?: string; children?: React.ReactNode }) {
  return (
    <EntryFrame
      other={<TextLink to="/login">Log in</TextLink>}
      title="Look in your mail"
      lead={
        children ?? (
          <>
            Your account is made. Open the link that was sent to {email ?? "your address"}; then you can log
            in.
          </>
        )
      }
      felt={
        <>
          One click,
          <br />
          and the seat has your name.
        </>
      }
    >
      <p className="mt-6 text-small text-ink-2">
        Nothing there after a minute? Look among unwanted mail, and whether the address is right.
      </p>
    </EntryFrame>
  );
}
