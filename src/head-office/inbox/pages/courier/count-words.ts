import { useTranslation } from "react-i18next";

type Counts = { accepted: number; had: number; refused: number; pieces: number; unread: number };

/** How many records came, were here already and were refused; the rest only where there is some. */
export function useCountWords(): (counts: Counts) => string {
  const { t } = useTranslation();
  return ({ accepted, had, refused, pieces, unread }) =>
    [
      t("courier.accepted", { count: accepted }),
      t("courier.had", { count: had }),
      t("courier.refused", { count: refused }),
      ...(pieces > 0 ? [t("courier.pieces", { count: pieces })] : []),
      ...(unread > 0 ? [t("courier.unread", { count: unread })] : []),
    ].join(" · ");
}
