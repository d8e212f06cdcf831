// One tap sends an answer. It rests on the telephone, sealed, until a page shows that it has arrived: sent twice it is one entry.
import type { Draft } from './draft.ts'

const mostTries = 3

/** Follows the buttons of a form; sends again what was tapped before and of which no page has told that it arrived. */
export async function followTaps(
  page: HTMLFormElement,
  draft: Draft,
  note: (text: string) => void,
): Promise<void> {
  let tapped: HTMLButtonElement | null = null
  let waiting: Readonly<Record<string, string>> | null = null
  page.addEventListener('click', ({ target }) => {
    if (target instanceof Element) tapped = target.closest('button')
  })
  page.addEventListener('submit', (event) => {
    if (tapped === null || tapped.name === '') return
    const told = { ...fieldsOf(page), [tapped.name]: tapped.value, tapped: tapped.name, tries: '0' }
    void draft.write(told)
    if (navigator.onLine) return
    event.preventDefault()
    showTapped(page, tapped)
    // Of three questions the first alone is no answer yet: nothing else is claimed.
    const isLast = tapped.dataset['last'] !== undefined
    note((isLast ? page.dataset['wait'] : page.dataset['more']) ?? page.dataset['wait'] ?? '')
    // Only the last of several taps is sent.
    if (waiting === null)
      addEventListener('online', () => sendTold(waiting ?? told), { once: true })
    waiting = told
  })
  const told = await draft.read()
  const { tapped: name, tries = '0' } = told
  if (name === undefined) return
  // A page that already stands on this answer shows that it has arrived.
  if (page.elements.namedItem(name) instanceof HTMLInputElement || Number(tries) >= mostTries)
    return draft.forget()
  await draft.write({ ...told, tries: String(Number(tries) + 1) })
  if (navigator.onLine) sendTold(told)
}

/** Another tap takes the place of the one before, and whoever taps sees it. */
function showTapped(page: HTMLFormElement, tapped: HTMLButtonElement): void {
  for (const button of page.querySelectorAll('button'))
    button.setAttribute('aria-pressed', String(button === tapped))
}

function fieldsOf(page: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {}
  new FormData(page).forEach((value, name) => {
    if (typeof value === 'string') fields[name] = value
  })
  return fields
}

function sendTold(told: Readonly<Record<string, string>>): void {
  const form = document.createElement('form')
  form.method = 'post'
  for (const [name, value] of Object.entries(told)) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
