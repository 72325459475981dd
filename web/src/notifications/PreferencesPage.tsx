import { useQuery } from "@tanstack/react-query";
import { useOutletContext } from "react-router";
import { sentenceOf } from "../api/problem";
import { useSendsMail } from "../api/queries";
import type { Me, NotificationPreferences } from "../api/types";
import { Notice } from "../ui/Notice";
import { Skeleton, WhenSlow } from "../ui/Skeleton";
import { usePageTitle } from "../ui/usePageTitle";
import { Devices } from "./Devices";
import { PreferenceGrid } from "./PreferenceGrid";
import { preferencesQuery } from "./queries";

/** What somebody wants to be told, and how. */
export default function PreferencesPage() {
  usePageTitle("Notification settings");
  const me = useOutletContext<Me>();
  const { data, error } = useQuery(preferencesQuery);
  return (
    <div className="max-w-[760px]">
      <header className="flex items-center pt-0.5 pb-4 tablet:h-18 tablet:pb-0">
        <h1 className="text-h1">Notification settings</h1>
      </header>
      <section aria-labelledby="what">
        <h2 id="what" className="pb-2 text-h3">
          What you are told
        </h2>
        {error && <Notice tone="error">{sentenceOf(error)}</Notice>}
        {data ? <PreferenceGrid items={data.items} /> : !error && <Waiting />}
        {data && <MailTrouble mail={data.mail} email={me.email} />}
      </section>
      <section aria-labelledby="where" className="mt-8">
        <h2 id="where" className="pb-2 text-h3">
          Your devices
        </h2>
        <Devices userId={me.id} />
      </section>
    </div>
  );
}

/** Why mails do not come although they are wanted. */
function MailTrouble({ mail, email }: { mail: NotificationPreferences["mail"]; email: string }) {
  const sendsMail = useSendsMail();
  if (mail === "ok" && sendsMail) return null;
  return (
    <div className="mt-3">
      <Notice tone="warn">
        {!sendsMail
          ? "This server sends no mail. What you choose here holds once whoever runs it has set a mail server."
          : mail === "dead"
            ? `Mails to ${email} come back: its mail server knows no such mailbox. Until your account has another address, only mails about your security are tried.`
            : `${email} is not confirmed, so only mails about your security are sent there. Confirm it on the Profile page.`}
      </Notice>
    </div>
  );
}

function Waiting() {
  return (
    <WhenSlow label="Your choices are being loaded">
      <div className="flex flex-col gap-6 rounded-card bg-paper p-6 shadow-e1">
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </div>
    </WhenSlow>
  );
}
