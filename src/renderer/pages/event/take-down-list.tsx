import { eventPhotoText } from "../../../captures/event-photo-opt-out/text.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { useLanguage } from "../../i18n.ts";
import { TakeDownItems } from "./take-down-items.tsx";
import type { KnownEvent } from "./use-event.ts";

/** What was asked of this event's pictures. */
export function TakeDownList({ known }: { known: KnownEvent }) {
  const words = eventPhotoText[useLanguage()].takeDown;
  const { takeDowns } = known.state;
  return (
    <FormSection title={words.list}>
      {takeDowns.length === 0 ? (
        <p className="text-muted">{words.none}</p>
      ) : (
        <TakeDownItems entries={takeDowns} answers={known.answers} />
      )}
    </FormSection>
  );
}
