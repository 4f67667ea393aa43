import { expect, type Page } from "playwright/test";

/** The smallest window that the desk works in, in CSS pixels. */
const smallest = { width: 1024, height: 700 };
/** The smallest side of what is pressed, in CSS pixels. */
const smallestTarget = 44;

/**
 * In the smallest window: nothing hangs out at the side, and whatever is pressed is large enough for a
 * finger. Links amid a sentence are as high as its line, and what covers a part of a picture is as large as that
 * part (WCAG 2.2, 2.5.5: inline and essential).
 */
export async function checkShape(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setDeviceMetricsOverride", {
    ...smallest,
    deviceScaleFactor: 0,
    mobile: false,
  });
  try {
    await expect.poll(() => page.evaluate("window.innerWidth")).toBe(smallest.width);
    expect(await page.evaluate(`(${findMisshapen})(${smallestTarget})`)).toEqual([]);
  } finally {
    await devtools.send("Emulation.clearDeviceMetricsOverride");
    await devtools.detach();
  }
}

// As text: what runs in the page is not checked against Node.js' world.
const findMisshapen = `(smallestTarget) => {
  const pressed = 'button, a[href], input, select, textarea, summary, [tabindex="0"], [role="option"], [role="tab"]';
  const name = (element) => element.outerHTML.slice(0, 160);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert], [aria-hidden="true"]');
  // A hidden input is pressed through the label around it.
  const target = (element) => element.matches('input[type="radio"], input[type="checkbox"], input[type="file"]') ? element.closest('label') ?? element : element;
  const isInline = (element) => element.matches('a[href]') && getComputedStyle(element).display === 'inline';
  const scrolls = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth && at !== document.body) return true;
    }
    return false;
  };
  const found = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > window.innerWidth) found.push('the page is ' + wide + ' px wide');
  for (const element of document.querySelectorAll(pressed)) {
    const box = target(element);
    if (!isShown(box)) continue;
    const { width, height, right, left } = box.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    const isSmall = Math.min(width, height) < smallestTarget - 0.5;
    if (isSmall && !isInline(box) && !box.matches('[data-covers]')) found.push(Math.round(width) + ' x ' + Math.round(height) + ': ' + name(box));
    if ((right > window.innerWidth + 0.5 || left < -0.5) && !scrolls(box)) found.push('from ' + Math.round(left) + ' to ' + Math.round(right) + ': ' + name(box));
  }
  return found;
}`;
