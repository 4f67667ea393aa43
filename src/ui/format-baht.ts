/** An amount in satang as baht, such as `1,250.50`. */
export function formatBaht(satang: number): string {
  return new Intl.NumberFormat("en-US", {
    minimumFractionDigits: satang % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(satang / 100);
}
