/** The words of a picture of an event: the question before it and the window in which it is taken, in English. */
export const eventPictureEn = {
  add: "Add a picture",
  saved: "The picture is sealed. It belongs to {{number}}.",
  open: "Go on in the window with the camera.",
  ask: {
    title: "A picture of what they wear?",
    intro: "They need not. The refusal counts without it.",
    what: "A picture of their clothes, from the shoulders down, never of a face.",
    why: "It is sealed at once; only head office can open it, to leave them out of published pictures.",
    end: "It is destroyed when this event is closed.",
    read: "Read this out first:",
    question: "Ask: “May we take this picture?” Who said yes?",
    person: "They said yes",
    guardian: "Their guardian said yes",
    no: "No picture",
    go: "Take the picture",
  },
  title: {
    "event-reference": "Picture of what they wear",
    "take-down": "Picture of where it was seen",
  },
  belongs: "For receipt {{number}}",
  leave: "No picture",
  intake: {
    "event-reference": "From the shoulders down. No face in the picture.",
    "take-down": "A screenshot of the page, or its screen held to the camera.",
    choose: "Choose a file",
    kinds:
      "JPEG, PNG or WebP, at most 40 MB. The file itself stays where it is: delete it there afterwards.",
    taking: "Opening the picture",
  },
  crop: {
    title: "Keep only what is needed",
    "event-reference":
      "Draw the frame over the clothes. Only what is inside is kept; the rest is gone at once.",
    "take-down": "Draw the frame over the picture and its page. Only what is inside is kept.",
    picture: "The picture that was taken",
    frame: "Frame. Arrow keys move it, Shift with arrow keys changes its size.",
    check: "Look again",
    noFace: "There is no face inside the frame",
    needed: "Look, then tick it. With a face inside, make the frame smaller.",
    again: "Take another picture",
    keep: "Seal and save",
  },
};
