// Reads what stands on the page aloud with the phone's own voice; nothing leaves the phone.
const millisecondsToWait = 3000

/** A button for the introduction and for every question; where the phone has no voice in this language, words that say so. */
export function addVoice(place: HTMLElement): void {
  const { say = '', mute = '' } = place.dataset
  // Whoever may not read finds the voice before anything else, also where there is nothing to fill in.
  const first = place.querySelector<HTMLElement>('[data-first]')
  const form = first ?? place.querySelector('form')
  if (form === null || say === '') return
  // A worker's own voice comes before the device's.
  const spoken = first?.querySelector<HTMLElement>('[data-listen]') ?? null
  if (first !== null && spoken !== null) {
    spoken.classList.add('say-first')
    first.prepend(spoken)
    return
  }
  if (isSpoken(form)) return
  let settled = false
  const settle = (patient: boolean) => {
    if (settled) return
    const voice = findVoice()
    if (voice === null && patient) return
    settled = true
    if (voice === null) addSign(form, mute)
    else if (first !== null) addFirst(first, say, voice)
    else addButtons(form, say, voice)
  }
  // Most phones name their voices only after a while; one that has none never does.
  settle('speechSynthesis' in window)
  if (settled) return
  speechSynthesis.addEventListener('voiceschanged', () => settle(true))
  setTimeout(() => settle(false), millisecondsToWait)
}

/** Every question of the form has been read aloud by a worker, and there is a question. */
function isSpoken(form: HTMLElement): boolean {
  const questions = [...form.querySelectorAll('fieldset')]
  return questions.length > 0 && questions.every(hasSpoken)
}

function hasSpoken(part: ParentNode): boolean {
  return part.querySelector('[data-listen]') !== null
}

function findVoice(): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null
  const language = document.documentElement.lang.slice(0, 2)
  return (
    speechSynthesis
      .getVoices()
      .find(({ lang, localService }) => localService && lang.slice(0, 2) === language) ?? null
  )
}

/** One large button that reads the page, answers and all. */
function addFirst(page: HTMLElement, label: string, voice: SpeechSynthesisVoice): void {
  // Looked up at the tap: the question may have been followed by another.
  const inner = () =>
    [...page.querySelectorAll('h1,h2,h3,p,li,legend,label,button')].filter(
      (part) =>
        part !== button && part.querySelector('p,li,label,button') === null && !isFigure(part),
    )
  const button = makeButton(label, voice, inner)
  button.className = 'say-first'
  page.prepend(button)
}

/** Hertz and decibels are for whoever looks. */
function isFigure(part: Element): boolean {
  return part.closest('#tone') !== null && part.className === 's'
}

function addSign(form: HTMLElement, words: string): void {
  const sign = document.createElement('p')
  sign.className = 'n s'
  sign.setAttribute('role', 'status')
  sign.textContent = words
  form.before(sign)
}

function addButtons(form: HTMLElement, label: string, voice: SpeechSynthesisVoice): void {
  const questions = [...form.querySelectorAll('fieldset')]
  const ahead = [...(form.parentElement?.children ?? [])].filter((part) =>
    /^(H1|P)$/.test(part.tagName),
  )
  const isOpened = form.parentElement?.querySelector(':scope > [data-listen]') !== null
  if (!isOpened) form.before(makeButton(label, voice, () => ahead))
  for (const question of questions) {
    if (hasSpoken(question)) continue
    const parts = [...question.querySelectorAll('legend,p,label,button')]
    question.querySelector('legend')?.after(makeButton(label, voice, () => parts))
  }
}

function makeButton(
  label: string,
  voice: SpeechSynthesisVoice,
  parts: () => readonly Element[],
): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'q say'
  button.textContent = label
  button.addEventListener('click', () => {
    speechSynthesis.cancel()
    const speech = new SpeechSynthesisUtterance(
      parts()
        .map((part) => {
          const small = part.querySelector('small')?.textContent ?? ''
          return part.textContent.replace(small, '')
        })
        .join('\n'),
    )
    speech.voice = voice
    speech.lang = voice.lang
    speech.rate = 0.9
    speechSynthesis.speak(speech)
  })
  return button
}
