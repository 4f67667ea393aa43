import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { makeQueryClient } from "./asking/query-client.ts";
import { startWords } from "./i18n.ts";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

await startWords();
createRoot(root).render(
  <StrictMode>
    <App client={makeQueryClient()} />
  </StrictMode>,
);
