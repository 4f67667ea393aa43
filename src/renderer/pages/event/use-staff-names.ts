import { useProcedure } from "../../bridge/use-procedure.ts";
import { useLanguage } from "../../i18n.ts";

/** Names members of staff of this branch; those of another keep their id. */
export function useStaffNames(): (staff: string) => string {
  const language = useLanguage();
  const roster = useProcedure("session.roster", undefined);
  return (staff) => {
    const people = roster.state === "ready" ? roster.value.people : [];
    return people.find((person) => person.staff === staff)?.name[language] ?? staff;
  };
}
