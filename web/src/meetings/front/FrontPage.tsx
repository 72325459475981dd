import { Link } from "react-router";
import { useQuery } from "@tanstack/react-query";
import { configQuery, useMe } from "../../api/queries";
import { sentenceOf } from "../../api/problem";
import { TableScene } from "../../ui/art/TableScene";
import { Notice } from "../../ui/Notice";
import { PublicFrame } from "../../ui/PublicFrame";
import { usePageTitle } from "../../ui/usePageTitle";
import { JoinWithCode } from "../JoinWithCode";
import { useStartMeeting } from "../useStartMeeting";
import { Facts } from "./Facts";
import { FrontActions } from "./FrontActions";

/** What Parley is, and the way into a meeting. */
export default function FrontPage() {
  usePageTitle();
  return (
    <PublicFrame actions={<FrontActions />}>
      <div className="mx-auto flex w-full max-w-[1440px] flex-1 flex-col overflow-x-clip">
        <section className="px-4 pt-3 tablet:px-14 desk:grid desk:min-h-[612px] desk:grid-cols-[minmax(0,540px)_minmax(0,1fr)] desk:items-center desk:pt-0">
          <div className="max-desk:max-w-[600px]">
            <h1 className="text-d1 max-tablet:mt-2">
              Meet at your
              <br />
              own table
            </h1>
            <p className="mt-3.5 max-w-[27em] text-lead text-ink-2 max-tablet:text-[18px] max-tablet:leading-[27px] tablet:mt-5">
              Parley is video meetings on a server that belongs to you. People come in by a link, see and hear
              each other, and what is said stays in the house.
            </p>
            <div className="mt-[22px] tablet:mt-8 tablet:max-w-[440px]">
              <JoinWithCode large />
            </div>
            <StartLine />
          </div>
          <TableScene shape="wide" className="max-desk:hidden desk:-mr-10" />
          <TableScene shape="wide" className="mx-auto mt-10 max-w-[720px] max-tablet:hidden desk:hidden" />
          <div className="-mx-[38px] overflow-x-clip pt-11 pb-6 tablet:hidden">
            <TableScene shape="narrow" />
          </div>
        </section>
        <Facts />
      </div>
    </PublicFrame>
  );
}

function StartLine() {
  const me = useMe();
  const start = useStartMeeting();
  const signUp = useQuery(configQuery).data?.signUp;
  const look = "font-bold text-baize-text underline-offset-3 hover:underline";
  if (me && !me.mayHost) return null;
  if (!me && (signUp === "invitation" || signUp === "closed")) {
    return (
      <p className="mt-4 text-[16px] text-ink-2">
        {signUp === "invitation"
          ? "This Parley is by invitation."
          : "Accounts here are made by whoever runs it."}{" "}
        As a guest you need none.
      </p>
    );
  }
  return (
    <div className="mt-4 text-[16px] text-ink-2">
      or{" "}
      {me ? (
        <button type="button" className={look} disabled={start.isPending} onClick={() => start.mutate()}>
          start a meeting
        </button>
      ) : (
        <Link to="/signup" className={look}>
          start a meeting
        </Link>
      )}
      . Your guests need no account.
      {start.error && (
        <div className="mt-3 max-w-[440px]">
          <Notice tone="error">{sentenceOf(start.error)}</Notice>
        </div>
      )}
    </div>
  );
}
