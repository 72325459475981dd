import { useQuery } from "@tanstack/react-query";
import { sentenceOf } from "../api/problem";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { Skeleton, WhenSlow } from "../ui/Skeleton";
import { usePageTitle } from "../ui/usePageTitle";
import { HowYouLogIn } from "./HowYouLogIn";
import { RecentEvents } from "./RecentEvents";
import { SafetyRing } from "./SafetyRing";
import { SecondStepCard } from "./SecondStepCard";
import { SessionsCard } from "./SessionsCard";
import { securityQuery } from "./securityQuery";

/** How somebody logs in, and whether that is safe. */
export default function SecurityPage() {
  usePageTitle("Security");
  const { data, error, refetch } = useQuery(securityQuery);
  return (
    <>
      <header className="flex items-center pt-0.5 pb-4 tablet:h-18 tablet:pb-0">
        <h1 className="text-h1">Security</h1>
      </header>
      {data ? (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 desk:grid-cols-[minmax(0,760px)_280px] desk:gap-11">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
            <HowYouLogIn security={data} />
            <SecondStepCard security={data} />
            <SessionsCard />
          </div>
          <aside className="grid gap-8 max-desk:max-w-[760px]">
            <SafetyRing security={data} />
            <RecentEvents events={data.events} />
          </aside>
        </div>
      ) : error ? (
        <div className="flex max-w-[640px] flex-col items-start gap-4">
          <Notice tone="error">{sentenceOf(error)}</Notice>
          <Button onClick={() => void refetch()}>Try again</Button>
        </div>
      ) : (
        <WhenSlow label="Loading">
          <Skeleton className="h-72 max-w-[760px] rounded-card" />
        </WhenSlow>
      )}
    </>
  );
}
