import type { Security } from "../api/factors";

type Point = { there: boolean; have: string; missing: string };

/** How much of what keeps an account safe is there, and what is missing, in words. */
export function SafetyRing({ security }: { security: Security }) {
  const points = pointsOf(security);
  const there = points.filter((point) => point.there).length;
  return (
    <section
      aria-label="How safe your account is"
      className="rounded-card bg-paper px-6 py-5 text-center shadow-e1"
    >
      <Ring points={points} there={there} />
      <h2 className="mt-2.5 font-firm">{titles[there]}</h2>
      <p className="mt-1 text-[14px] leading-5 text-balance text-ink-2">{wordsOf(points)}</p>
    </section>
  );
}

const titles = [
  "A password is not much",
  "A beginning",
  "Half-way there",
  "Nearly there",
  "As safe as it gets",
];

/** Fewer than these are soon none. */
const FEW = 3;

function pointsOf({ emailVerified, factors }: Security): Point[] {
  const secondStep = factors.appSince !== null || factors.passkeyStep;
  return [
    { there: emailVerified, have: "a verified address", missing: "Your address is not confirmed." },
    {
      there: factors.passkeys.length > 0,
      have: "a passkey",
      missing: "Add a passkey: nobody can guess or steal it by mail.",
    },
    { there: secondStep, have: "a second step", missing: "Turn on a second step after the password." },
    {
      there: factors.recoveryCodesLeft > FEW,
      have: "recovery codes",
      missing: secondStep
        ? "Your recovery codes are running out."
        : "Recovery codes come with the second step.",
    },
  ];
}

export function wordsOf(points: Point[]): string {
  const have = points.filter((point) => point.there).map((point) => point.have);
  const first =
    have.length > 0 ? [`${capital(listed(have))} ${have.length === 1 ? "is" : "are"} in place.`] : [];
  const missing = points.filter((point) => !point.there).map((point) => point.missing);
  return [...first, ...missing].join(" ");
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const RADIUS = 46;
const QUARTER = (2 * Math.PI * RADIUS) / 4;
const GAP = 6;

function Ring({ points, there }: { points: Point[]; there: number }) {
  return (
    <svg
      role="img"
      aria-label={`${there} of ${points.length}`}
      viewBox="0 0 110 110"
      className="mx-auto block size-[110px]"
    >
      {points.map((point, index) => (
        <circle
          key={point.have}
          cx={55}
          cy={55}
          r={RADIUS}
          fill="none"
          strokeWidth={9}
          strokeDasharray={`${QUARTER - GAP} ${3 * QUARTER + GAP}`}
          transform={`rotate(${index * 90 - 90 + 3.7} 55 55)`}
          className={index < there ? "stroke-baize" : "stroke-edge/45"}
        />
      ))}
      <text
        x={55}
        y={55}
        textAnchor="middle"
        dominantBaseline="central"
        className="fill-ink text-[23px] font-bold tracking-[-0.02em] tabular-nums"
      >
        {there} of {points.length}
      </text>
    </svg>
  );
}
