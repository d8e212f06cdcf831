// Hear yourself: an exercise that needs nobody's name and keeps nothing. By ear without script; recorded only after a tap.
import { html } from 'hono/html'
import type { Html, Words } from './page.ts'

/** A parent says them on the telephone, a caregiver across the kitchen. */
const sentences = {
  adult: ['homework', 'call', 'phone', 'day'],
  caregiver: ['supper', 'television', 'answer', 'school'],
} as const
type Speaker = keyof typeof sentences
const ways = ['command', 'tired', 'warm'] as const
const steps = ['one', 'two', 'three', 'four'] as const
/** What the script says; its values are filled in on the phone. */
const spoken = [
  ...['noMicrophone', 'refused', 'record', 'again', 'stop', 'recording', 'measuring', 'unheard'],
  ...['noisy', 'play', 'delete', 'deleted', 'result', 'picture', 'alone', 'against', 'and'],
  ...['pitch.more', 'pitch.less', 'liveliness.more', 'liveliness.less', 'loudness.more'],
  ...['loudness.less', 'speed.more', 'speed.less', 'pauses.more', 'pauses.less', 'alike'],
  ...['figures', 'figuresNoLoudness', 'own', 'ask', 'way.command', 'way.tired', 'way.warm'],
] as const
const holes = ['way', 'seconds', 'semitones', 'decibels', 'pace', 'hertz', 'range'] as const

function showSentences(words: Words, who: Speaker): Html {
  return html`<h2>${words('tone:sentences')}</h2><ul>${sentences[who].map((one) => html`<li>${words(`tone:sentence.${one}`)}</li>`)}</ul>`
}

/** The exercise itself; `record` is the address of the page that records, null where no script was built. */
export function showTone(words: Words, record: string | null, who: Speaker = 'adult'): Html {
  return html`<h1>${words('tone:title')}</h1><p>${words('tone:why')}</p>${showSentences(words, who)}<h2>${words('tone:ways')}</h2><ul>${ways.map((one) => html`<li>${words(`tone:way.${one}`)}</li>`)}</ul>${record === null ? '' : html`<p><a class="k" href="${record}">${words('tone:toRecord')}</a></p><p class="s">${words('tone:toRecordHint')} ${words('tone:stays')}</p>`}<h2>${words('tone:byEar')}</h2><ol>${steps.map((one) => html`<li>${words(`tone:byEarSteps.${one}`)}</li>`)}</ol><p>${words('tone:ask')}</p>`
}

/** The page that records: its script gets its words from here and asks the network for nothing. */
export function showToneRecorder(words: Words, back: string, who: Speaker = 'adult'): Html {
  const kept = Object.fromEntries(holes.map((name) => [name, `{${name}}`]))
  const texts = Object.fromEntries(spoken.map((key) => [key, words(`tone:${key}`, kept)]))
  return html`<h1>${words('tone:title')}</h1><p class="n">${words('tone:stays')}</p>${showSentences(words, who)}<div id="tone" data-words="${JSON.stringify(texts)}"></div><noscript><p class="n">${words('tone:noScript')}</p></noscript><p><a href="${back}">${words('tone:back')}</a></p><script src="/f/tone.js" defer></script>`
}
