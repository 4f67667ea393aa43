export const updateEn = {
  loading: "A new version of the program is being fetched: {{percent}} %",
  offered:
    "Version {{version}} is ready. It takes about a minute, and the desk opens again by itself.",
  needed:
    "Head office asks for version {{version}} before new records are taken. It takes about a minute, and the desk opens again by itself.",
  install: "Update",
};
