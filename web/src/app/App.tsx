import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { RouterProvider } from "react-router";
import { newQueryClient } from "../api/queries";
import { StepUpDialog } from "../login/StepUpDialog";
import { ToastProvider } from "../ui/Toasts";
import { newRouter } from "./routes";

/** Everything that all pages stand in. */
export function App() {
  const [queries] = useState(newQueryClient);
  const [router] = useState(newRouter);
  return (
    <QueryClientProvider client={queries}>
      <ToastProvider>
        <RouterProvider router={router} />
        <StepUpDialog />
      </ToastProvider>
    </QueryClientProvider>
  );
}
