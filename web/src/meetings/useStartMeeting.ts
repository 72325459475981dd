import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { meetings } from "../api/meetings";

/** Makes an instant meeting and goes to its page. */
export function useStartMeeting() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => meetings.create({}),
    onSuccess: async (meeting) => {
      void queries.invalidateQueries({ queryKey: ["meetings"] });
      await navigate(`/m/${meeting.code}`);
    },
  });
}
