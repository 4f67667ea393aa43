/** Begins the name of every event's group. */
export const eventGroupPrefix = "event ";

/** The group that an event's captures belong to; of those of an unknown event there is one. */
export function nameEventGroup(event: string | null): string {
  return `${eventGroupPrefix}${event ?? "?"}`;
}

/** The event that a group is of; null: of none that is known, or not an event's group at all. */
export function readEventGroup(group: string): string | null {
  if (!group.startsWith(eventGroupPrefix)) return null;
  const event = group.slice(eventGroupPrefix.length);
  return event === "?" ? null : event;
}
