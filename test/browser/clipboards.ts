/** What programs put on the clipboard when cells are copied, as caught from them: the table, and the text beside it. */
export type Clipboard = { html?: string; text: string };

/** Excel wraps its markup anywhere, names its classes, and puts hidden rows in. */
export const excel = (rows: string[][], hidden: string[] = []): Clipboard => ({
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"\r\nxmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed-decimal-separator:"\\,";}
.xl65 {mso-number-format:"\\#\\,\\#\\#0\\.0";}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 style='border-collapse:collapse'><!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
${rows.map(row => ` <tr height=20 style='height:15.0pt'>\n${row.map(cell => `  <td class=xl65 align=right\n  style='height:15.0pt'>${cell.replaceAll(' ', '\r\n  ')}</td>`).join('\n')}\n </tr>`).join('\n')}
${hidden.length > 0 ? ` <tr height=0 style='display:none'>${hidden.map(cell => `<td>${cell}</td>`).join('')}</tr>` : ''}
<!--EndFragment--></table></body></html>`,
  text: `${rows.map(row => row.join('\t')).join('\r\n')}\r\n`,
});

/** Word makes a paragraph of each line of a cell: in its text nobody sees where a cell ends. */
export const word = (rows: string[][][]): Clipboard => ({
  html: `<html><head><style>p.MsoNormal {margin:0cm}</style></head><body lang=VI><!--StartFragment-->
<table class=MsoTableGrid border=1>${rows.map(row => `<tr>${row.map(lines => `<td width=312 valign=top>${lines.map(line => `<p class=MsoNormal><span\nlang=VI>${line}<o:p></o:p></span></p>`).join('')}</td>`).join('')}</tr>`).join('')}</table>
<!--EndFragment--></body></html>`,
  text: `${rows.map(row => row.map(lines => lines.join('\r\n')).join('\t')).join('\r\n')}\r\n`,
});

export const googleSheets = (rows: string[][]): Clipboard => ({
  html: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody>${rows.map(row => `<tr style="height:21px;">${row.map(cell => `<td style="overflow:hidden;" data-sheets-value="{&quot;1&quot;:2}">${cell}</td>`).join('')}</tr>`).join('')}</tbody></table></google-sheets-html-origin>`,
  text: rows.map(row => row.join('\t')).join('\n'),
});
