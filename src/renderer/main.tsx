import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { askAhead, makeQueryClient } from "./bridge/query-client.ts";
import { startWords } from "./i18n.ts";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

/** A desk that opens more slowly shows that it is opening. */
const patienceMs = 100;
const client = makeQueryClient();
// A window that prints a receipt or makes a copy may ask for nothing else.
const hasOwnTask = /^#\/(print|copy)\b/.test(location.hash);
await Promise.all([startWords(), hasOwnTask || askAhead(client, patienceMs)]);
createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
