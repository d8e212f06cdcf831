// One tap sends an answer. It rests on the telephone, sealed, until a page shows that it has arrived: sent twice it is one entry.
// Without a line the other questions are asked from what the page brought along, and what was told waits in a row.
import type { Told, ToldQueue } from './told.ts'

const mostTries = 3
/** Beside what the server reads: which answer was the last tapped, whether nothing more is asked, how often it was sent. */
const ownFields = ['tapped', 'done', 'tries']

/** Follows the buttons of a form; sends what was told before and of which no page has told that it arrived. */
export async function followTaps(page: HTMLFormElement, queue: ToldQueue): Promise<void> {
  const asking = startAsking(page)
  const waiting = showWaiting(page, queue, asking)
  let tapped: HTMLButtonElement | null = null
  page.addEventListener('click', ({ target }) => {
    if (target instanceof Element) tapped = target.closest('button')
  })
  page.addEventListener('submit', (event) => {
    if (tapped === null || tapped.name === '') return
    const isLast = tapped.dataset['last'] !== undefined
    const told = { ...fieldsOf(page), [tapped.name]: tapped.value, tapped: tapped.name, tries: '0' }
    const kept = queue.keep(isLast ? { ...told, done: '1' } : told)
    if (navigator.onLine) return
    event.preventDefault()
    if (isLast) asking.again()
    else asking.goOn(tapped)
    void kept.then(waiting)
  })
  addEventListener('online', () => void send())
  await waiting()
  if (navigator.onLine) await send()

  async function send(): Promise<void> {
    const here = fieldsOf(page)
    // The page that asks the next question shows that the answer before it has arrived.
    for (const told of await queue.list())
      if (told['ask'] === here['ask'] && (told['tapped'] ?? '') in here && !asking.isLocal())
        queue.drop(told['ask'])
    const all = await queue.list()
    const sent = await sendAll(
      all.filter(({ done }) => done !== undefined),
      queue,
    )
    await waiting()
    if (asking.isLocal()) return
    const begun = all.find(({ done, ask }) => done === undefined && ask !== here['ask'])
    if (sent.asks !== null) submit(sent.asks)
    else if (sent.last !== null) location.assign(sent.count > 1 ? homeWith('arrived') : sent.last)
    else if (begun !== undefined) await resume(begun, queue)
  }
}

/** Only the first of three taps was told when the line broke: the page that goes on from there is asked for, a few times. */
async function resume(told: Told, queue: ToldQueue): Promise<void> {
  const tries = Number(told['tries'] ?? '0')
  if (tries >= mostTries) return queue.drop(told['ask'])
  await queue.keep({ ...told, tries: String(tries + 1) })
  submit(told)
}

interface Sent {
  readonly count: number
  /** The receipt of the last that arrived. */
  readonly last: string | null
  /** One to which the server has a question of its own: whether it is told for the second time. */
  readonly asks: Told | null
}

async function sendAll(all: readonly Told[], queue: ToldQueue): Promise<Sent> {
  let [count, last, asks]: [number, string | null, Told | null] = [0, null, null]
  for (const told of all) {
    try {
      const response = await fetch(location.href, { method: 'POST', body: bodyOf(told) })
      const text = await response.text()
      if (response.ok && text.indexOf('name="another"') >= 0) asks = told
      else if (response.ok && text.indexOf('data-done') >= 0) {
        queue.drop(told['ask'])
        count += 1
        last = response.headers.get('content-location') ?? response.url
      }
    } catch {
      // No line after all: it stays where it is.
      break
    }
  }
  return { count, last, asks }
}

function bodyOf(told: Told): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(told))
    if (ownFields.indexOf(name) < 0) body.set(name, value)
  return body
}

function homeWith(note: string): string {
  const query = new URLSearchParams(location.search)
  const lang = query.get('lang')
  return `${location.pathname}?${lang === null ? '' : `lang=${lang}&`}note=${note}`
}

interface Asking {
  /** The next question, in the place of the one that was answered. */
  readonly goOn: (tapped: HTMLButtonElement) => void
  /** All questions anew, for another telling. */
  readonly again: () => void
  /** Whether somebody is in the middle of questions that the page asks by itself. */
  readonly isLocal: () => boolean
}

function startAsking(page: HTMLFormElement): Asking {
  const first = page.querySelector('fieldset')
  const rest = page.querySelector('template')
  let said: readonly HTMLInputElement[] = []
  const show = (next: HTMLFieldSetElement | null) => {
    page.querySelector('fieldset')?.remove()
    if (next === null) return
    page.insertBefore(next, rest)
    next.tabIndex = -1
    next.focus()
  }
  return {
    isLocal: () => said.length > 0,
    goOn: ({ name, value }) => {
      const field = hidden(name, value)
      page.append(field)
      said = [...said, field]
      const asked = [...(rest?.content.querySelectorAll('fieldset') ?? [])][said.length - 1]
      const next = asked === undefined ? null : document.importNode(asked, true)
      show(next)
    },
    again: () => {
      for (const field of said) field.remove()
      said = []
      const ask = page.elements.namedItem('ask')
      if (ask instanceof HTMLInputElement) ask.value = newMark()
      // A page that came in the middle of a telling has no first question.
      show(isFirst(first) ? first : null)
    },
  }
}

function isFirst(first: HTMLFieldSetElement | null): boolean {
  return first?.querySelector('button[name=l_began]') !== null
}

/** How many wait on this telephone, and the last of them to be taken back; nothing where none does. */
function showWaiting(page: HTMLFormElement, queue: ToldQueue, asking: Asking): () => Promise<void> {
  const place = document.createElement('div')
  place.setAttribute('role', 'status')
  page.before(place)
  const show = async (): Promise<void> => {
    const done = (await queue.list()).filter((told) => told['done'] !== undefined)
    const last = done[done.length - 1]
    const words = navigator.onLine || !asking.isLocal() ? '' : (page.dataset['more'] ?? '')
    place.className = last === undefined && words === '' ? '' : 'n'
    place.textContent = ''
    if (words !== '') place.append(line(words))
    if (last === undefined) return
    place.append(line((page.dataset['wait'] ?? '').split('{n}').join(String(done.length))))
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'q'
    button.textContent = page.dataset['drop'] ?? ''
    button.addEventListener('click', () => {
      queue.drop(last['ask'])
      void show()
    })
    place.append(button)
  }
  return show
}

function line(words: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.textContent = words
  return paragraph
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  return field
}

/** A mark as the server makes one: random, version 4. */
function newMark(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const digits = [...bytes].map((byte) => (byte + 256).toString(16).slice(1)).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function fieldsOf(page: HTMLFormElement): { ask: string } & Record<string, string> {
  const fields: { ask: string } & Record<string, string> = { ask: '' }
  new FormData(page).forEach((value, name) => {
    if (typeof value === 'string') fields[name] = value
  })
  return fields
}

function submit(told: Told): void {
  const form = document.createElement('form')
  form.method = 'post'
  bodyOf(told).forEach((value, name) => {
    form.append(hidden(name, value))
  })
  document.body.append(form)
  form.submit()
}
