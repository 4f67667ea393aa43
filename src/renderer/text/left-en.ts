/** The screen of a PC that was taken out of use and has destroyed its keys, in English. */
export const leftEn = {
  heading: "This PC was taken out of use",
  title: "Its data can no longer be opened",
  happened: "What happened",
  handedOver:
    "Head office took this PC out of use. All that was on it and not yet sent went to head office, sealed. Then this PC destroyed its keys, on {{at}}.",
  lostCaptures_one: "{{count}} record that head office had refused is lost with them.",
  lostCaptures_other: "{{count}} records that head office had refused are lost with them.",
  lostPictures_one: "{{count}} copy that head office had refused is lost with them.",
  lostPictures_other: "{{count}} copies that head office had refused are lost with them.",
  todo: "What to do",
  steps:
    "If this PC is to be used no more, close the program. There is nothing left to save.\nIf it is to be used again, ask head office for a new code.\nPress Start anew, and enter the code. It becomes a new PC for head office.",
  startAnew: "Start anew",
  whatGoes: "Start anew deletes the old data, which nobody can open any more.",
};
