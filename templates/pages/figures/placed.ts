/** A length in a drawing, short enough to travel. */
export function placed(length: number): number {
  return Math.round(length * 10) / 10;
}
