/**
 * A text with the hyphen that stands on a keyboard in the place of its twins, which Word sets where no line may break: they look
 * the same, and who searches for "272/TB-VPCP" would not find it.
 */
export function withPlainHyphens(text: string): string {
  return text.replace(/[\u2010\u2011]/g, '-');
}

/** A text cut at the minus of each number in it. The hyphen of a code or of a range, and a dash, are no minus. */
export function cutAtMinus(text: string): string[] {
  return text.split(/(?<=^|[\s([“"])-(?=\d)/);
}
