export const supportEn = {
  title: "File for support",
  intro:
    "When head office's support asks for it: look through it, save it, and send it to them yourself.",
  without:
    "It holds versions, counts and the program's own log. There is no customer in it, no staff member, no name of this PC, and no key.",
  content: "All that is in the file",
  save: "Save the file",
  saved: "Saved as it stands here: {{path}}",
  back: "Back to pending",
  link: "File for support",
};
