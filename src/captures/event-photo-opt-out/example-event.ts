import events from "../../../resources/demo/events.json" with { type: "json" };
import demo from "../../../resources/demo/reference.json" with { type: "json" };
import { type Reference, reference } from "../../contract/reference.ts";
import type { Signature } from "../drawn-signature.ts";

/** The demo's reference data with its events, as a desk of the first branch has it. */
export const exampleReference: Reference = reference.parse({
  ...demo,
  branch: demo.branches[0],
  notices: [...demo.notices, ...events.notices],
  events: events.events,
  eventSettings: events.settings,
});

/** The event of every example, and who is at work there. */
export const exampleEvent = "camera-fair-2026";
export const exampleStaff = "ploy";

export const exampleSignature: Signature = {
  width: 600,
  height: 200,
  strokes: [
    [
      [40, 120],
      [80, 60],
      [120, 130],
    ],
  ],
};
