import type { ReactNode } from "react";
import { Link } from "wouter";

/** A way to another page that stands by itself, as high as a finger needs. */
export function PageLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      href={to}
      className="inline-flex min-h-11 items-center self-start font-medium text-accent underline"
    >
      {children}
    </Link>
  );
}
