import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { askAhead, makeQueryClient } from "./bridge/query-client.ts";
import { startWords } from "./i18n.ts";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

const client = makeQueryClient();
// A window that prints a receipt or makes a copy may ask for nothing else.
const hasOwnTask = /^#\/(print|copy)\b/.test(location.hash);
if (!hasOwnTask) askAhead(client);
await startWords();
createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
