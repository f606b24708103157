import { refuse, typedOptions } from '../local/command-line.ts';

/** `npm run smoke -- --url https://…`: a look at a deployment from outside. It changes nothing, and hands nothing in. */

type Look = { what: string; path: string; status: number; says?: string; header?: [string, RegExp] };

const looks: Look[] = [
  { what: 'trang đầu', path: '/', status: 200, says: '</html>' },
  { what: 'đăng nhập', path: '/sign-in', status: 200, says: 'Địa chỉ thư công vụ' },
  { what: 'kiểu trang', path: '/assets/pico.css', status: 200 },
  { what: 'mô tả API', path: '/api/openapi.json', status: 200, says: '"openapi":"3.1' },
  { what: 'biểu mẫu khi chưa có phiên', path: '/form', status: 401 },
  { what: 'bảng khi chưa đăng nhập', path: '/board', status: 401 },
  {
    what: 'API khi không có đường dẫn',
    path: '/api/submission',
    status: 401,
    header: ['content-type', /problem\+json/],
  },
  { what: 'địa chỉ không có', path: '/khong-co', status: 404 },
  { what: 'CSP', path: '/', status: 200, header: ['content-security-policy', /default-src 'none'/] },
  { what: 'HSTS', path: '/', status: 200, header: ['strict-transport-security', /max-age=\d{8}/] },
  { what: 'không đóng khung', path: '/', status: 200, header: ['x-frame-options', /DENY/] },
];

const { url = '' } = typedOptions({ url: 'https://baocao.so.gov.vn' });
if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
  refuse('cần địa chỉ, ví dụ: npm run smoke -- --url https://baocao.so.gov.vn');

const faults = await Promise.all(looks.map(look => faultOf(look, url)));
for (const [at, fault] of faults.entries())
  console.log(`${fault ? '✗' : '✓'} ${looks[at]?.what}${fault ? `: ${fault}` : ''}`);
if (faults.some(Boolean)) process.exitCode = 1;

async function faultOf({ path, status, says, header }: Look, url: string): Promise<string | undefined> {
  try {
    const response = await fetch(new URL(path, url), { redirect: 'manual', signal: AbortSignal.timeout(15_000) });
    const text = await response.text();
    if (response.status !== status) return `trả ${response.status}, lẽ ra ${status}`;
    if (says && !text.includes(says)) return `không thấy "${says}"`;
    if (header && !header[1].test(response.headers.get(header[0]) ?? '')) return `thiếu hoặc sai ${header[0]}`;
    return undefined;
  } catch (error) {
    return `không tới được: ${error instanceof Error ? error.message : error}`;
  }
}
