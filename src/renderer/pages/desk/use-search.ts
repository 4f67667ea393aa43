import { useCallback, useEffect, useRef, useState } from "react";
import type { Failure } from "../../../contract/failure.ts";
import type { PersonHit } from "../../../contract/ipc.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";

/** Long enough that a word is one question, short enough not to be felt. */
const settleMs = 180;

export type Search = {
  text: string;
  type: (text: string) => void;
  clear: () => void;
  /** Asks at once, and opens the person if there is exactly one. */
  askNow: (text: string) => void;
  hits: readonly PersonHit[];
  more: boolean;
  /** The hits are those of the text that stands in the box. */
  isSettled: boolean;
  /** Somebody was asked for who opens once found, if they are the only one. */
  isOpening: boolean;
  failure: Failure | null;
  active: number;
  choose: (index: number) => void;
};

/** The search box's text and whom it finds. */
export function useSearch(onOnly: (hit: PersonHit) => void): Search {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [opens, setOpens] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const trimmed = text.trim();

  useEffect(() => {
    if (trimmed === asked) return;
    const timer = setTimeout(() => setAsked(trimmed), settleMs);
    return () => clearTimeout(timer);
  }, [trimmed, asked]);

  const answer = useProcedure("people.search", { text: asked }, { enabled: asked !== "" });
  const isSettled = trimmed === asked && (asked === "" || answer.state !== "waiting");
  const found = asked !== "" && answer.state === "ready" ? answer.value : { hits: [], more: false };
  const only = isSettled && opens === asked && found.hits.length === 1 ? found.hits[0] : undefined;

  const open = useRef(onOnly);
  useEffect(() => {
    open.current = onOnly;
  });
  useEffect(() => {
    if (!isSettled || opens === null || opens !== asked) return;
    setOpens(null);
    if (only) open.current(only);
  }, [isSettled, opens, asked, only]);

  const type = useCallback((typed: string) => {
    setText(typed);
    setOpens(null);
    setActive(0);
  }, []);
  const clear = useCallback(() => type(""), [type]);

  return {
    text,
    type,
    clear,
    askNow(wanted) {
      setText(wanted);
      setAsked(wanted.trim());
      setOpens(wanted.trim() || null);
      setActive(0);
    },
    hits: found.hits,
    more: found.more,
    isSettled,
    isOpening: opens !== null,
    failure: answer.state === "failed" ? answer.failure : null,
    active: Math.min(active, Math.max(found.hits.length - 1, 0)),
    choose: setActive,
  };
}
