/** The rows of a page's tables, cells parted by "|". */
export function tableLines(page: string): string[] {
  return [...page.matchAll(/<tr.*?<\/tr>/gs)].map(([line]) =>
    line
      .replace(/<\/t[hd]>/g, '|')
      .replace(/<br>/g, ' ')
      .replace(/<[^>]+>/g, ''),
  );
}
