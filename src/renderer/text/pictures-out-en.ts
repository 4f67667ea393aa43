/** Pictures that are out already, at any desk, in English. */
export const picturesOutEn = {
  nav: "Pictures out",
  title: "Pictures that are out",
  intro: "Somebody wants one taken down, or takes a photo consent back. Head office sees to it.",
  ask: "Take a picture down",
  takeBack: "Take a photo consent back",
  none: "Nobody has asked here to have a picture taken down.",
  which: "Of which event",
  event: "Event",
  unknown: "They do not know which event",
  given: "At which event was it given?",
  choose: "Choose the event first",
  noEvents:
    "This PC knows no event that has begun. Events come from head office as soon as there is a line.",
  back: "Back",
};
