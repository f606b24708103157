/// <reference lib="dom" />

/** Milliseconds after which the house is taken to be out of reach. */
const patience = 8_000;

/**
 * Asks whether the house can be reached before the form leaves the page: without a network the page stays as it is, and says
 * so. What happens after that harms nothing either: the act's key makes sending twice the same as once.
 */
export function stayWithoutNetwork(form: HTMLFormElement, pressed = pressedIn(form)): void {
  let reached = false;
  form.addEventListener('submit', async event => {
    document.getElementById('no-network')?.remove();
    if (reached) {
      reached = false;
      return;
    }
    event.preventDefault();
    const by = pressed();
    reached = await canReachHouse();
    if (reached) by?.click();
    else sayNoNetwork(form);
  });
}

async function canReachHouse(): Promise<boolean> {
  const asking = new AbortController();
  const waiting = setTimeout(() => asking.abort(), patience);
  try {
    await fetch('/assets/house.css', { method: 'HEAD', cache: 'no-store', signal: asking.signal });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(waiting);
  }
}

function sayNoNetwork(form: HTMLFormElement): void {
  const said = document.createElement('article');
  said.id = 'no-network';
  said.setAttribute('role', 'alert');
  said.tabIndex = -1;
  said.textContent =
    'Không có mạng, chưa gửi được. Nội dung vẫn còn nguyên ở đây và được giữ trên máy này; khi có mạng hãy bấm lại.';
  form.prepend(said);
  said.focus();
}

/** The button that was pressed last, by which a form is sent: not every browser tells it of the sending itself. */
export function pressedIn(form: HTMLFormElement): () => HTMLButtonElement | null {
  let pressed: HTMLButtonElement | null = null;
  // A button of the form may stand outside of it.
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    pressed = button?.form === form ? button : null;
  });
  return () => pressed;
}
