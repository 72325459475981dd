import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { MemoryRouter } from "react-router";
import { newQueryClient } from "../api/queries";
import { OutsidePage } from "../room/OutsidePage";
import { PrejoinPage } from "../room/prejoin/PrejoinPage";
import { RoomView } from "../room/RoomView";
import { OwnMedia } from "../rtc/OwnMedia";
import type { Outside } from "../rtc/link";
import "../ui/base.css";
import { ToastProvider } from "../ui/Toasts";
import { paintedPreview, paintedVisit } from "./paintedVisit";

/**
 * The room with painted people, for looking at every state without a server:
 * `/fixture.html?people=5&panel=chat&share=1&link=dropped&page=prejoin|outside&why=left`.
 */
const wanted = new URLSearchParams(location.search);

function Page() {
  const page = wanted.get("page");
  if (page === "outside") {
    const why = (wanted.get("why") ?? "left") as Outside;
    return (
      <OutsidePage why={why} title="Harbour library, design review" loggedIn={false} onAgain={() => {}} />
    );
  }
  if (page === "prejoin") return <Prejoin />;
  return <RoomView visit={paintedVisit(wanted)} />;
}

const media = new OwnMedia();
if (wanted.get("page") === "prejoin") void media.start();

function Prejoin() {
  return (
    <PrejoinPage
      media={media}
      preview={paintedPreview(Number(wanted.get("people") ?? 4))}
      me={null}
      joining={false}
      waiting={false}
      refusal={wanted.get("refusal")}
      onJoin={() => {}}
    />
  );
}

createRoot(document.getElementById("root")!).render(
  <QueryClientProvider client={newQueryClient()}>
    <ToastProvider>
      <MemoryRouter>
        <Page />
      </MemoryRouter>
    </ToastProvider>
  </QueryClientProvider>,
);
