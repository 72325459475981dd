import { Minus, Plus } from "lucide-react";
import { cx } from "../../ui/cx";
import { controlClass, Field } from "../../ui/Field";
import { IconButton } from "../../ui/IconButton";
import { FEWEST_SEATS } from "./plan";

type SeatsFieldProps = { value: string; most: number; error?: string; onChange: (value: string) => void };

/** How many people fit at the table, by number or one by one. */
export function SeatsField({ value, most, error, onChange }: SeatsFieldProps) {
  const step = (by: number) => {
    const seats = Number(value) || FEWEST_SEATS;
    onChange(String(Math.min(most, Math.max(FEWEST_SEATS, seats + by))));
  };
  return (
    <Field label="Seats" error={error} hint={`Up to ${most} people.`}>
      {(ties) => (
        <span className="flex gap-2">
          <input
            {...ties}
            name="seats"
            inputMode="numeric"
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value.replace(/\D/g, ""))}
            className={cx(controlClass, "max-w-24 tabular-nums")}
          />
          <IconButton
            icon={Minus}
            kind="secondary"
            label="One seat less"
            tooltip={false}
            onClick={() => step(-1)}
            className="h-[42px]! max-tablet:h-[46px]!"
          />
          <IconButton
            icon={Plus}
            kind="secondary"
            label="One seat more"
            tooltip={false}
            onClick={() => step(1)}
            className="h-[42px]! max-tablet:h-[46px]!"
          />
        </span>
      )}
    </Field>
  );
}
