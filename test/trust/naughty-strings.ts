import bigList from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };

/** Texts that have broken other programs and might break this one, by what they are after. */
const own = [
  // Markup, scripts, and what ends an attribute or a comment.
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><b>đậm</b>',
  '<!-- --> ]]> <?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
  '&lt;b&gt; &amp;amp; &#x41; &nbsp; &#0;',
  'javascript:alert(1)',
  // What the makers of the letter might take for their own.
  '{{ so_lieu.xuat-khau }} {% for a in b %}',
  '{{7*7}} {#loop} \u0024{7*7} <%= 7*7 %> #{7*7}',
  '#import "x": * #eval("1") $x^2$ @nguon <nhan>',
  '**đậm** _nghiêng_ `mã` [liên kết](http://x) ![ảnh](y) # tiêu đề',
  '1. mục một; > trích; | bảng |; --- ; ***; \\* \\_',
  '{\\rtf1 \\par} \\input{x} %s %n %d $(id) #{x} `id`',
  'w:t </w:t></w:r></w:p> <w:br/>',
  '%PDF-1.7 endobj stream (a) Tj',
  // Mail, files, shells, databases.
  'Bcc: ai-do@evil.example',
  'Thanh tra\r\nBcc: ai-do@evil.example',
  '\nBcc: ai-do@evil.example\n\nthân thư',
  'From: a@b.example; Subject: khác',
  '=?utf-8?B?QmNjOiBh?=',
  '../../../etc/passwd ..\\..\\windows C:\\CON NUL /dev/null',
  "'; DROP TABLE don_vi; -- ' OR '1'='1",
  '| rm -rf / ; && || > < `ls`',
  '=1+1 =HYPERLINK("http://x") +1 -1 @SUM(A1)',
  // Names that objects already have.
  '__proto__ constructor toString hasOwnProperty prototype',
  'undefined null NaN Infinity true false nil None',
  // Numbers that are none.
  '1e309 -0 0x10 1/0 1,2,3 ١٢٣ １２３ ½ Ⅷ',
  // Letters: decomposed, stacked, invisible, from right to left, beyond the first plane.
  'Ti\u1ebf\u0302ng Vi\u00ea\u0323t',
  'Tiếng Việt gõ rời: ê\u0301 ô\u0323 a\u0306\u0301',
  'Z\u0334\u0321a\u0330l\u0325g\u0353o\u0338',
  'a\u200bb\u200cc\u200dd\u2060e\ufeffg',
  '\u202egnợưgn\u202c \u2066x\u2069',
  'العربية עברית 中文 日本語 한국어 ไทย',
  '😀 👩‍👩‍👧 🇻🇳 𝒳 𐐷',
  'ﬁ ﬂ ŉ ĳ ǆ',
  '“ngoặc” ‘đơn’ – — … • ° ² ³ µ № ™ ©',
  // What a keyboard cannot type.
  'a\u0000b',
  'a\u0001b\u0008c\u001fd\u007f',
  'a\u0085b\u2028c\u2029d',
  '\ud800 lẻ',
  'lẻ \udc00',
  '\ufffe \uffff',
  '\ue000so_lieu\ue001 \uf8ff',
  // Lengths and blanks.
  ' ',
  '\t\t',
  '\r\n\r\n',
  'a'.repeat(99),
  'a'.repeat(101),
  'dài '.repeat(2_000),
  '-',
  '+',
  '- ',
  '-- hai gạch',
  '+ cộng',
  '- gạch\n+ cộng\nkhông dấu',
];

/** Every text that has broken other programs: the big list of naughty strings, and what it has not heard of. */
export const naughty = [...new Set([...own, ...bigList])];
