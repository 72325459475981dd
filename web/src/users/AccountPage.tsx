import { LogOut } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useOutletContext } from "react-router";
import type { Me } from "../api/types";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { usePageTitle } from "../ui/usePageTitle";
import { fullDayName, peopleCount } from "../ui/words";
import { PictureField } from "./PictureField";
import { ProfileForm } from "./ProfileForm";
import { UnconfirmedEmail } from "./UnconfirmedEmail";
import { useLogOut } from "./useLogOut";

/** Who I am here: names, address, plan, and the way out. */
export default function AccountPage() {
  usePageTitle("Profile");
  const me = useOutletContext<Me>();
  return (
    <div className="max-w-[640px]">
      <header className="flex items-center pt-0.5 pb-4 tablet:h-18 tablet:pb-0">
        <h1 className="text-h1">Profile</h1>
      </header>
      <section aria-label="Profile" className="rounded-card bg-paper p-4 shadow-e1 tablet:p-6">
        <PictureField me={me} />
        {!me.emailVerified && <UnconfirmedEmail email={me.email} />}
        <ProfileForm me={me} />
      </section>
      <section aria-label="Facts" className="mt-6 rounded-card bg-paper px-4 shadow-e1 tablet:px-6">
        <dl className="divide-y divide-line">
          <Fact name="Plan">
            {me.plan.name}, meetings of up to {peopleCount(me.plan.maxParticipants)}
          </Fact>
          <Fact name="Here since">
            <time dateTime={me.createdAt}>{fullDayName(me.createdAt)}</time>
          </Fact>
          {me.staffRole && (
            <Fact name="Role">
              <Badge tone="ok">{staffNames[me.staffRole]}</Badge>
            </Fact>
          )}
        </dl>
      </section>
      <LogOutButton />
    </div>
  );
}

const staffNames = { admin: "Administrator", moderator: "Moderator", compliance: "Compliance" };

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 py-3.5 tablet:grid-cols-[160px_1fr]">
      <dt className="text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LogOutButton() {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { busy, logOut } = useLogOut(setRefusal);
  return (
    <div className="mt-6 flex flex-col items-start gap-3">
      {refusal && <Notice tone="error">{refusal}</Notice>}
      <Button icon={LogOut} busy={busy} onClick={logOut}>
        Log out
      </Button>
    </div>
  );
}
