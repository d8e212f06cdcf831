// For phones that run it: keeps a sealed draft until the receipt, reads questions aloud, sends when there is a line again.
import { forgetDraft, openDraft } from './draft.ts'
import { addListening } from './listen.ts'
import { followLogic } from './logic.ts'
import { followTaps } from './taps.ts'
import { forgetTold, openTold } from './told.ts'
import { addVoice } from './voice.ts'

followSame()
answerDirectly()
const form = document.querySelector<HTMLFormElement>('#f')
const readable = document.querySelector<HTMLElement>('main[data-say]')
if (readable !== null) {
  addListening(readable)
  addVoice(readable)
}
if (form !== null) {
  void keepDraft(form).then(() => showAsked(form))
} else if (document.querySelector('[data-done]') !== null) {
  forgetArrived()
}

function showAsked(page: HTMLFormElement): void {
  const { logic } = page.dataset
  if (logic !== undefined) followLogic(page, JSON.parse(logic), () => collect(page))
}

function forgetArrived(): void {
  void forgetDraft(location.pathname)
  // Other tellings may still wait: only the one that this page tells of has arrived.
  const ask = document.querySelector<HTMLInputElement>('input[name=ask]')?.value ?? ''
  if (ask !== '') forgetTold(ask)
}

/**
 * Over a thin line a page that sends on to another costs half a second more: whoever runs this is answered with that page at once. It
 * gets the address of its own, so that going back or loading it anew asks for it and sends nothing again.
 */
function answerDirectly(): void {
  const own = document.querySelector<HTMLElement>('[data-here]')?.dataset['here']
  history.replaceState(null, '', own ?? location.href)
  const asking = document.querySelector('form[data-direct]')
  if (asking === null) return
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'direct'
  field.value = '1'
  asking.append(field)
}

/** Told already, says who told it: the second is not sent again. */
function followSame(): void {
  document.querySelector<HTMLElement>('[data-same]')?.addEventListener('click', forgetArrived)
}

async function keepDraft(page: HTMLFormElement): Promise<void> {
  const key = page.dataset['key']
  if (key === undefined) return
  if (page.dataset['tap'] !== undefined) {
    const queue = await openTold(key, location.pathname)
    return queue === null ? undefined : followTaps(page, queue)
  }
  const draft = await openDraft(key, location.pathname)
  if (draft === null) return
  if (restore(page, await draft.read())) note(page, page.dataset['restored'] ?? '')
  page.addEventListener('input', () => void draft.write(collect(page)))
  page.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault()
    note(page, page.dataset['wait'] ?? '')
    addEventListener(
      'online',
      () => page.querySelector<HTMLButtonElement>('button[name=send]')?.click(),
      { once: true },
    )
  })
}

function collect(page: HTMLFormElement): Record<string, string> {
  const answers: Record<string, string> = {}
  new FormData(page).forEach((value, name) => {
    if (!name.startsWith('q_') || typeof value !== 'string') return
    // Several boxes of one name are one answer; the empty field before them says that the question was there.
    answers[name] = [answers[name], value].filter(Boolean).join(' ')
  })
  return answers
}

/** Puts kept answers back where the page has none; answers whether anything was put back. */
function restore(page: HTMLFormElement, answers: Readonly<Record<string, string>>): boolean {
  const shown = collect(page)
  let restored = false
  for (const [name, value] of Object.entries(answers)) {
    if (shown[name] !== undefined && shown[name] !== '') continue
    const field = page.elements.namedItem(name)
    if (field instanceof RadioNodeList && tickBoxes(field, value)) {
      restored = true
      continue
    }
    if (
      field instanceof RadioNodeList ||
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement
    ) {
      field.value = value
      restored = true
    }
  }
  return restored
}

/** Ticks the boxes of a question with several answers; false where it is not one. */
function tickBoxes(fields: RadioNodeList, value: string): boolean {
  const chosen = value.split(' ')
  let isSeveral = false
  fields.forEach((box) => {
    if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return
    isSeveral = true
    box.checked = chosen.indexOf(box.value) >= 0
  })
  return isSeveral
}

function note(page: HTMLFormElement, text: string): void {
  const old = page.querySelector('[data-note]')
  const line = old ?? document.createElement('p')
  line.setAttribute('data-note', '')
  line.setAttribute('role', 'status')
  line.className = 'n'
  line.textContent = text
  if (old === null) page.append(line)
  line.scrollIntoView({ block: 'center' })
}
