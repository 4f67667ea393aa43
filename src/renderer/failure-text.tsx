import { useTranslation } from "react-i18next";
import type { Failure } from "../contract/failure.ts";

/** The screen's words for a failure, in the language of the screen. */
export function useFailureWords(): (failure: Failure) => string {
  const { t } = useTranslation();
  return (failure) => {
    const words = t(`failure.code.${failure.code}`);
    switch (failure.code) {
      case "wrong-pin":
        return `${words} ${t("signIn.triesLeft", { count: failure.triesLeft })}`;
      case "refused": {
        const issues = [...new Set(failure.issues.map((issue) => issue.code))];
        return [words, ...issues.map((issue) => t(`failure.issue.${issue}`))].join(" ");
      }
      default:
        return words;
    }
  };
}

export function FailureText({ failure }: { failure: Failure }) {
  return <>{useFailureWords()(failure)}</>;
}
