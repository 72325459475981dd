import { Skeleton, WhenSlow } from "../../ui/Skeleton";

/** The shape of the page while the meetings are on their way. */
export function HomeSkeleton() {
  return (
    <WhenSlow label="Your meetings are being loaded">
      <div className="rounded-[18px] bg-paper p-7 shadow-e1">
        <Skeleton className="h-[22px] w-28" />
        <Skeleton className="mt-4 h-7 w-72 max-w-full" />
        <Skeleton className="mt-3 h-4 w-48" />
        <Skeleton className="mt-7 h-12 w-56 rounded-main" />
      </div>
      {[0, 1, 2].map((row) => (
        <div key={row} className="mt-7 flex gap-8">
          <Skeleton className="h-9 w-16" />
          <Skeleton className="h-9 max-w-80 flex-1" />
        </div>
      ))}
    </WhenSlow>
  );
}
