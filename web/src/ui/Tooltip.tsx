import { Tooltip as Radix } from "radix-ui";
import type { ReactElement } from "react";

/** A name for something that shows none; after 500 ms, never for what must be read. */
export function Tooltip({
  text,
  side,
  children,
}: {
  text: string;
  side?: "top" | "bottom" | "left" | "right";
  children: ReactElement;
}) {
  return (
    <Radix.Provider delayDuration={500} skipDelayDuration={150}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 max-w-64 animate-fade rounded-chip bg-ink px-2 py-1 text-tiny font-medium text-wall"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
