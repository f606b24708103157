/// <reference lib="dom" />

/** A workbook that would be refused is not sent at all: past some megabytes, nobody could give back what was typed beside it. */
export function refuseLargeSheet(form: HTMLFormElement): void {
  const sheet = form.querySelector<HTMLInputElement>('input[type=file][data-most]');
  const fault = document.getElementById('sheet.size');
  sheet?.addEventListener('change', () => {
    const size = sheet.files?.[0]?.size ?? 0;
    const most = Number(sheet.dataset.most);
    if (size > most) sheet.value = '';
    const told = `Tệp này quá lớn: được tối đa ${most / 1024 / 1024} MB. Hãy chọn tệp khác, hoặc dán các ô số liệu vào ô ở trên.`;
    if (fault) fault.textContent = size > most ? told : '';
  });
}
